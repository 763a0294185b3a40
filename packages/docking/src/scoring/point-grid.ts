/** Finds the points near a place without looking at all of them. */
export interface PointGrid {
  /** Calls `visit` for each point closer than the radius, in the order of the cells, then of the points. */
  within(x: number, y: number, z: number, visit: (point: number, distance: number) => void): void;
}

/** Cubes along one side at most: atoms far off make them larger instead of many. */
const mostCubes = 256;

/**
 * Sorts points into cubes as wide as the radius, wider where the points are scattered far.
 * @param positions x, y, z of all points, flat, Å
 * @param points which of them to find
 * @param radius Å
 */
export function pointGrid(positions: Float64Array, points: Uint32Array, radius: number): PointGrid {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const point of points) {
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[3 * point + axis]!;
      low[axis] = Math.min(low[axis]!, value);
      high[axis] = Math.max(high[axis]!, value);
    }
  }
  const extents = low.map((from, axis) => (points.length === 0 ? 0 : high[axis]! - from));
  const side = Math.max(radius, Math.max(...extents) / mostCubes);
  const count = extents.map((extent) => (points.length === 0 ? 0 : Math.floor(extent / side) + 1));
  const [nx = 0, ny = 0, nz = 0] = count;
  const cellOf = (value: number, axis: number): number => Math.floor((value - low[axis]!) / side);
  const starts = new Uint32Array(nx * ny * nz + 1);
  const cells = Uint32Array.from(
    points,
    (p) =>
      (cellOf(positions[3 * p]!, 0) * ny + cellOf(positions[3 * p + 1]!, 1)) * nz + cellOf(positions[3 * p + 2]!, 2),
  );
  for (const cell of cells) starts[cell + 1]!++;
  for (let cell = 0; cell < nx * ny * nz; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const sorted = new Uint32Array(points.length);
  points.forEach((point, i) => {
    sorted[next[cells[i]!]!++] = point;
  });
  return {
    within: (x, y, z, visit) => {
      const cx = cellOf(x, 0);
      const cy = cellOf(y, 1);
      const cz = cellOf(z, 2);
      for (let ix = Math.max(0, cx - 1); ix <= Math.min(nx - 1, cx + 1); ix++) {
        for (let iy = Math.max(0, cy - 1); iy <= Math.min(ny - 1, cy + 1); iy++) {
          for (let iz = Math.max(0, cz - 1); iz <= Math.min(nz - 1, cz + 1); iz++) {
            const cell = (ix * ny + iy) * nz + iz;
            for (let k = starts[cell]!; k < starts[cell + 1]!; k++) {
              const point = sorted[k]!;
              const distance = Math.hypot(
                positions[3 * point]! - x,
                positions[3 * point + 1]! - y,
                positions[3 * point + 2]! - z,
              );
              if (distance < radius) visit(point, distance);
            }
          }
        }
      }
    },
  };
}
