import type { ConceptKind } from "../../schema.ts";
import type { Assembly } from "../assembly.ts";
import { groupPairs } from "../hierarchy.ts";
import { isAbbreviation } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";
import type { ConceptMap } from "./concept-map.ts";

const source = "mesh";

/** Headings of the tree of diseases that say nothing by themselves. */
const tooGeneral = new Set([
  "disease",
  "syndrome",
  "signs and symptoms",
  "pathologic processes",
  "pathological conditions, signs and symptoms",
  "diseases",
  "acute disease",
  "chronic disease",
  "recurrence",
  "disease attributes",
]);

/** Trees of how studies are made, counted and reported, and headings that gather all care: nothing is done to a patient there. */
const studyTrees =
  /^(?:E01|E02|E01\.055(?:\..*)?|E01\.789|E01\.789\.800(?:\..*)?|E02\.183(?:\..*)?|E02\.208|E02\.319\.307(?:\..*)?|E02\.760(?:\.(?:287|928))?|E05|E05\.(?:290|337|581|978|940|712)(?:\..*)?|E05\.318(?!\.308\.980)(?:\..*)?|E07\.612)$/;

/**
 * Descriptors of MeSH: diseases and mental disorders onto Mondo, signs and symptoms onto HPO, procedures as their own kind.
 * Diseases of animals (C22) are left out. What is on neither spine becomes a concept of its own, is-a the descriptor above it in the trees.
 */
export function addMesh(assembly: Assembly, sources: Sources, diseases: ConceptMap, phenotypes: ConceptMap): void {
  const rows = [...rowsOf(sources, source, "descriptors.tsv", ["id", "name", "synonyms", "trees"])]
    .map((row) => ({
      ...row,
      trees: listOf(row.trees).filter((tree) => !/^(D|C22)/.test(tree)),
    }))
    .filter((row) => row.trees.length > 0);
  const ofTree = groupPairs(rows.flatMap((row) => row.trees.map((tree) => [tree, row.id] as const)));
  const conceptOf = new Map<string, string>();
  for (const { id, name, synonyms, trees } of rows) {
    const candidate = { system: "MESH", value: id, name };
    const kind = kindOf(trees);
    const found = kind === "procedure" ? undefined : (diseases.find(candidate) ?? phenotypes.find(candidate));
    const concept = found ?? `MESH:${id}`;
    conceptOf.set(id, concept);
    if (found === undefined) {
      assembly.addConcept(concept, kind, source);
      if (kind !== "procedure")
        assembly.report(source, concept, name, "neither a Mondo disease nor an HPO term: a concept of its own");
    }
    assembly.addXref(concept, "MESH", id, source);
    const usable = !tooGeneral.has(name.toLowerCase()) && !trees.every((tree) => studyTrees.test(tree));
    assembly.addTerm(concept, name, source, { role: "preferred", usable });
    for (const synonym of listOf(synonyms)) {
      const short = isAbbreviation(synonym);
      assembly.addTerm(concept, synonym, source, {
        role: short ? "abbreviation" : "synonym",
        usable: usable && !(short && synonym.length < 3),
      });
    }
  }
  for (const { id, trees } of rows) {
    const below = conceptOf.get(id)!;
    if (below !== `MESH:${id}`) continue;
    for (const tree of trees) {
      if (!tree.includes(".")) continue;
      for (const parent of ofTree.get(tree.slice(0, tree.lastIndexOf("."))) ?? []) {
        const above = conceptOf.get(parent)!;
        if (isSameFamily(assembly.kindOf(below), assembly.kindOf(above)))
          assembly.addEdge(below, "is-a", above, source);
      }
    }
  }
}

function kindOf(trees: readonly string[]): ConceptKind {
  if (trees.some((tree) => tree.startsWith("C23.888"))) return "phenotype";
  if (trees.some((tree) => tree.startsWith("C") || tree.startsWith("F03"))) return "disease";
  return "procedure";
}

/** A procedure is never a kind of disease; symptoms and diseases stand above one another in MeSH. */
const isSameFamily = (a: ConceptKind | undefined, b: ConceptKind | undefined) =>
  (a === "procedure") === (b === "procedure");
