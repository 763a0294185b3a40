import type { RunScope } from "@qinghao/api/schema";
import type { CompoundId, SearchId } from "@qinghao/kernel";
import { filterOf, type TableState } from "./table-state.ts";

/** Which compounds a prediction run covers, as the reader chooses it. */
export type ScopeChoice = "selected" | "filter" | "missing" | "all";

/** The API's scope of a choice. */
export function scopeOf(choice: ScopeChoice, state: TableState, selected: Iterable<string>): RunScope {
  if (choice === "all" || choice === "missing") return { kind: choice };
  if (choice === "selected") return { kind: "ids", ids: [...selected] as CompoundId[] };
  const { search, ...conditions } = filterOf(state);
  return {
    kind: "filter",
    ...conditions,
    ...(search === undefined ? {} : { search: { searchId: search.searchId as SearchId } }),
  };
}
