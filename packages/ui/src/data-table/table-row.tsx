// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by hand, a <table> cannot do that
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant names the cell
"use client";

import { memo, type ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { DataColumn } from "./column.ts";

export type TableRowProps<Row> = {
  id: string;
  index: number;
  row: Row | undefined;
  columns: readonly DataColumn<Row>[];
  top: number;
  height: number;
  isSelected: boolean;
  isSelectable: boolean;
  selectLabel: string;
  activeColumn: number | null;
  rangeFrom: number | null;
  rangeTo: number | null;
};

const alignments = { start: "justify-start", end: "justify-end", center: "justify-center" };

/** Marks read by the table's one pointer handler, so that a row needs no handler of its own. */
export const cellData = (row: number, column: number) => ({ "data-row": row, "data-column": column });

function TableRowView<Row>(props: TableRowProps<Row>): ReactNode {
  const { id, index, row, columns, top, height, isSelected, isSelectable, selectLabel } = props;
  const { activeColumn, rangeFrom, rangeTo } = props;
  const ground = isSelected ? "bg-accent-soft" : "bg-canvas group-hover/row:bg-surface";
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      className={classNames(
        "group/row absolute left-0 grid w-full grid-cols-(--columns) border-b contain-strict",
        isSelected ? "bg-accent-soft" : "bg-canvas hover:bg-surface",
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {isSelectable && (
        <div
          role="gridcell"
          aria-colindex={1}
          className={classNames("sticky left-0 z-10 flex items-center justify-center", ground)}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={selectLabel}
            checked={isSelected}
            readOnly
            data-select={index}
            className="size-4 accent-(--qh-accent)"
          />
        </div>
      )}
      {columns.map((column, at) => {
        const inRange = rangeFrom !== null && rangeTo !== null && at >= rangeFrom && at <= rangeTo;
        return (
          <div
            key={column.id}
            id={`${id}-${index}-${at}`}
            role="gridcell"
            aria-colindex={at + (isSelectable ? 2 : 1)}
            {...cellData(index, at)}
            className={classNames(
              "flex min-w-0 items-center overflow-hidden px-2 text-sm",
              alignments[column.align ?? "start"],
              at === 0 ? "sticky z-10 border-r" : "",
              at === 0 && (isSelectable ? "left-9" : "left-0"),
              inRange && !isSelected ? "bg-accent-soft" : at === 0 && ground,
              activeColumn === at && "z-20 shadow-[inset_0_0_0_2px_var(--qh-focus)]",
            )}
          >
            {row === undefined ? <span aria-hidden className="h-3 w-2/3 rounded-sm bg-hover" /> : column.cell(row)}
          </div>
        );
      })}
    </div>
  );
}

export const TableRow = memo(TableRowView) as typeof TableRowView;
