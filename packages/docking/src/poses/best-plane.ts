import { symmetricEigen } from "./symmetric-eigen.ts";
import { centroidOf, dot, minus, type Vector } from "./vectors.ts";

/** The least-squares plane of at least three points. */
export type Plane = {
  readonly centroid: Vector;
  /** Unit length; its sign means nothing. */
  readonly normal: Vector;
  /** Largest distance of a point from the plane, Å. */
  readonly deviation: number;
};

/** The plane through the centroid of points that is nearest to all of them. */
export function bestPlane(points: readonly Vector[]): Plane {
  const centroid = centroidOf(points);
  const moved = points.map((point) => minus(point, centroid));
  const covariance = [0, 1, 2].flatMap((i) =>
    [0, 1, 2].map((j) => moved.reduce((sum, point) => sum + point[i]! * point[j]!, 0)),
  );
  const [x, y, z] = symmetricEigen(covariance, 3).vectors[0]!;
  const normal: Vector = [x!, y!, z!];
  return { centroid, normal, deviation: Math.max(...moved.map((point) => Math.abs(dot(point, normal)))) };
}
