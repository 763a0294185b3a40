import type { Fact, Person } from "../schema.ts";

/** The time a record covers, read from its visits (all facts where there are none): first to last date. */
export function observedOf(facts: readonly Fact[]): Person["observed"] {
  const visits = facts.filter(({ kind }) => kind === "visit");
  let from: string | null = null;
  let to: string | null = null;
  for (const { start, end } of visits.length > 0 ? visits : facts) {
    if (start !== null && (from === null || start < from)) from = start;
    const last = end ?? start;
    if (last !== null && (to === null || last > to)) to = last;
  }
  return { from, to };
}
