"use client";

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { type CellPlace, type CellRange, rangeBetween } from "./column.ts";
import { moveCell, type TableSize } from "./move.ts";

export type CellSelectionOptions = {
  size: TableSize;
  onMove: (place: CellPlace) => void;
  onOpen: (place: CellPlace) => void;
  onToggle: (row: number) => void;
  onCopy: (range: CellRange) => void;
};

/** The active cell and the range between it and its anchor, moved by keys and pointer. */
export function useCellSelection({ size, onMove, onOpen, onToggle, onCopy }: CellSelectionOptions) {
  const [active, setActive] = useState<CellPlace | null>(null);
  const [anchor, setAnchor] = useState<CellPlace | null>(null);
  const isDragging = useRef(false);
  const isInside = active !== null && active.row < size.rows && active.column < size.columns;
  const at = isInside ? active : null;
  const range = at === null || anchor === null || at.row < 0 ? null : rangeBetween(anchor, at);
  const isWide = range !== null && (range.fromRow !== range.toRow || range.fromColumn !== range.toColumn);

  const go = (place: CellPlace, extend: boolean) => {
    setActive(place);
    if (!extend || anchor === null) setAnchor(place);
    onMove(place);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const place = at ?? { row: -1, column: 0 };
    if (event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey) && range !== null) onCopy(range);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) {
      setAnchor({ row: 0, column: 0 });
      setActive({ row: size.rows - 1, column: size.columns - 1 });
    } else if (event.key === "Enter" && at !== null) onOpen(at);
    else if (event.key === " " && at !== null && at.row >= 0) onToggle(at.row);
    else if (event.key === "Escape" && isWide) setAnchor(at);
    else {
      const next = moveCell(place, event, size);
      if (next === null) return;
      go(at === null ? { row: 0, column: 0 } : next, event.shiftKey);
    }
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0 || place.row < 0) return;
    isDragging.current = event.pointerType === "mouse";
    go(place, event.shiftKey);
  };
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    if (!isDragging.current || event.buttons !== 1) return;
    const place = placeOf(event.target);
    if (place !== null && place.row >= 0) setActive(place);
  };
  const onPointerUp = () => {
    isDragging.current = false;
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).dataset.select;
    if (row !== undefined) onToggle(Number(row));
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place !== null && place.row >= 0) onOpen(place);
  };
  const handlers = { onKeyDown, onPointerDown, onPointerOver, onPointerUp, onClick, onDoubleClick };
  return { active: at, range: isWide || at !== null ? range : null, handlers };
}

function placeOf(target: EventTarget): CellPlace | null {
  const cell = (target as HTMLElement).closest<HTMLElement>("[data-row][data-column]");
  return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
