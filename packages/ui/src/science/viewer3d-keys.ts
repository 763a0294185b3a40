import type { KeyboardEvent } from "react";

const turnDegrees = 15;
const zoomFactor = 1.2;

/** What a 3D view can be asked by keyboard. */
export type Viewer3dMoves = {
  turn: (axis: "x" | "y", degrees: number) => void;
  zoom: (factor: number) => void;
  reset: () => void;
};

/** Arrow keys turn, plus and minus zoom, 0 goes back; `more` are keys of one view alone. */
export function onViewerKey(
  event: KeyboardEvent,
  { turn, zoom, reset }: Viewer3dMoves,
  more: readonly (readonly [key: string, act: () => void])[] = [],
): void {
  const keys = new Map<string, () => void>([
    ["ArrowLeft", () => turn("y", -turnDegrees)],
    ["ArrowRight", () => turn("y", turnDegrees)],
    ["ArrowUp", () => turn("x", -turnDegrees)],
    ["ArrowDown", () => turn("x", turnDegrees)],
    ["+", () => zoom(zoomFactor)],
    ["=", () => zoom(zoomFactor)],
    ["-", () => zoom(1 / zoomFactor)],
    ["0", reset],
    ...more,
  ]);
  const act = keys.get(event.key);
  if (act === undefined) return;
  event.preventDefault();
  act();
}
