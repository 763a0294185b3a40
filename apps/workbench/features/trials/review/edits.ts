import type { CriteriaDocument, Criterion, Tree } from "@qinghao/trials/schema";
import type { Review, Reviews } from "../trial-facts.ts";

/** The criteria and what was decided on each. */
export type Snapshot = { readonly document: CriteriaDocument; readonly reviews: Reviews };

/** Puts a decision on a criterion, null takes it away. */
export function decide({ document, reviews }: Snapshot, id: string, review: Review | null): Snapshot {
  const { [id]: _before, ...others } = reviews;
  return { document, reviews: review === null ? others : { ...others, [id]: review } };
}

/** Another logic for a criterion, with the decision that goes with it. */
export function withTree(
  { document, reviews }: Snapshot,
  id: string,
  { tree, notes, review }: { tree: Tree; notes?: string[]; review: Review | null },
): Snapshot {
  const criteria = document.criteria.map((one) => (one.id === id ? { ...one, tree, notes: notes ?? one.notes } : one));
  return decide({ document: { ...document, criteria }, reviews }, id, review);
}

/** Whether the whole criterion is left to a person. */
export const asText = ({ text }: Pick<Criterion, "text">): Tree => ({ kind: "text", text });

export type Part = Pick<Criterion, "start" | "end" | "text">;

/** The two parts of a criterion's words, cut before the given offset into its text; null where one would be empty. */
export function partsAt({ text, start }: Part, cut: number): [Part, Part] | null {
  const first = text.slice(0, cut).replace(/[\s;；,，、]+$/u, "");
  const rest = text.slice(cut);
  const lead = /^[\s;；,，、]*(?:(?:and|or)\s+)?/iu.exec(rest)?.[0].length ?? 0;
  const second = rest.slice(lead);
  if (first === "" || second.trim() === "") return null;
  const from = start + cut + lead;
  return [
    { start, end: start + first.length, text: first },
    { start: from, end: from + second.length, text: second },
  ];
}

/** Where a criterion may be cut: behind stops and lines, before "and" and "or". */
export function cutsOf(text: string): number[] {
  const places = [...text.matchAll(/[;；,，、。\n]|\.\s(?=\S)|\s(?=(?:and|or)\s)|(?=[且和或及])/giu)];
  const cuts = places.map(({ index, 0: found }) => index + found.length);
  return [...new Set(cuts)].filter((cut) => partsAt({ text, start: 0, end: text.length }, cut) !== null);
}

/** A criterion in the place of one by two, each with what was read from its words; neither is reviewed. */
export function split(
  snapshot: Snapshot,
  id: string,
  parts: readonly (Part & Pick<Criterion, "tree" | "notes" | "computable">)[],
): Snapshot {
  const { document } = snapshot;
  const taken = new Set(document.criteria.map((one) => one.id));
  const named = parts.map((part, at) => ({ ...part, id: freeId(`${id}.${at + 1}`, taken) }));
  const criteria = document.criteria.flatMap((one) =>
    one.id === id ? named.map((part): Criterion => ({ ...one, ...part })) : [one],
  );
  return decide({ ...snapshot, document: { ...document, criteria } }, id, null);
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}

/** The criterion after this one where the two can become one: of the same list, behind it in the text. */
export function nextOf({ criteria }: CriteriaDocument, id: string): Criterion | null {
  const at = criteria.findIndex((one) => one.id === id);
  const [one, next] = [criteria[at], criteria[at + 1]];
  return one !== undefined && next !== undefined && next.type === one.type && next.start >= one.end ? next : null;
}

/** This criterion and the next as one: both must hold to include, either excludes. It is to be reviewed again. */
export function mergeWithNext(snapshot: Snapshot, id: string): Snapshot {
  const { document } = snapshot;
  const next = nextOf(document, id);
  const one = document.criteria.find((each) => each.id === id);
  if (next === null || one === undefined) return snapshot;
  const kind = one.type === "inclusion" ? ("all" as const) : ("any" as const);
  const of = [one, next].flatMap(({ tree }) => (tree.kind === kind ? tree.of : [tree]));
  const merged: Criterion = {
    ...one,
    end: next.end,
    text: document.source.text.slice(one.start, next.end),
    tree: { kind, of },
    notes: [...one.notes, ...next.notes],
  };
  const criteria = document.criteria.flatMap((each) => (each.id === next.id ? [] : each.id === id ? [merged] : [each]));
  return decide(decide({ ...snapshot, document: { ...document, criteria } }, id, null), next.id, null);
}
