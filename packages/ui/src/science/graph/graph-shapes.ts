import type { Point } from "./graph-layout.ts";
import type { GraphShape } from "./graph-spec.ts";

const polygon = (corners: number, radius: number, turn: number): string =>
  pathOf(
    Array.from({ length: corners }, (_, at) => {
      const angle = turn + (2 * Math.PI * at) / corners;
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    }),
  );

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}Z`;

const up = -Math.PI / 2;

/** SVG path of a shape around 0, 0; the radii differ a little so that all look equally large. */
export function shapePath(shape: GraphShape, radius: number): string {
  switch (shape) {
    case "circle":
      return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
    case "square":
      return polygon(4, radius * 1.22, up / 2);
    case "diamond":
      return polygon(4, radius * 1.25, up);
    case "triangle-up":
      return polygon(3, radius * 1.3, up);
    case "triangle-down":
      return polygon(3, radius * 1.3, -up);
    case "pentagon":
      return polygon(5, radius * 1.15, up);
    case "hexagon":
      return polygon(6, radius * 1.12, 0);
    case "star":
      return pathOf(
        Array.from({ length: 10 }, (_, at) => {
          const reach = radius * (at % 2 === 0 ? 1.4 : 0.62);
          const angle = up + (Math.PI * at) / 5;
          return [reach * Math.cos(angle), reach * Math.sin(angle)] as const;
        }),
      );
    case "cross": {
      const long = radius * 1.15;
      const half = radius * 0.42;
      return pathOf([
        [-half, -long],
        [half, -long],
        [half, -half],
        [long, -half],
        [long, half],
        [half, half],
        [half, long],
        [-half, long],
        [-half, half],
        [-long, half],
        [-long, -half],
        [-half, -half],
      ]);
    }
  }
}

/** Radius of a node with so many neighbours. */
export const nodeRadius = (neighbours: number, isCentre: boolean): number =>
  isCentre ? 11 : 4.5 + Math.min(4, Math.sqrt(Math.max(0, neighbours - 1)));

/** A line between two nodes; one that does not touch the centre bends towards it, so that lines gather in the middle. */
export function edgePath(from: Point, to: Point): string {
  const isSpoke = (from.x === 0 && from.y === 0) || (to.x === 0 && to.y === 0);
  const start = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}`;
  const end = `${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  if (isSpoke) return `${start}L${end}`;
  const bend = 0.62;
  return `${start}Q${((bend * (from.x + to.x)) / 2).toFixed(1)} ${((bend * (from.y + to.y)) / 2).toFixed(1)} ${end}`;
}
