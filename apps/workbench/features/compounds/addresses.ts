import { emptyTableState, type TableState, writeTableState } from "../../compound-filter/table-state.ts";

type Named = { readonly id: string; readonly name: string | null; readonly smiles: string };

/** The Design page with a copy of a compound. */
export function editAddress(projectId: string, { id, name, smiles }: Named): string {
  const query = new URLSearchParams({ smiles, from: id, ...(name === null ? {} : { name }) });
  return `/p/${projectId}/design?${query}`;
}

/**
 * The compound's own page. With its place in the table, that page can go to the previous and the next one and back to
 * the same table.
 */
export function compoundAddress(
  projectId: string,
  compoundId: string,
  state: TableState,
  place: number | null,
): string {
  const query = writeTableState({ ...state, compoundId: null, runId: null });
  if (place !== null) query.set("at", String(place));
  const text = query.toString();
  return `/p/${projectId}/compounds/${compoundId}${text === "" ? "" : `?${text}`}`;
}

/** The table, as it was. */
export function tableAddress(projectId: string, state: TableState): string {
  const text = writeTableState(state).toString();
  return `/p/${projectId}/compounds${text === "" ? "" : `?${text}`}`;
}

/** A new campaign over what the table shows. */
export function screenAddress(projectId: string, { text, ranges, searchId }: TableState): string {
  const query = writeTableState({ ...emptyTableState, text, ranges, searchId }).toString();
  return `/p/${projectId}/screening/new${query === "" ? "" : `?${query}`}`;
}
