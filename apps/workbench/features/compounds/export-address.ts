import type { TableState } from "../../compound-filter/table-state.ts";

/** Address of the file with the compounds that pass the filter, in the order of registration. */
export function exportAddress(
  projectId: string,
  format: "csv" | "sdf",
  state: TableState,
  columns: readonly string[],
): string {
  const query = new URLSearchParams();
  query.set("columns", columns.filter((column) => column !== "structure").join(","));
  if (state.text !== "") query.set("text", state.text);
  if (state.searchId !== null) query.set("search", state.searchId);
  for (const { column, min, max } of state.ranges) query.append("range", `${column}:${min ?? ""}:${max ?? ""}`);
  return `/api/v1/projects/${encodeURIComponent(projectId)}/export.${format}?${query}`;
}
