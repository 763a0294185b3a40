// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by hand, a <table> cannot do that
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import { showToast } from "../feedback/toast.tsx";
import { useUiLocale, useUiText } from "../ui-locale.ts";
import { formatCount } from "../values/format.ts";
import { type DataColumn, type RowHeight, rangeToTsv, type SortState } from "./column.ts";
import { TableHeader } from "./table-header.tsx";
import { TableRow } from "./table-row.tsx";
import { useCellSelection } from "./use-cell-selection.ts";
import { useRowSlots, useRowsToDraw } from "./use-row-slots.ts";

export type DataTableProps<Row> = {
  label: string;
  /** Shown columns in order; the first stays in view. */
  columns: readonly DataColumn<Row>[];
  /** All rows there are, loaded or not. */
  rowCount: number;
  /** The row at an index, undefined while it is not loaded. */
  rowAt: (index: number) => Row | undefined;
  rowId: (row: Row) => string;
  /** Names what is listed, for example filter and sort: when it changes, the table starts again at its top. */
  listing?: string;
  /** Which rows are in view, so that the page can load them. */
  onVisibleRows?: (from: number, to: number) => void;
  rowHeight?: RowHeight;
  sort?: SortState;
  onSort?: (sort: SortState) => void;
  onHideColumn?: (columnId: string) => void;
  /** Selected row ids; leave out for a table without row selection. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Enter or double click. */
  onOpen?: (row: Row) => void;
  /** The active row moved, for an inspector beside the table. */
  onActiveRow?: (row: Row | null) => void;
  empty?: ReactNode;
  className?: string;
};

/** Rows drawn beyond either end of the view, so that scrolling by hand never outruns them. */
const overscan = 6;

/**
 * A table of any length: rows are drawn as they come into view, header and first column stay. One tab stop; arrow keys
 * move a cell, Shift extends a range, Ctrl or Cmd C copies it as TSV, Space selects the row, Enter opens it, and on the
 * header Enter opens the column's menu.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowCount, rowAt, rowId, rowHeight = 36, selected, onSelect, onOpen, empty } = props;
  const text = useUiText();
  const locale = useUiLocale();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<Record<string, number>>({});
  const widthOf = (column: DataColumn<Row>) =>
    Math.max(column.minWidth ?? 64, column.width + (changes[column.id] ?? 0));
  const resize = useCallback((columnId: string, change: number) => {
    setChanges((before) => ({ ...before, [columnId]: (before[columnId] ?? 0) + change }));
  }, []);

  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    rangeExtractor: useRowsToDraw(rowHeight),
    scrollPaddingStart: 44,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new row height asks for new measurements
  useEffect(() => virtual.measure(), [rowHeight]);
  const { listing } = props;
  const listed = useRef(listing);
  useEffect(() => {
    if (listed.current === listing) return;
    listed.current = listing;
    scroller.current?.scrollTo({ top: 0 });
  }, [listing]);
  const items = virtual.getVirtualItems();
  const slots = useRowSlots(items, virtual.isScrolling);
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  const { onVisibleRows } = props;
  useEffect(() => {
    if (rowCount > 0) onVisibleRows?.(from, to);
  }, [from, to, rowCount, onVisibleRows]);

  const toggleRow = (index: number) => {
    const row = rowAt(index);
    if (row === undefined || selected === undefined || onSelect === undefined) return;
    const next = new Set(selected);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onSelect(next);
  };
  const cells = useCellSelection({
    size: { rows: rowCount, columns: columns.length, pageRows: Math.max(1, to - from - 2 * overscan) },
    onMove: (place) => {
      if (place.row >= 0) virtual.scrollToIndex(place.row);
      props.onActiveRow?.(rowAt(place.row) ?? null);
    },
    onOpen: (place) => {
      if (place.row === -1) {
        const menu = columns[place.column]?.id ?? "";
        scroller.current?.querySelector<HTMLElement>(`[data-column-menu="${CSS.escape(menu)}"]`)?.click();
        return;
      }
      const row = rowAt(place.row);
      if (row !== undefined) onOpen?.(row);
    },
    onToggle: toggleRow,
    onCopy: async (range) => {
      const { text: tsv, cells: count } = rangeToTsv(range, columns, rowAt);
      await navigator.clipboard.writeText(tsv);
      showToast({ title: text.tableCopied(formatCount(locale, count)), tone: "success" });
    },
  });

  const isSelectable = selected !== undefined;
  const onToggleAll = () => onSelect?.(selected?.size ? new Set() : new Set(loadedIds(rowCount, rowAt, rowId)));
  const toggleAll = useRef(onToggleAll);
  toggleAll.current = onToggleAll;
  const isSome = selected !== undefined && selected.size > 0;
  const isAll = isSome && loadedIds(rowCount, rowAt, rowId).every((one) => selected.has(one));
  const selection = useMemo(
    () => (isSelectable ? { all: isAll, some: isSome, onToggle: () => toggleAll.current() } : null),
    [isSelectable, isAll, isSome],
  );
  const template = [...(isSelectable ? ["36px"] : []), ...columns.map((one) => `${widthOf(one)}px`)];
  const total = columns.reduce((sum, one) => sum + widthOf(one), isSelectable ? 36 : 0);
  const style = { "--columns": `${template.join(" ")} minmax(0, 1fr)` };
  const { active, range, handlers } = cells;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${id}-hint`}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length + (isSelectable ? 1 : 0)}
      aria-multiselectable={isSelectable || undefined}
      aria-activedescendant={active === null ? undefined : `${id}-${active.row}-${active.column}`}
      {...handlers}
      className={classNames("relative min-h-0 flex-1 overflow-auto border-y select-none", props.className)}
      style={style as CSSProperties}
    >
      <span id={`${id}-hint`} hidden>
        {text.tableHint}
      </span>
      <div role="rowgroup" className="sticky top-0 z-30" style={{ minWidth: total }}>
        <TableHeader
          id={id}
          columns={columns}
          sort={props.sort ?? null}
          onSort={props.onSort}
          onHide={props.onHideColumn}
          onResize={resize}
          activeColumn={active?.row === -1 ? active.column : null}
          selection={selection}
        />
      </div>
      {rowCount === 0 ? (
        <div className="sticky left-0">{empty}</div>
      ) : (
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize(), minWidth: total }}>
          {slots.map(({ slot, item }) => {
            const row = rowAt(item.index);
            const inRange = range !== null && item.index >= range.fromRow && item.index <= range.toRow;
            return (
              <TableRow
                key={slot}
                id={id}
                index={item.index}
                row={row}
                columns={columns}
                top={item.start}
                height={item.size}
                isSelectable={isSelectable}
                isSelected={isSelectable && row !== undefined && selected.has(rowId(row))}
                selectLabel={text.tableSelectRow}
                activeColumn={active?.row === item.index ? active.column : null}
                rangeFrom={inRange ? range.fromColumn : null}
                rangeTo={inRange ? range.toColumn : null}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

function loadedIds<Row>(
  count: number,
  rowAt: (index: number) => Row | undefined,
  rowId: (row: Row) => string,
): string[] {
  const ids: string[] = [];
  // Beyond this many rows "all loaded rows" is what the page chooses by its own action.
  for (let index = 0; index < Math.min(count, 2_000); index++) {
    const row = rowAt(index);
    if (row !== undefined) ids.push(rowId(row));
  }
  return ids;
}
