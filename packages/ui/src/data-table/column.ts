import type { ReactNode } from "react";

/** One column of a DataTable. Unit and name stand in the header; the cell shows the value alone. */
export type DataColumn<Row> = {
  id: string;
  name: string;
  unit?: string;
  /** Start width in pixels; the reader may change it. */
  width: number;
  minWidth?: number;
  align?: "start" | "end" | "center";
  cell: (row: Row) => ReactNode;
  /** The cell as text, for copying. Absences use the same marks as the page. */
  text: (row: Row) => string;
  isSortable?: boolean;
  isHideable?: boolean;
};

export type SortState = { columnId: string; direction: "asc" | "desc" } | null;
export type RowHeight = 36 | 56 | 88;

/** A cell by place; row -1 is the header. */
export type CellPlace = { row: number; column: number };
export type CellRange = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

export const rangeBetween = (a: CellPlace, b: CellPlace): CellRange => ({
  fromRow: Math.max(0, Math.min(a.row, b.row)),
  toRow: Math.max(a.row, b.row),
  fromColumn: Math.min(a.column, b.column),
  toColumn: Math.max(a.column, b.column),
});

/** Tab-separated text of a range; tabs and line breaks inside a cell become spaces, rows not loaded are left out. */
export function rangeToTsv<Row>(
  range: CellRange,
  columns: readonly DataColumn<Row>[],
  rowAt: (index: number) => Row | undefined,
): { text: string; cells: number } {
  const shown = columns.slice(range.fromColumn, range.toColumn + 1);
  const lines: string[] = [];
  for (let index = range.fromRow; index <= range.toRow; index++) {
    const row = rowAt(index);
    if (row === undefined) continue;
    lines.push(shown.map((column) => column.text(row).replace(/[\t\r\n]+/g, " ")).join("\t"));
  }
  return { text: lines.join("\n"), cells: lines.length * shown.length };
}
