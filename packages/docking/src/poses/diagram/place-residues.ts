import type { Point } from "./ligand-drawing.ts";

/** A residue that wants a place beside the atoms it touches. */
export type Wish = {
  /** Ends of its lines at the ligand. */
  readonly anchors: readonly Point[];
  readonly width: number;
  readonly height: number;
};

/** Distances from the anchors at which places are tried, and the angle between two of them, pixels and degrees. */
const RADII = [76, 96, 120, 148, 180, 216];
const STEP = 12;
/** Room that a residue keeps from drawn atoms and from other residues, pixels. */
const ATOM_ROOM = 26;
const GAP = 8;
const ROUNDS = 3;

/**
 * Places residues around a drawing so that they cover nothing, stay near what they touch and their lines cross little:
 * each takes the best of a few hundred places in turn, three times over. The same input gives the same places.
 * @returns the middle of each residue
 */
export function placeResidues(wishes: readonly Wish[], atoms: readonly Point[]): Point[] {
  const middle = mean(atoms);
  const order = [...wishes.keys()].sort((a, b) => far(wishes[b]!) - far(wishes[a]!) || a - b);
  const places: (Point | null)[] = wishes.map(() => null);
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of order) {
      places[index] = null;
      places[index] = bestPlace(index, wishes, places, atoms, middle);
    }
  }
  return places.map((place) => place!);

  function far({ anchors }: Wish): number {
    return apart(mean(anchors), middle);
  }
}

function bestPlace(
  index: number,
  wishes: readonly Wish[],
  places: readonly (Point | null)[],
  atoms: readonly Point[],
  middle: Point,
): Point {
  const wish = wishes[index]!;
  const [cx, cy] = mean(wish.anchors);
  let best: Point = [cx, cy];
  let least = Number.POSITIVE_INFINITY;
  for (const radius of RADII) {
    for (let degrees = 0; degrees < 360; degrees += STEP) {
      const turn = (degrees * Math.PI) / 180;
      const place: Point = [cx + radius * Math.cos(turn), cy + radius * Math.sin(turn)];
      const cost = costOf(place, index, wishes, places, atoms, middle);
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
  }
  return best;
}

/** What speaks against a place: pixels of line, plus what is covered, crossed or too near. */
function costOf(
  place: Point,
  index: number,
  wishes: readonly Wish[],
  places: readonly (Point | null)[],
  atoms: readonly Point[],
  middle: Point,
): number {
  const wish = wishes[index]!;
  let cost = 0;
  for (const anchor of wish.anchors) cost += apart(place, anchor);
  cost -= 0.35 * apart(place, middle);
  for (const atom of atoms) {
    const over = Math.max(
      Math.abs(atom[0] - place[0]) - wish.width / 2,
      Math.abs(atom[1] - place[1]) - wish.height / 2,
    );
    if (over < ATOM_ROOM) cost += 40 * (ATOM_ROOM - over);
    for (const anchor of wish.anchors) {
      const off = distanceToLine(atom, place, anchor);
      if (off < 10 && apart(atom, anchor) > 1) cost += 12 * (10 - off);
    }
  }
  for (const [other, at] of places.entries()) {
    if (at === null) continue;
    const { width, height, anchors } = wishes[other]!;
    const overX = (wish.width + width) / 2 + GAP - Math.abs(at[0] - place[0]);
    const overY = (wish.height + height) / 2 + GAP - Math.abs(at[1] - place[1]);
    if (overX > 0 && overY > 0) cost += 400 + 40 * Math.min(overX, overY);
    for (const to of anchors) {
      if (linePassesBox(place, wish, at, to)) cost += 120;
      for (const own of wish.anchors) if (doCross(place, own, at, to)) cost += 90;
    }
    for (const own of wish.anchors) if (linePassesBox(at, wishes[other]!, place, own)) cost += 120;
  }
  return cost;
}

export const mean = (points: readonly Point[]): Point => {
  const sum = points.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
};

const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function distanceToLine(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square;
  const along = Math.max(0, Math.min(1, t));
  return apart(point, [a[0] + along * dx, a[1] + along * dy]);
}

function linePassesBox(middle: Point, { width, height }: Wish, a: Point, b: Point): boolean {
  const reach = Math.min(width, height) / 2 + 2;
  return distanceToLine(middle, a, b) < reach;
}

function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
