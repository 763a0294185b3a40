import { type GraphNode, type GraphSpec, neighboursOf } from "./graph-spec.ts";

export type Point = { x: number; y: number };
export type Bounds = { left: number; right: number; top: number; bottom: number };

/** A kind's part of the drawing: where its title stands. */
export type GraphSector = { kind: string; count: number; title: Point; side: "left" | "middle" | "right" };
export type GraphLayout = {
  positions: ReadonlyMap<string, Point>;
  sectors: readonly GraphSector[];
  /** Where nodes and titles lie, the centre at 0, 0; names need `labelRoom` around it. */
  bounds: Bounds;
};

/** Pixels that names at the edge need around the drawing. */
export const labelRoom = { x: 92, y: 22 };

/** Room that a node and its name take, in units of the drawing: names are wide and low. */
const cell = { width: 120, height: 28 };
const firstRing = 76;
/** Least angle of a kind, radians, so that two nodes do not share a spot. */
const leastAngle = 0.16;
const gap = 0.07;
/** A wide sector is filled slice by slice, each with rings that suit its direction. */
const widestSlice = 0.6;

/**
 * Places the centre in the middle and each kind in a sector of its own, on as many elliptic rings as it needs: near the
 * centre what is few steps away and well connected. Nothing is random: the same graph always gives the same drawing.
 * @param aspect width of the room divided by its height
 * Cost O(nodes log nodes + edges).
 */
export function layoutGraph(spec: GraphSpec, aspect = 1.7): GraphLayout {
  const neighbours = neighboursOf(spec);
  const positions = new Map<string, Point>();
  const [centre] = spec.nodes.filter(({ steps }) => steps === 0);
  if (centre !== undefined) positions.set(centre.id, { x: 0, y: 0 });

  const groups = spec.kinds
    .map(({ id }) => ({ kind: id, nodes: spec.nodes.filter((node) => node.kind === id && node !== centre) }))
    .filter(({ nodes }) => nodes.length > 0);
  const angles = shareAngles(groups.map(({ nodes }) => nodes.length));
  const sectors: GraphSector[] = [];
  const anglesOf = new Map<string, number>();
  // The first sector begins at the left, above the middle, and the others follow clockwise.
  let start = -Math.PI;
  for (const [at, { kind, nodes }] of groups.entries()) {
    const width = angles[at]!;
    const ordered = [...nodes].sort(
      (a, b) =>
        a.steps - b.steps ||
        neighbours.get(b.id)!.size - neighbours.get(a.id)!.size ||
        (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1),
    );
    const span = width - gap;
    const slices = Math.max(1, Math.min(Math.ceil(span / widestSlice), Math.floor(nodes.length / 3)));
    let reach = firstRing;
    for (let slice = 0; slice < slices; slice++) {
      const from = start + gap / 2 + (span * slice) / slices;
      const own = ordered.filter((_, place) => place % slices === slice);
      reach = Math.max(reach, fillSlice(own, { from, span: span / slices, aspect }, neighbours, positions, anglesOf));
    }
    const middle = start + width / 2;
    const cosine = Math.cos(middle);
    sectors.push({
      kind,
      count: nodes.length,
      title: onRing(reach + 10 + 22 * Math.abs(Math.sin(middle)), middle, aspect),
      side: cosine > 0.35 ? "right" : cosine < -0.35 ? "left" : "middle",
    });
    start += width;
  }
  return { positions, sectors, bounds: boundsOf([...positions.values(), ...sectors.map(({ title }) => title)]) };
}

type Slice = { from: number; span: number; aspect: number };

/** Puts the nodes of a slice on rings from the inside out and answers the last ring's radius. */
function fillSlice(
  nodes: readonly GraphNode[],
  { from, span, aspect }: Slice,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  positions: Map<string, Point>,
  anglesOf: Map<string, number>,
): number {
  const { along, across } = spacing(from + span / 2, aspect);
  let radius = firstRing;
  let last = firstRing;
  for (let done = 0; done < nodes.length; radius += across) {
    const room = Math.max(1, Math.floor((span * radius) / along + 0.35));
    const ring = inNeighbourOrder(nodes.slice(done, done + room), neighbours, anglesOf);
    for (const [place, node] of ring.entries()) {
      const angle = from + (span * (place + 0.5)) / ring.length;
      anglesOf.set(node.id, angle);
      positions.set(node.id, onRing(radius, angle, aspect));
    }
    done += ring.length;
    last = radius;
  }
  return last;
}

/** Distances along and across the rings in a direction that give every node its cell, before the stretch. */
function spacing(angle: number, aspect: number): { along: number; across: number } {
  const wide = cell.width / aspect;
  const extent = (x: number, y: number) => 1 / Math.hypot(x / wide, y / cell.height);
  const across = extent(Math.cos(angle), Math.sin(angle));
  const along = extent(Math.sin(angle), Math.cos(angle));
  const lost = Math.sqrt((wide * cell.height) / (across * along));
  return { along: along * lost, across: across * lost };
}

/** A place on a ring: between ellipse and rectangle, so that the corners of the room are used too. */
function onRing(radius: number, angle: number, aspect: number): Point {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const reach = radius / (cosine ** 4 + sine ** 4) ** 0.25;
  return { x: aspect * reach * cosine, y: reach * sine };
}

function boundsOf(places: readonly Point[]): Bounds {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return { left: Math.min(0, ...xs), right: Math.max(0, ...xs), top: Math.min(0, ...ys), bottom: Math.max(0, ...ys) };
}

/** Angles that add up to a full turn: more for more nodes, and never less than the least. */
function shareAngles(counts: readonly number[]): number[] {
  const weights = counts.map((count) => count);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = 2 * Math.PI - leastAngle * counts.length;
  return weights.map((weight) => leastAngle + (free * weight) / total);
}

/** The nodes of a ring in the order of those that they are joined to further in, so that fewer lines cross. */
function inNeighbourOrder<Node extends { id: string }>(
  nodes: readonly Node[],
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  anglesOf: ReadonlyMap<string, number>,
): Node[] {
  const wanted = new Map(
    nodes.map(({ id }) => {
      const known = [...neighbours.get(id)!].flatMap((other) => anglesOf.get(other) ?? []);
      return [id, known.length === 0 ? null : known.reduce((sum, angle) => sum + angle, 0) / known.length];
    }),
  );
  const free = nodes.filter(({ id }) => wanted.get(id) === null);
  const bound = nodes.filter(({ id }) => wanted.get(id) !== null);
  bound.sort((a, b) => wanted.get(a.id)! - wanted.get(b.id)!);
  return [...free, ...bound];
}
