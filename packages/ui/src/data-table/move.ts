import type { CellPlace } from "./column.ts";

export type TableSize = { rows: number; columns: number; pageRows: number };

/** Where a key press moves the active cell; null when the key does not move it. Row -1 is the header. */
export function moveCell(
  at: CellPlace,
  press: { key: string; ctrlKey: boolean; metaKey: boolean },
  size: TableSize,
): CellPlace | null {
  const far = press.ctrlKey || press.metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const go = (row: number, column: number): CellPlace => ({
    row: Math.min(last.row, Math.max(-1, row)),
    column: Math.min(last.column, Math.max(0, column)),
  });
  switch (press.key) {
    case "ArrowDown":
      return go(far ? last.row : at.row + 1, at.column);
    case "ArrowUp":
      return go(far ? 0 : at.row - 1, at.column);
    case "ArrowRight":
      return go(at.row, far ? last.column : at.column + 1);
    case "ArrowLeft":
      return go(at.row, far ? 0 : at.column - 1);
    case "PageDown":
      return go(at.row + size.pageRows, at.column);
    case "PageUp":
      return go(Math.max(0, at.row - size.pageRows), at.column);
    case "Home":
      return go(far ? 0 : at.row, 0);
    case "End":
      return go(far ? last.row : at.row, last.column);
    default:
      return null;
  }
}
