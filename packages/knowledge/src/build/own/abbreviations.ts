import type { ConceptKind } from "../../schema.ts";
import { type Assembly, type NameIndex, oneByName } from "../assembly.ts";
import { rowsOf, type Sources } from "../source-tables.ts";
import { ownRows, slugOf } from "./own-rows.ts";

const kinds: Readonly<Record<string, ConceptKind>> = {
  disease: "disease",
  drug: "drug",
  gene: "gene",
  lab: "lab",
  procedure: "procedure",
};

/** Where things of several kinds have one name, which of them a short form in clinical text means. */
const likeliest: readonly ConceptKind[] = [
  "disease",
  "lab",
  "drug",
  "drug-class",
  "procedure",
  "phenotype",
  "gene",
  "family",
  "other",
];
type NamesOfKinds = ReadonlyMap<ConceptKind, NameIndex>;

/**
 * Short forms of the project's own table and of the staged one of trial terms. Each stands on its concept: the one that the
 * row names, else the one of its full English name (of the row's kind, or of the likeliest kind that has just one), else a concept of its own (scores, endpoints, doses, regimens).
 * A short form of several meanings stands on each of them.
 */
export function addAbbreviations(assembly: Assembly, sources: Sources): void {
  const isName = ({ language, role }: { language: string; role: string }) => language === "en" && role !== "related";
  const names = new Map(likeliest.map((kind) => [kind, assembly.nameIndex([kind], isName)]));
  const add = (row: Meaning, source: string) => {
    const concept = conceptOf(assembly, names, row, source);
    if (concept === undefined) return;
    assembly.addTerm(concept, row.zh, source, {
      language: "zh-Hans",
      role: isOwn(concept) ? "preferred" : "synonym",
      usable: row.usable,
    });
    assembly.addTerm(concept, row.en, source, { role: isOwn(concept) ? "preferred" : "synonym", usable: row.usable });
    assembly.addTerm(concept, row.abbr, source, { role: "abbreviation", usable: row.usable && row.abbr.length > 1 });
  };
  const laboratory = new Set<string>();
  for (const row of ownRows(sources, "own-abbreviations", "abbreviations.checked.tsv")) {
    const { cell, confirmed } = row;
    add(
      {
        abbr: cell("abbr"),
        en: cell("en"),
        zh: cell("zh"),
        kind: cell("kind"),
        concept: cell("concept"),
        usable: confirmed,
      },
      "own-abbreviations",
    );
    const isPlain = confirmed && cell("abbr").length > 2 && cell("ambiguous_with") === "";
    if (isPlain && assembly.kindOf(cell("concept")) === "lab") laboratory.add(cell("abbr"));
  }
  giveWay(assembly, laboratory);
  const source = "trial-abbreviations-zh";
  for (const row of rowsOf(sources, source, "abbreviations.tsv", ["abbreviation", "name_en", "name_zh"])) {
    if (row.name_en === "" || /[\u4e00-\u9fff]/.test(row.name_en))
      assembly.report(source, row.abbreviation, row.name_zh, "no English name");
    else
      add({ abbr: row.abbreviation, en: row.name_en, zh: row.name_zh, kind: "", concept: "", usable: false }, source);
  }
}

/** A short form that the table knows as a laboratory item alone (ALT) is shown for diseases and as a gene's alias, and not used there. */
function giveWay(assembly: Assembly, laboratory: ReadonlySet<string>): void {
  for (const term of assembly.termRows()) {
    const kind = assembly.kindOf(term.concept);
    if (term.role === "abbreviation" && laboratory.has(term.text) && (kind === "disease" || kind === "gene"))
      term.usable = false;
  }
}

type Meaning = { abbr: string; en: string; zh: string; kind: string; concept: string; usable: boolean };
const isOwn = (concept: string): boolean => concept.startsWith("QHTERM:");

function conceptOf(assembly: Assembly, names: NamesOfKinds, row: Meaning, source: string): string | undefined {
  if (row.concept !== "") {
    if (assembly.has(row.concept)) return row.concept;
    assembly.report(source, row.concept, row.abbr, "no concept of this id");
  }
  const kind = kinds[row.kind];
  for (const wanted of kind === undefined ? likeliest : [kind]) {
    const named = oneByName(names.get(wanted) ?? new Map(), row.en);
    if (named !== undefined) return named;
  }
  const id = `QHTERM:${slugOf(row.en)}`;
  if (slugOf(row.en) === "") {
    assembly.report(source, row.abbr, row.zh, "no English name");
    return undefined;
  }
  assembly.addConcept(id, assembly.kindOf(id) ?? kind ?? "other", source);
  return id;
}
