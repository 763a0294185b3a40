import type { RunScope } from "@qinghao/api/schema";
import type { CompoundId, SearchId } from "@qinghao/kernel";
import type { TableState } from "./table-state.ts";

/** Which compounds a prediction run covers, as the reader chooses it. */
export type ScopeChoice = "selected" | "filter" | "missing" | "all";

/** A filter by text or numbers is handed to the run as ids; more than this many are not collected. */
export const idLimit = 20_000;

/** Whether a filter is nothing but a substructure search, which a run can name by its id. */
export const isSearchOnly = (state: TableState): boolean =>
  state.searchId !== null && state.text === "" && state.ranges.length === 0;

type Page = { readonly total: number; readonly rows: readonly { readonly id: string }[] };

/** The API's scope of a choice; `fetchPage` gives the rows of the filter from an offset on. */
export async function scopeOf(
  choice: ScopeChoice,
  state: TableState,
  selected: Iterable<string>,
  fetchPage: (offset: number) => Promise<Page>,
): Promise<RunScope> {
  if (choice === "all" || choice === "missing") return { kind: choice };
  if (choice === "selected") return { kind: "ids", ids: [...selected] as CompoundId[] };
  if (isSearchOnly(state)) return { kind: "search", searchId: state.searchId as SearchId };
  const ids: string[] = [];
  for (;;) {
    const { total, rows } = await fetchPage(ids.length);
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0 || ids.length >= total) return { kind: "ids", ids: ids as CompoundId[] };
  }
}
