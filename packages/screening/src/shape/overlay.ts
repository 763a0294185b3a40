import type { PlacedShape } from "./placed-shape.ts";
import { applyMatrix, movePoints, multiplyMatrices, type RigidPose, rotationMatrix, transpose } from "./rigid.ts";
import type { Overlap, SearchEffort, ShapeKernel } from "./shape-kernel.ts";
import { overlayStarts } from "./starts.ts";

/** A move in space: turned by a matrix (by rows), then shifted, angstrom. */
export type Transform = { readonly matrix: readonly number[]; readonly shift: readonly number[] };

export type Overlay = Overlap & {
  /** Mean of both coefficients by the weight of colour, 0 to 1. */
  readonly score: number;
  /** Which conformer of the query and which of the molecule lie over each other. */
  readonly query: number;
  readonly conformer: number;
  /** Lays the molecule's conformer over the query's, in the coordinates that both came with. */
  readonly transform: Transform;
};

export type OverlayOptions = {
  /** Share of colour in what is sought and in the score, 0 to 1; default 0.5. */
  readonly colourWeight?: number;
  readonly effort?: SearchEffort;
};

/** The best overlay of any conformer of a molecule on any of the query; of equal ones the first. Neither may be empty. */
export function bestOverlay(
  kernel: ShapeKernel,
  queries: readonly PlacedShape[],
  conformers: readonly PlacedShape[],
  { colourWeight = 0.5, effort }: OverlayOptions = {},
): Overlay {
  let best: (Overlap & { score: number; query: number; conformer: number; pose: RigidPose }) | null = null;
  queries.forEach((query, queryIndex) => {
    kernel.setQuery(query);
    conformers.forEach((molecule, conformer) => {
      const found = kernel.overlay(molecule, overlayStarts(query, molecule), colourWeight, effort);
      const score = (1 - colourWeight) * found.shape + colourWeight * found.colour;
      if (best === null || score > best.score) best = { ...found, score, query: queryIndex, conformer };
    });
  });
  const { pose, ...found } = best!;
  return { ...found, transform: transformOf(queries[found.query]!, conformers[found.conformer]!, pose) };
}

/** Coordinates (3 each, angstrom) after a move. */
export const applyTransform = ({ matrix, shift }: Transform, positions: Float64Array): Float64Array<ArrayBuffer> =>
  movePoints(positions, matrix, shift);

/** A pose of one frame in another, in the coordinates that the frames lie in. */
function transformOf(query: PlacedShape, molecule: PlacedShape, pose: RigidPose): Transform {
  const back = transpose(query.axes);
  const matrix = multiplyMatrices(back, multiplyMatrices(rotationMatrix(pose), molecule.axes));
  const turned = applyMatrix(matrix, molecule.origin);
  const shift = applyMatrix(back, pose.subarray(4)).map((value, k) => value + query.origin[k]! - turned[k]!);
  return { matrix, shift };
}
