export const numberColumnIds = [
  "mw",
  "clogp",
  "tpsa",
  "hbd",
  "hba",
  "rotatableBonds",
  "fsp3",
  "ringCount",
  "heavyAtoms",
] as const;
export const textColumnIds = ["name", "formula", "smiles", "inchikey", "createdAt"] as const;
export type PredictionColumnId = `prediction:${string}`;
export type RangeColumnId = (typeof numberColumnIds)[number] | PredictionColumnId;
export type SortColumnId = RangeColumnId | (typeof textColumnIds)[number];

/** Range of a numeric column; at least one end is set. */
export type ColumnRange = { readonly column: RangeColumnId; readonly min?: number; readonly max?: number };
export type ColumnSort = { readonly column: SortColumnId; readonly dir: "asc" | "desc" };
export const rowHeights = [36, 56, 88] as const;
export type RowHeight = (typeof rowHeights)[number];

/** What the compounds page shows, all of it in the address. */
export type TableState = {
  readonly text: string;
  readonly ranges: readonly ColumnRange[];
  readonly sort: ColumnSort | null;
  /** Finished or running substructure search whose hits are shown. */
  readonly searchId: string | null;
  /** Visible columns in order; null: the usual ones. */
  readonly columns: readonly string[] | null;
  readonly rowHeight: RowHeight;
  /** The compound in the inspector. */
  readonly compoundId: string | null;
  /** The prediction run whose progress is shown. */
  readonly runId: string | null;
};

export const emptyTableState: TableState = {
  text: "",
  ranges: [],
  sort: null,
  searchId: null,
  columns: null,
  rowHeight: 56,
  compoundId: null,
  runId: null,
};

const columnName = /^[a-zA-Z][a-zA-Z0-9]{0,40}(:[a-z][a-z0-9-]{0,63})?$/;
const isPredictionColumn = (id: string): id is PredictionColumnId => /^prediction:[a-z][a-z0-9-]{0,63}$/.test(id);
const isRangeColumn = (id: string): id is RangeColumnId =>
  isPredictionColumn(id) || numberColumnIds.some((known) => known === id);
export const isSortColumn = (id: string): id is SortColumnId =>
  isRangeColumn(id) || textColumnIds.some((known) => known === id);

/** Reads the state from an address; what is malformed is left out, so that an old or mistyped link still opens. */
export function readTableState(query: URLSearchParams): TableState {
  const height = Number(query.get("height"));
  return {
    text: query.get("text") ?? "",
    ranges: query.getAll("range").flatMap(readRange),
    sort: readSort(query.get("sort")),
    searchId: query.get("search"),
    columns: readColumns(query.get("columns")),
    rowHeight: rowHeights.find((one) => one === height) ?? emptyTableState.rowHeight,
    compoundId: query.get("compound"),
    runId: query.get("run"),
  };
}

/** The query part of the address of a state; what is usual is left out. */
export function writeTableState(state: TableState): URLSearchParams {
  const query = new URLSearchParams();
  if (state.text !== "") query.set("text", state.text);
  for (const { column, min, max } of state.ranges) query.append("range", `${column}:${min ?? ""}:${max ?? ""}`);
  if (state.sort !== null) query.set("sort", `${state.sort.column}:${state.sort.dir}`);
  if (state.searchId !== null) query.set("search", state.searchId);
  if (state.columns !== null) query.set("columns", state.columns.join(","));
  if (state.rowHeight !== emptyTableState.rowHeight) query.set("height", String(state.rowHeight));
  if (state.compoundId !== null) query.set("compound", state.compoundId);
  if (state.runId !== null) query.set("run", state.runId);
  return query;
}

function readRange(text: string): ColumnRange[] {
  const [, column = "", least = "", most = ""] = /^(.*):([^:]*):([^:]*)$/.exec(text) ?? [];
  const min = readNumber(least);
  const max = readNumber(most);
  if (!isRangeColumn(column) || (min === undefined && max === undefined)) return [];
  return [{ column, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }];
}

function readNumber(text: string): number | undefined {
  if (text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function readSort(text: string | null): ColumnSort | null {
  const [, column = "", dir] = /^(.*):([^:]*)$/.exec(text ?? "") ?? [];
  return isSortColumn(column) && (dir === "asc" || dir === "desc") ? { column, dir } : null;
}

function readColumns(text: string | null): readonly string[] | null {
  if (text === null) return null;
  const columns = text.split(",").filter((name) => columnName.test(name));
  return columns.length === 0 ? null : columns;
}

/** The part of the state that decides which compounds are shown, as the API takes it. */
export function filterOf(state: TableState) {
  return {
    ...(state.text === "" ? {} : { text: state.text }),
    ...(state.ranges.length === 0 ? {} : { ranges: state.ranges.map((range) => ({ ...range })) }),
    ...(state.searchId === null ? {} : { search: { searchId: state.searchId } }),
  };
}

export const isFiltered = (state: TableState): boolean =>
  state.text !== "" || state.ranges.length > 0 || state.searchId !== null;
