import type { QueryLists } from "./evaluate-target.ts";

/**
 * Query lists of rows of a file as places among the rows that could be read, `present`. A query that could not be read is left out of
 * its list, and a list without any left is left out: it has nothing to rank by.
 */
export function listsOfPresent(lists: QueryLists, present: readonly number[]): QueryLists {
  const place = new Map(present.map((row, index) => [row, index]));
  return lists.map((list) => list.flatMap((row) => place.get(row) ?? [])).filter((list) => list.length > 0);
}
