export {
  type CellPlace,
  type CellRange,
  type DataColumn,
  type RowHeight,
  rangeBetween,
  rangeToTsv,
  type SortState,
} from "./column.ts";
export { ColumnChooser, type ColumnChooserProps } from "./column-chooser.tsx";
export { DataTable, type DataTableProps } from "./data-table.tsx";
export { moveCell, type TableSize } from "./move.ts";
export { RowHeightSwitch } from "./row-height-switch.tsx";
export { SimpleTable, type SimpleTableProps } from "./simple-table.tsx";
