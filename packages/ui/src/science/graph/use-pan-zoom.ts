"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type Bounds, labelRoom, type Point } from "./graph-layout.ts";

/** Where the drawing's centre lies on the screen, in pixels from the corner, and pixels per unit. */
export type View = Point & { zoom: number };

const least = 0.2;
const most = 6;
const clampZoom = (zoom: number) => Math.min(most, Math.max(least, zoom));

/** Dragging, wheel and buttons over a drawing of these bounds; it fits the host until the reader moves it. */
export function usePanZoom(host: RefObject<HTMLElement | null>, bounds: Bounds) {
  const [view, setView] = useState<View | null>(null);
  const isTouched = useRef(false);
  const drag = useRef<(Point & { pointer: number; moved: boolean }) | null>(null);

  const fit = useCallback(() => {
    const element = host.current;
    if (element === null) return;
    isTouched.current = false;
    const { clientWidth: width, clientHeight: height } = element;
    const { left, right, top, bottom } = bounds;
    const free = { x: Math.max(1, width - 2 * labelRoom.x), y: Math.max(1, height - 2 * labelRoom.y) };
    const zoom = clampZoom(Math.min(free.x / (right - left || 1), free.y / (bottom - top || 1), 1.3));
    setView({ x: (width - zoom * (left + right)) / 2, y: (height - zoom * (top + bottom)) / 2, zoom });
  }, [host, bounds]);

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    fit();
    const resizing = new ResizeObserver(() => !isTouched.current && fit());
    resizing.observe(element);
    return () => resizing.disconnect();
  }, [host, fit]);

  const zoomBy = useCallback(
    (factor: number, at?: Point) => {
      const element = host.current;
      if (element === null) return;
      isTouched.current = true;
      setView((now) => {
        if (now === null) return now;
        const { x, y } = at ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
        const zoom = clampZoom(now.zoom * factor);
        const grown = zoom / now.zoom;
        return { zoom, x: x - (x - now.x) * grown, y: y - (y - now.y) * grown };
      });
    },
    [host],
  );

  // React listens to the wheel passively, which would let the page scroll as well.
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const corner = element.getBoundingClientRect();
      zoomBy(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0016 : 0.05)), {
        x: event.clientX - corner.left,
        y: event.clientY - corner.top,
      });
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [host, zoomBy]);

  /** Moves a place of the drawing into view where it is not. */
  const reveal = useCallback(
    (place: Point) => {
      const element = host.current;
      if (element === null) return;
      setView((now) => {
        if (now === null) return now;
        const keep = 60;
        const x = now.x + now.zoom * place.x;
        const y = now.y + now.zoom * place.y;
        const dx = Math.max(keep - x, 0) + Math.min(element.clientWidth - keep - x, 0);
        const dy = Math.max(keep - y, 0) + Math.min(element.clientHeight - keep - y, 0);
        if (dx === 0 && dy === 0) return now;
        isTouched.current = true;
        return { ...now, x: now.x + dx, y: now.y + dy };
      });
    },
    [host],
  );

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      drag.current = { x: event.clientX, y: event.clientY, pointer: event.pointerId, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = drag.current;
      if (from === null || from.pointer !== event.pointerId) return;
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (!from.moved && Math.hypot(dx, dy) < 4) return;
      if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { ...from, x: event.clientX, y: event.clientY, moved: true };
      isTouched.current = true;
      setView((now) => now && { ...now, x: now.x + dx, y: now.y + dy });
    },
    onPointerUp: () => {
      drag.current = null;
    },
  };
  return { view, fit, zoomBy, reveal, handlers };
}
