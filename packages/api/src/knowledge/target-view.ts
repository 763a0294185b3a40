import type { Knowledge } from "@qinghao/knowledge";
import { apiErrors } from "../errors.ts";
import type { TargetView } from "../schema.ts";
import { conceptRef } from "./concept-ref.ts";
import { actingPredicates, actionOf, highestPhase, inchikeyOf } from "./drug-facts.ts";
import { rankRelations, relationView } from "./relations.ts";
import { SourceSet } from "./source-set.ts";

/** Compounds of a project by InChIKey; those it does not hold are left out. */
export type FindCompounds = (
  inchikeys: readonly string[],
) => Promise<{ id: string; name: string | null; inchikey: string }[]>;

/** What a project holds that belongs to a target. */
export type ProjectFinds = { compounds: FindCompounds; structures: TargetView["structures"] };

/**
 * A gene, family or variant as a target of drugs.
 * Errors: `knowledge.concept.unknown`, `api.concept.not_target`.
 */
export async function targetView(knowledge: Knowledge, id: string, project: ProjectFinds): Promise<TargetView> {
  const target = conceptRef(knowledge, id);
  if (!["gene", "family", "variant"].includes(target.kind)) {
    throw apiErrors.create("concept.not_target", { id, kind: target.kind });
  }
  const sources = new SourceSet();
  const concept = knowledge.concept(id);
  for (const source of concept.sources) sources.add(source);
  const related = (edges: ReturnType<Knowledge["edges"]>) =>
    rankRelations(knowledge, id, edges).map((edge) => relationView(knowledge, id, edge, sources));
  const drugs = drugsOf(knowledge, id, sources);
  return {
    target,
    uniprot: [...new Set(concept.xrefs.flatMap(({ system, value }) => (system === "UniProt" ? [value] : [])))],
    families: [
      ...new Set(knowledge.edges(id, { predicate: "member-of", direction: "out" }).map((edge) => edge.object)),
    ].map((family) => conceptRef(knowledge, family)),
    pathways: related(knowledge.edges(id, { predicate: "in-pathway", direction: "out" })),
    drugs,
    diseases: related(knowledge.edges(id, { predicate: "associated-with" })),
    evidence: related(knowledge.edges(id, { predicate: "evidence" })),
    compounds: await compoundsOf(knowledge, drugs, project.compounds),
    structures: project.structures,
    sources: sources.list(),
  };
}

/** Drugs that act on the target, the furthest developed first; one row per drug, action and source. */
function drugsOf(knowledge: Knowledge, id: string, sources: SourceSet): TargetView["drugs"] {
  const rows = new Map<string, TargetView["drugs"][number]>();
  for (const edge of knowledge.edges(id, { predicate: actingPredicates, direction: "in" })) {
    if (knowledge.kindOf(knowledge.numberOf(edge.subject)) !== "drug") continue;
    const action = actionOf(edge);
    const key = `${edge.subject}\t${action ?? ""}\t${edge.source.id}`;
    if (rows.has(key)) continue;
    rows.set(key, {
      drug: conceptRef(knowledge, edge.subject),
      action,
      phase: highestPhase(knowledge, edge.subject),
      source: sources.add(edge.source),
    });
  }
  return [...rows.values()].sort(
    (a, b) =>
      (b.phase ?? -1) - (a.phase ?? -1) || nameOf(a).localeCompare(nameOf(b), "en") || a.source.localeCompare(b.source),
  );
}

const nameOf = ({ drug }: TargetView["drugs"][number]): string => drug.name.en ?? drug.name.zh ?? drug.id;

async function compoundsOf(
  knowledge: Knowledge,
  drugs: TargetView["drugs"],
  findCompounds: FindCompounds,
): Promise<TargetView["compounds"]> {
  const byKey = new Map<string, TargetView["drugs"][number]["drug"]>();
  for (const { drug } of drugs) {
    const inchikey = inchikeyOf(knowledge, drug.id);
    if (inchikey !== null && !byKey.has(inchikey)) byKey.set(inchikey, drug);
  }
  const found = byKey.size === 0 ? [] : await findCompounds([...byKey.keys()]);
  return found.map((compound) => ({ ...compound, drug: byKey.get(compound.inchikey)! }));
}
