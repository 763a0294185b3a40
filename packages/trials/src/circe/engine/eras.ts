import type { Day } from "../definition.ts";

export type Span = { readonly person: number; readonly start: Day; readonly end: Day };

/**
 * Joins spans of each person that touch or lie at most `padDays` apart. The padding is taken off the joined end again.
 * @returns spans by person, then start.
 */
export function joinEras(spans: Iterable<Span>, padDays: number): Span[] {
  const sorted = [...spans].sort((a, b) => a.person - b.person || a.start - b.start || a.end - b.end);
  const eras: { person: number; start: Day; end: Day }[] = [];
  for (const { person, start, end } of sorted) {
    const last = eras.at(-1);
    if (last !== undefined && last.person === person && last.end + padDays >= start) last.end = Math.max(last.end, end);
    else eras.push({ person, start, end });
  }
  return eras;
}
