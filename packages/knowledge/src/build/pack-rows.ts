import type { ConceptRow, PackRows, TermRow } from "../pack/rows.ts";
import type { SourceInfo } from "../schema.ts";
import type { Assembly } from "./assembly.ts";
import { contributionsOf } from "./gates.ts";

type PackFacts = { name: string; version: string; builtFrom: string; sources: readonly SourceInfo[] };

/**
 * The rows of a pack. Concepts that only `base` defines enter as references. Of `sources` only those stay that a row names.
 */
export function packRowsOf(assembly: Assembly, facts: PackFacts, base?: Assembly): PackRows {
  const concepts = new Map<string, ConceptRow>(assembly.concepts);
  const refer = (id: string) => {
    const defined = base?.concepts.get(id);
    if (!concepts.has(id) && defined !== undefined) concepts.set(id, { ...defined, reference: true });
  };
  for (const { subject, object } of assembly.edgeRows()) {
    refer(subject);
    refer(object);
  }
  for (const id of assembly.terms.keys()) refer(id);
  for (const { concept } of assembly.xrefRows()) refer(concept);
  const used = contributionsOf(assembly);
  for (const { source } of concepts.values()) used.set(source, 1);
  return {
    ...facts,
    sources: facts.sources.filter((source) => used.has(source.id)),
    concepts: [...concepts.values()],
    terms: [...assembly.termRows()],
    edges: [...assembly.edgeRows()],
    xrefs: [...assembly.xrefRows()],
  };
}

const browserKinds = new Set(["disease", "phenotype", "drug", "lab", "gene", "family"]);
const browserSystems = new Set(["InChIKey", "LOINC", "NCIT", "MESH"]);

/**
 * What a browser holds: names in English and simplified Chinese of diseases, phenotypes, drugs, laboratory items, genes
 * with a protein and their families, no relation but is-a.
 */
export function browserRowsOf(core: PackRows): PackRows {
  const hasProtein = new Set(core.xrefs.filter((xref) => xref.system === "UniProt").map((xref) => xref.concept));
  const kept = core.concepts.filter(
    ({ id, kind }) => browserKinds.has(kind) && (kind !== "gene" || hasProtein.has(id)),
  );
  const kindOf = new Map(kept.map(({ id, kind }) => [id, kind]));
  const isWanted = ({ concept, language, role, usable, text }: TermRow): boolean => {
    const kind = kindOf.get(concept);
    if (kind === undefined || language === "zh-Hant") return false;
    if (role === "preferred") return true;
    if (!usable || role === "related" || role === "broader" || role === "narrower") return false;
    return kind === "gene" ? role === "abbreviation" && text.length > 2 : text.length <= 60;
  };
  return {
    ...core,
    name: "browser",
    concepts: kept,
    terms: core.terms.filter(isWanted),
    edges: core.edges.filter(
      ({ subject, object, predicate }) => predicate === "is-a" && kindOf.has(subject) && kindOf.has(object),
    ),
    xrefs: core.xrefs.filter(({ concept, system }) => kindOf.has(concept) && browserSystems.has(system)),
  };
}
