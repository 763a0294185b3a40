import { expand, type Knowledge } from "@qinghao/knowledge";
import type { ConceptSet } from "../criteria/ranges.schema.ts";

const diseaseCodes = ["icd10-cn", "icd10cm", "hpo", "mondo"] as const;

export type Members = { certain: Set<string>; mayBe: Set<string> };

/** Ids that count as one concept, by what the concept is. An id outside of the pack (`SCORE:ecog`) stands for itself. */
export function membersOf(knowledge: Knowledge, id: string, descendants: boolean): Members {
  const certain = new Set([id]);
  const mayBe = new Set<string>();
  if (!knowledge.has(id) || !descendants) return { certain, mayBe };
  const kind = knowledge.kindOf(knowledge.numberOf(id));
  for (const below of knowledge.descendants(id)) certain.add(below);
  if (kind === "disease" || kind === "phenotype") addDiseaseCodes(knowledge, id, certain, mayBe);
  else if (kind === "procedure") addCodes(knowledge, id, "icd9-cm3", certain, mayBe);
  else if (kind === "drug" || kind === "drug-class" || id.startsWith("ATC:")) addDrugs(knowledge, certain);
  else if (kind === "family" || kind === "gene") addGenes(knowledge, certain);
  for (const one of certain) mayBe.delete(one);
  return { certain, mayBe };
}

function addDiseaseCodes(knowledge: Knowledge, id: string, certain: Set<string>, mayBe: Set<string>): void {
  for (const system of diseaseCodes) addCodes(knowledge, id, system, certain, mayBe);
  for (const above of knowledge.parents(id)) if (above.startsWith("MONDO:")) mayBe.add(above);
}

function addCodes(knowledge: Knowledge, id: string, system: string, certain: Set<string>, mayBe: Set<string>): void {
  const expansion = expand(knowledge, id, system);
  for (const { id: code } of expansion.included) certain.add(code);
  for (const { id: code } of [...expansion.broader, ...expansion.candidates]) mayBe.add(code);
}

/** Drugs of a class, classes of classes, and the ATC codes that are exactly those drugs. */
function addDrugs(knowledge: Knowledge, certain: Set<string>): void {
  for (const one of certain) {
    if (!knowledge.has(one)) continue;
    for (const { subject, object, predicate } of knowledge.edges(one, { predicate: ["member-of", "exact", "is-a"] })) {
      if (predicate === "member-of" && object === one) certain.add(subject);
      else if (predicate === "is-a" && object === one) certain.add(subject);
      else if (predicate === "exact") certain.add(subject === one ? object : subject);
    }
  }
}

function addGenes(knowledge: Knowledge, certain: Set<string>): void {
  for (const one of certain) {
    if (!knowledge.has(one)) continue;
    for (const { subject } of knowledge.edges(one, { predicate: ["member-of", "is-a"], direction: "in" })) {
      if (/^(HGNC|FPLX):/.test(subject)) certain.add(subject);
    }
  }
}

/** Any of the set's concepts without its exceptions. What covers more than the set, or than an exception, may be a member. */
export function membersOfSet(of: (id: string, descendants: boolean) => Members, set: ConceptSet): Members {
  const descendants = set.descendants ?? true;
  const certain = new Set<string>();
  const mayBe = new Set<string>();
  for (const { id } of set.of) {
    const members = of(id, descendants);
    for (const one of members.certain) certain.add(one);
    for (const one of members.mayBe) mayBe.add(one);
  }
  for (const { id } of set.except ?? []) {
    const members = of(id, true);
    for (const one of members.certain) {
      certain.delete(one);
      mayBe.delete(one);
    }
  }
  for (const one of certain) mayBe.delete(one);
  return { certain, mayBe };
}
