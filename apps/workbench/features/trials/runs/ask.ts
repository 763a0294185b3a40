import type { MatchRunView } from "@qinghao/api/schema";
import type { Criterion } from "@qinghao/trials/schema";
import { thresholdsOf, withBound } from "./thresholds.ts";

export type Ask = MatchRunView["ask"];

/** What is asked, as the form holds it. */
export type AskDraft = {
  counts: boolean;
  /** Ids in the order of the funnel's steps; null without a funnel. */
  funnel: readonly string[] | null;
  whatIf: boolean;
  /** Share of the threshold; null without near misses. */
  nearMisses: number | null;
  /** Thresholds by key that are set otherwise. */
  loosened: ReadonlyMap<string, number>;
};

export const firstAsk = (criteria: readonly Criterion[]): AskDraft => ({
  counts: true,
  funnel: criteria.map(({ id }) => id),
  whatIf: true,
  nearMisses: 0.1,
  loosened: new Map(),
});

/** The question of a former run, where its criteria are still those of the version. */
export function askOf({ counts, funnel, whatIf, nearMisses, loosened }: Ask, criteria: readonly Criterion[]): AskDraft {
  const known = new Set(criteria.map(({ id }) => id));
  const kept = funnel?.filter((id) => known.has(id)) ?? null;
  const bounds = new Map<string, number>();
  for (const { criterion, tree } of loosened) {
    const before = criteria.find(({ id }) => id === criterion);
    if (before === undefined) continue;
    const after = thresholdsOf({ ...before, tree });
    for (const threshold of thresholdsOf(before)) {
      const now = after.find(({ key }) => key === threshold.key)?.value;
      if (now !== undefined && now !== threshold.value) bounds.set(threshold.key, now);
    }
  }
  const missing = kept === null ? [] : criteria.map(({ id }) => id).filter((id) => !kept.includes(id));
  return { counts, funnel: kept === null ? null : [...kept, ...missing], whatIf, nearMisses, loosened: bounds };
}

/** The form as it goes to the sites: every threshold that is set otherwise is a form of its criterion of its own. */
export function wireAsk(draft: AskDraft, criteria: readonly Criterion[]): Ask {
  const all = criteria.flatMap((criterion) => thresholdsOf(criterion).map((threshold) => ({ criterion, threshold })));
  const changed = all.flatMap(({ criterion, threshold }) => {
    const value = draft.loosened.get(threshold.key);
    return value === undefined || value === threshold.value
      ? []
      : [{ criterion: criterion.id, tree: withBound(criterion.tree, threshold, value) }];
  });
  return {
    counts: draft.counts,
    funnel: draft.funnel === null ? null : [...draft.funnel],
    whatIf: draft.whatIf,
    nearMisses: draft.nearMisses,
    loosened: changed.map((one, at) => ({ id: `form-${at + 1}`, ...one })),
  };
}
