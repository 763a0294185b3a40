import type { Criterion } from "@qinghao/trials/schema";

export type CriterionNumber = { type: Criterion["type"]; n: number };

/** Where each criterion stands in its list, counted from 1. */
export function numbersOf(criteria: readonly Criterion[]): ReadonlyMap<string, CriterionNumber> {
  const count = { inclusion: 0, exclusion: 0 };
  return new Map(criteria.map(({ id, type }) => [id, { type, n: ++count[type] }]));
}
