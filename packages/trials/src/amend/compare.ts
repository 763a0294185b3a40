import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import { similarityOf } from "./similarity.ts";

/** What became of one criterion between two versions. `before` or `after` is null where it was added or removed. */
export type CriterionChange = {
  kind: "same" | "reworded" | "logic-changed" | "moved" | "added" | "removed";
  before: Criterion | null;
  after: Criterion | null;
  /** 0 to 1: how alike the words are. */
  similarity: number;
};

/** Below this, two criteria are different ones and not one that was reworded. */
const leastAlike = 0.5;

/**
 * Aligns the criteria of two versions: equal words first, then the most alike pairs. A criterion whose words are equal and
 * whose tree is not is `logic-changed`; one that went to the other list is `moved`. Every criterion of both versions stands
 * in exactly one change; the order is that of the new version, removed ones after what stood before them.
 */
export function compareDocuments(before: CriteriaDocument, after: CriteriaDocument): CriterionChange[] {
  const partner = new Map<Criterion, Criterion>();
  const taken = new Set<Criterion>();
  const pair = (newer: Criterion, older: Criterion) => {
    partner.set(newer, older);
    taken.add(older);
  };
  for (const newer of after.criteria) {
    const free = before.criteria.filter((older) => !taken.has(older) && wordsOf(older) === wordsOf(newer));
    const older = free.find(({ type }) => type === newer.type) ?? free[0];
    if (older) pair(newer, older);
  }
  const open = after.criteria.filter((newer) => !partner.has(newer));
  const pairs = open
    .flatMap((newer) =>
      before.criteria
        .filter((older) => !taken.has(older))
        .map((older) => ({ newer, older, alike: similarityOf(older.text, newer.text) })),
    )
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike);
  for (const { newer, older } of pairs) if (!partner.has(newer) && !taken.has(older)) pair(newer, older);
  return inOrder(before, after, partner, taken);
}

function inOrder(
  before: CriteriaDocument,
  after: CriteriaDocument,
  partner: ReadonlyMap<Criterion, Criterion>,
  taken: ReadonlySet<Criterion>,
): CriterionChange[] {
  const changes: CriterionChange[] = [];
  const removedAfter = new Map<Criterion | null, CriterionChange[]>();
  let last: Criterion | null = null;
  for (const older of before.criteria) {
    if (taken.has(older)) last = older;
    else {
      const list = removedAfter.get(last) ?? [];
      list.push({ kind: "removed", before: older, after: null, similarity: 0 });
      removedAfter.set(last, list);
    }
  }
  changes.push(...(removedAfter.get(null) ?? []));
  for (const newer of after.criteria) {
    const older = partner.get(newer) ?? null;
    changes.push(changeOf(older, newer));
    if (older !== null) changes.push(...(removedAfter.get(older) ?? []));
  }
  return changes;
}

function changeOf(before: Criterion | null, after: Criterion): CriterionChange {
  if (before === null) return { kind: "added", before, after, similarity: 0 };
  const similarity = similarityOf(before.text, after.text);
  if (before.type !== after.type) return { kind: "moved", before, after, similarity };
  if (wordsOf(before) !== wordsOf(after)) return { kind: "reworded", before, after, similarity };
  const isSame = JSON.stringify(before.tree) === JSON.stringify(after.tree);
  return { kind: isSame ? "same" : "logic-changed", before, after, similarity };
}

const wordsOf = ({ text }: Criterion): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();
