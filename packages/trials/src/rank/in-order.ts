import type { Ranked } from "./rank.schema.ts";

/** Best score first, equal ones by id in code-unit order, numbered from 1. */
export const inOrder = (places: readonly Omit<Ranked, "rank">[]): Ranked[] =>
  [...places]
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((place, index) => ({ ...place, rank: index + 1 }));
