// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by hand, a <table> cannot do that
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant names the cell
"use client";

import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react";
import { memo, type ReactNode, useRef } from "react";
import { Button } from "react-aria-components/Button";
import { classNames } from "../class-names.ts";
import { Menu, type MenuEntry } from "../overlays/menu.tsx";
import { useUiText } from "../ui-locale.ts";
import type { DataColumn, SortState } from "./column.ts";
import { cellData } from "./table-row.tsx";

export type TableHeaderProps<Row> = {
  id: string;
  columns: readonly DataColumn<Row>[];
  sort: SortState;
  onSort: ((sort: SortState) => void) | undefined;
  onHide: ((columnId: string) => void) | undefined;
  onResize: (columnId: string, change: number) => void;
  activeColumn: number | null;
  selection: { all: boolean; some: boolean; onToggle: () => void } | null;
};

function TableHeaderView<Row>(props: TableHeaderProps<Row>): ReactNode {
  const { id, columns, sort, activeColumn, selection } = props;
  const text = useUiText();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-30 grid h-11 w-full grid-cols-(--columns) border-b bg-surface"
    >
      {selection !== null && (
        <div
          role="columnheader"
          aria-colindex={1}
          className="sticky left-0 z-10 flex items-center justify-center bg-surface"
        >
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={text.tableSelectAll}
            checked={selection.all}
            ref={(box) => {
              if (box !== null) box.indeterminate = selection.some && !selection.all;
            }}
            onChange={selection.onToggle}
            className="size-4 accent-(--qh-accent)"
          />
        </div>
      )}
      {columns.map((column, at) => {
        const direction = sort?.columnId === column.id ? sort.direction : null;
        return (
          <div
            key={column.id}
            id={`${id}--1-${at}`}
            role="columnheader"
            aria-colindex={at + (selection === null ? 1 : 2)}
            aria-sort={direction === null ? undefined : direction === "asc" ? "ascending" : "descending"}
            {...cellData(-1, at)}
            className={classNames(
              "group/head relative flex min-w-0 items-center bg-surface",
              at === 0 && `sticky z-10 border-r ${selection === null ? "left-0" : "left-9"}`,
              activeColumn === at && "shadow-[inset_0_0_0_2px_var(--qh-focus)]",
            )}
          >
            <HeaderMenu column={column} direction={direction} {...props} />
            <ResizeHandle columnId={column.id} onResize={props.onResize} />
          </div>
        );
      })}
    </div>
  );
}

/** Rendered again when something of it changed, not with each step of scrolling. */
export const TableHeader = memo(TableHeaderView) as typeof TableHeaderView;

function HeaderMenu<Row>({
  column,
  direction,
  onSort,
  onHide,
  onResize,
}: TableHeaderProps<Row> & { column: DataColumn<Row>; direction: "asc" | "desc" | null }) {
  const text = useUiText();
  const entries: MenuEntry[] = [];
  if (onSort !== undefined && column.isSortable === true) {
    const sortBy = (to: "asc" | "desc") => () => onSort({ columnId: column.id, direction: to });
    entries.push(
      {
        id: "asc",
        label: text.tableSortAscending,
        icon: <ArrowUp aria-hidden size={14} />,
        isSelected: direction === "asc",
        onAction: sortBy("asc"),
      },
      {
        id: "desc",
        label: text.tableSortDescending,
        icon: <ArrowDown aria-hidden size={14} />,
        isSelected: direction === "desc",
        onAction: sortBy("desc"),
      },
    );
    if (direction !== null) entries.push({ id: "none", label: text.tableSortClear, onAction: () => onSort(null) });
    entries.push({ kind: "separator", id: "line" });
  }
  entries.push(
    { id: "wider", label: text.tableWidenColumn, onAction: () => onResize(column.id, 40) },
    { id: "narrower", label: text.tableNarrowColumn, onAction: () => onResize(column.id, -40) },
  );
  if (onHide !== undefined && column.isHideable !== false)
    entries.push({ id: "hide", label: text.tableHideColumn, onAction: () => onHide(column.id) });
  const Arrow = direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <Menu
      label={text.tableColumnMenu(column.name)}
      entries={entries}
      trigger={
        <Button
          excludeFromTabOrder
          data-column-menu={column.id}
          className={classNames(
            "flex h-full w-full min-w-0 items-center gap-1 px-2 text-xs font-medium text-ink-2 outline-none data-hovered:text-ink",
            column.align === "end" && "flex-row-reverse",
          )}
        >
          <span className={classNames("flex min-w-0 flex-col", column.align === "end" ? "text-right" : "text-left")}>
            <span className="truncate">{column.name}</span>
            {column.unit !== undefined && <span className="truncate font-normal text-ink-3">{column.unit}</span>}
          </span>
          {direction === null ? (
            <ChevronDown aria-hidden size={12} className="hidden shrink-0 group-hover/head:block" />
          ) : (
            <Arrow aria-hidden size={12} className="shrink-0 text-accent" />
          )}
        </Button>
      }
    />
  );
}

/** Drags a column's width; by keyboard the column menu does the same. */
function ResizeHandle({
  columnId,
  onResize,
}: {
  columnId: string;
  onResize: (columnId: string, change: number) => void;
}) {
  const last = useRef<number | null>(null);
  return (
    <div
      aria-hidden
      className="absolute top-0 right-0 z-10 h-full w-1.5 cursor-col-resize hover:bg-line-strong"
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (last.current === null) return;
        onResize(columnId, event.clientX - last.current);
        last.current = event.clientX;
      }}
      onPointerUp={() => {
        last.current = null;
      }}
    />
  );
}
