import { pointAt, type Vector } from "./vectors.ts";

/** Finds which of many fixed points lie near another, by sorting them into cubes. */
export class NearPoints {
  readonly #cubes = new Map<number, number[]>();
  readonly #positions: ArrayLike<number>;
  readonly #size: number;

  /**
   * @param positions flat coordinates, Å
   * @param points indices of the points to be found
   * @param size edge of a cube, Å: about the distance that will be asked for
   */
  constructor(positions: ArrayLike<number>, points: Iterable<number>, size: number) {
    this.#positions = positions;
    this.#size = size;
    for (const point of points) {
      const key = keyOf(...this.#place(pointAt(positions, point)));
      const cube = this.#cubes.get(key);
      if (cube === undefined) this.#cubes.set(key, [point]);
      else cube.push(point);
    }
  }

  /** Indices of the points at most `reach` Å from a place, in no order. */
  within([x, y, z]: Vector, reach: number): number[] {
    const [lowX, lowY, lowZ] = this.#place([x - reach, y - reach, z - reach]);
    const [highX, highY, highZ] = this.#place([x + reach, y + reach, z + reach]);
    const found: number[] = [];
    for (let i = lowX; i <= highX; i++)
      for (let j = lowY; j <= highY; j++)
        for (let k = lowZ; k <= highZ; k++)
          for (const point of this.#cubes.get(keyOf(i, j, k)) ?? []) {
            const [px, py, pz] = pointAt(this.#positions, point);
            if ((px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2 <= reach * reach) found.push(point);
          }
    return found;
  }

  /** As `within`, for any of several places. */
  withinAny(places: Iterable<Vector>, reach: number): number[] {
    const found = new Set<number>();
    for (const place of places) for (const point of this.within(place, reach)) found.add(point);
    return [...found];
  }

  #place([x, y, z]: Vector): Vector {
    const cube = (value: number) => Math.floor(value / this.#size);
    return [cube(x), cube(y), cube(z)];
  }
}

/** One number for a cube; cubes up to 4096 from the origin differ in it. */
const keyOf = (i: number, j: number, k: number): number => ((i + 4096) * 8192 + j + 4096) * 8192 + k + 4096;
