import type { FactKind } from "@qinghao/clinical";
import type { ConceptRef, ConceptSet } from "../criteria/ranges.schema.ts";
import type { Terminology } from "../terminology.ts";
import type { FactsByKind, PreparedFact } from "./prepared-record.ts";

/** Ids that are meant, and ids that cover more than is meant. */
export type ConceptMembers = { readonly certain: ReadonlySet<string>; readonly mayBe: ReadonlySet<string> };

/** A fact of the wanted concepts; `isMeant` is false where its code covers more than is wanted. */
export type Match = { readonly fact: PreparedFact; readonly isMeant: boolean };

const none: ReadonlySet<string> = new Set();

export const membersOfSet = (set: ConceptSet, terminology: Terminology): ConceptMembers => ({
  certain: terminology.members(set),
  mayBe: terminology.mayBeMembers(set),
});

export const membersOfRef = (ref: ConceptRef, terminology: Terminology): ConceptMembers =>
  membersOfSet({ of: [ref] }, terminology);

/** The ids themselves, nothing around them. */
export const exactly = (...ids: readonly string[]): ConceptMembers => ({ certain: new Set(ids), mayBe: none });

export const includes = (members: ConceptMembers, concept: string): boolean =>
  members.certain.has(concept) || members.mayBe.has(concept);

/** Facts of a kind that belong to the concepts at least possibly, in no particular order. */
export function matchesOf(
  { byKind }: { readonly byKind: FactsByKind },
  kind: FactKind,
  members: ConceptMembers,
): Match[] {
  const found: Match[] = [];
  const byConcept = byKind.get(kind);
  if (byConcept === undefined) return found;
  const { certain, mayBe } = members;
  if (certain.size + mayBe.size < byConcept.size) {
    for (const concept of certain) add(concept, true);
    for (const concept of mayBe) if (!certain.has(concept)) add(concept, false);
    return found;
  }
  for (const concept of byConcept.keys()) {
    const isMeant = certain.has(concept);
    if (isMeant || mayBe.has(concept)) add(concept, isMeant);
  }
  return found;

  function add(concept: string, isMeant: boolean): void {
    for (const fact of byConcept!.get(concept) ?? []) found.push({ fact, isMeant });
  }
}
