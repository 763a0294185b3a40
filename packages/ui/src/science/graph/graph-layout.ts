import { type GraphSpec, neighboursOf } from "./graph-spec.ts";

export type Point = { x: number; y: number };

/** A kind's part of the drawing: where its title stands. */
export type GraphSector = { kind: string; count: number; title: Point; side: "left" | "middle" | "right" };
export type GraphLayout = {
  positions: ReadonlyMap<string, Point>;
  sectors: readonly GraphSector[];
  /** Half width and half height of what is drawn, the centre at 0, 0. */
  extent: Point;
};

/** Room between neighbours on a ring, and between rings, before the stretch. */
const along = 43;
const across = 38;
const firstRing = 88;
/** Names are wide and low, so the rings are drawn as ellipses of this ratio. */
const stretch = 1.68;
/** Least angle of a kind, radians, so that two nodes do not share a spot. */
const leastAngle = 0.16;
const gap = 0.07;

/**
 * Places the centre in the middle and each kind in a sector of its own, on as many elliptic rings as it needs: near the
 * centre what is few steps away and well connected. Nothing is random: the same graph always gives the same drawing.
 * Cost O(nodes log nodes + edges).
 */
export function layoutGraph(spec: GraphSpec): GraphLayout {
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
  let reach = firstRing;
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
    const from = start + gap / 2;
    const span = width - gap;
    let radius = firstRing;
    for (let done = 0; done < ordered.length; radius += across) {
      const room = Math.max(1, Math.floor((span * radius) / along));
      const ring = inNeighbourOrder(ordered.slice(done, done + room), neighbours, anglesOf);
      for (const [place, node] of ring.entries()) {
        const angle = from + (span * (place + 0.5)) / ring.length;
        anglesOf.set(node.id, angle);
        positions.set(node.id, { x: stretch * radius * Math.cos(angle), y: radius * Math.sin(angle) });
      }
      done += ring.length;
      reach = Math.max(reach, radius);
    }
    const middle = start + width / 2;
    const edge = radius - across + 34;
    const cosine = Math.cos(middle);
    sectors.push({
      kind,
      count: nodes.length,
      title: { x: stretch * edge * cosine, y: edge * Math.sin(middle) },
      side: cosine > 0.35 ? "right" : cosine < -0.35 ? "left" : "middle",
    });
    start += width;
  }
  return { positions, sectors, extent: { x: stretch * reach + 110, y: reach + 46 } };
}

/** Angles that add up to a full turn: more for more nodes, and never less than the least. */
function shareAngles(counts: readonly number[]): number[] {
  const weights = counts.map((count) => count ** 1.05);
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
