import { type Assembly, type NameIndex, oneByName } from "../assembly.ts";
import type { CodeClaim } from "../disease/mondo.ts";
import { labelKey } from "../label-key.ts";
import type { Sources } from "../source-tables.ts";
import { type OwnRow, ownRows, slugOf } from "./own-rows.ts";

const source = "own-diseases";
const tables = ["tumours.checked.tsv", "common-diseases.checked.tsv", "rare-diseases-cn.checked.tsv"];

/** A mainland code that a row of the project's own names for a disease. */
export type OwnCode = { code: string; concept: string; confirmed: boolean; relation: string };
export type OwnDiseaseCodes = {
  /** ICD-10-CM codes of a row that does not say how they stand to the disease. */
  icd10cm: CodeClaim[];
  icd10cn: OwnCode[];
  /** ICD-10-CM codes of the four characters whose mainland code the row states to be exactly the disease. */
  sameRubric: { concept: string; code: string }[];
};

/**
 * The project's own names of tumours, common and rare diseases. A row that says "exact" names its Mondo disease; one whose
 * Mondo disease is broader (or narrower) names the disease of that English name where there is one, else a concept of its
 * own below it. A row without Mondo disease may be a phenotype or procedure by its name.
 */
export function addOwnDiseases(assembly: Assembly, sources: Sources): OwnDiseaseCodes {
  const codes: OwnDiseaseCodes = { icd10cm: [], icd10cn: [], sameRubric: [] };
  const names = assembly.nameIndex(["disease"], (term) => term.language === "en" && term.role !== "related");
  const others = assembly.nameIndex(["phenotype", "procedure"], (term) => term.language === "en" && term.usable);
  for (const table of tables) {
    for (const row of ownRows(sources, source, table)) {
      const concept = conceptOf(assembly, names, others, row);
      if (concept === undefined) continue;
      const usable = row.confirmed;
      assembly.addTerm(concept, row.cell("zh"), source, {
        language: "zh-Hans",
        role: "preferred",
        usable,
      });
      for (const alias of row.list("aliases_zh"))
        assembly.addTerm(concept, alias, source, { language: "zh-Hans", usable });
      const english = [row.cell("en"), ...row.list("aliases_en")];
      for (const name of english)
        assembly.addTerm(concept, name, source, {
          role: concept.startsWith("QHDISEASE:") ? "preferred" : "synonym",
          usable,
        });
      for (const short of row.list("abbr"))
        assembly.addTerm(concept, short, source, { role: "abbreviation", usable: usable && short.length > 2 });
      for (const orphanet of row.list("orphanet"))
        assembly.addXref(concept, "Orphanet", orphanet.replace(/^ORPHA:?/i, ""), source);
      const mainland = row.cell("icd10cn_relation") === "exact" ? row.list("icd10cn") : [];
      for (const code of row.list("icd10cm")) {
        if (row.confirmed && mainland.some((one) => isOfRubric(one, code))) codes.sameRubric.push({ concept, code });
        else codes.icd10cm.push({ concept, code, source });
      }
      for (const code of row.list("icd10cn")) {
        codes.icd10cn.push({ concept, code, confirmed: row.confirmed, relation: row.cell("icd10cn_relation") });
      }
      const hp = row.cell("hp").replace(/^HP:/, "");
      if (hp !== "" && concept !== `HP:${hp}`) assembly.addXref(concept, "HP", hp, source);
    }
  }
  return codes;
}

/** `C34.900` is of the rubric C34.9; `I10.x00` of I10, a category without parts. */
const isOfRubric = (mainland: string, code: string): boolean =>
  mainland.slice(0, 5) === code || mainland.startsWith(`${code}.x`);

function conceptOf(assembly: Assembly, names: NameIndex, others: NameIndex, row: OwnRow): string | undefined {
  const mondo = row.cell("mondo") || row.cell("hp");
  const en = row.cell("en");
  const known = assembly.kindOf(mondo) === "disease" || assembly.kindOf(mondo) === "phenotype" ? mondo : undefined;
  if (mondo !== "" && known === undefined) assembly.report(source, mondo, row.cell("zh"), "no disease of this id");
  if (known !== undefined && (row.cell("relation") || "exact") === "exact") return known;
  const named = oneByName(names, en) ?? (known === undefined ? oneByName(others, en) : undefined);
  if (named !== undefined) return named;
  const id = `QHDISEASE:${slugOf(en)}`;
  if (slugOf(en) === "") {
    assembly.report(source, row.cell("zh"), en, "no English name");
    return undefined;
  }
  if (known === undefined) assembly.report(source, id, row.cell("zh"), "no Mondo disease: a concept of its own");
  assembly.addConcept(id, "disease", source);
  const key = labelKey(en);
  if (!names.has(key)) names.set(key, id);
  // A row that is broader than its Mondo disease has no place below it.
  if (known !== undefined && row.cell("relation") === "broader") assembly.addEdge(id, "is-a", known, source);
  return id;
}
