import type { Knowledge, Predicate } from "@qinghao/knowledge";
import { apiErrors } from "../errors.ts";
import type { DrugView } from "../schema.ts";
import { conceptRef, numberOf } from "./concept-ref.ts";
import { actingPredicates, inchikeyOf } from "./drug-facts.ts";
import { rankRelations, relationView } from "./relations.ts";
import { SourceSet } from "./source-set.ts";

const mostTrials = 200;

/** The compound of a project that is this drug, by InChIKey. */
export type FindCompound = (inchikey: string) => Promise<{ id: string; name: string | null; smiles: string } | null>;

/** A drug with what it acts on and is used for. Errors: `knowledge.concept.unknown`, `api.concept.not_drug`. */
export async function drugView(knowledge: Knowledge, id: string, findCompound: FindCompound): Promise<DrugView> {
  const drug = conceptRef(knowledge, id);
  if (drug.kind !== "drug") throw apiErrors.create("concept.not_drug", { id, kind: drug.kind });
  const sources = new SourceSet();
  const concept = knowledge.concept(id);
  for (const source of concept.sources) sources.add(source);
  const edgesOf = (predicate: Predicate | readonly Predicate[], direction: "out" | "in" | "both") =>
    rankRelations(knowledge, id, knowledge.edges(id, { predicate, direction }));
  const views = (edges: ReturnType<typeof edgesOf>) => edges.map((edge) => relationView(knowledge, id, edge, sources));
  const inchikey = inchikeyOf(knowledge, id);
  const compound = inchikey === null ? null : await findCompound(inchikey);
  const smiles = concept.xrefs.find(({ system }) => system === "SMILES");
  const trials = edgesOf("tested-in", "out");
  return {
    drug,
    inchikey,
    smiles:
      smiles !== undefined
        ? { text: smiles.value, from: smiles.source.id }
        : compound !== null
          ? { text: compound.smiles, from: "project" }
          : null,
    targets: views(edgesOf(actingPredicates, "out")),
    indications: views(edgesOf("indicated-for", "out")),
    interactions: views(edgesOf("interacts-with", "both")),
    trials: { total: trials.length, rows: views(trials.slice(0, mostTrials)) },
    classes: classesOf(knowledge, id).map((one) => conceptRef(knowledge, one)),
    compound: compound === null ? null : { id: compound.id, name: compound.name },
    sources: sources.list(),
  };
}

/** Classes right above the drug, and the groups of its ATC codes from the nearest up. */
function classesOf(knowledge: Knowledge, id: string): string[] {
  const found = new Set(knowledge.parents(id));
  for (const { subject } of knowledge.edges(id, { predicate: ["exact", "broader", "narrower"], direction: "in" })) {
    if (!subject.startsWith("ATC:")) continue;
    for (const number of knowledge.walk(numberOf(knowledge, subject), "out")) found.add(knowledge.idOf(number));
  }
  return [...found];
}
