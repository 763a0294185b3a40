import type { SearchLigand } from "./ligand-layout.ts";

/**
 * Coordinates of all atoms of a pose, hydrogens included, in double precision.
 * @param freedom position, 0, quaternion x, y, z, w, torsions: as the kernel keeps them
 * @param corner what the position is relative to, Å
 * @returns 3 x atoms, Å
 */
export function poseAtoms(
  { ligand, tree, origins, axes }: SearchLigand,
  freedom: ArrayLike<number>,
  corner: readonly [number, number, number],
): Float64Array {
  const positions = new Float64Array(3 * ligand.atoms);
  const rotations: (readonly number[])[] = [];
  const centres: (readonly number[])[] = [];
  const norm = Math.hypot(freedom[4]!, freedom[5]!, freedom[6]!, freedom[7]!);
  const [x, y, z, w] = [freedom[4]! / norm, freedom[5]! / norm, freedom[6]! / norm, freedom[7]! / norm];
  for (const [index, { parent, atoms }] of tree.entries()) {
    if (parent < 0) {
      rotations.push([
        ...[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        ...[2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        ...[2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
      ]);
      centres.push([freedom[0]! + corner[0], freedom[1]! + corner[1], freedom[2]! + corner[2]]);
    } else {
      const offset = [0, 1, 2].map((axis) => origins[3 * index + axis]! - origins[3 * parent + axis]!);
      const moved = turned(rotations[parent]!, offset);
      centres.push([0, 1, 2].map((axis) => centres[parent]![axis]! + moved[axis]!));
      rotations.push(
        product(rotations[parent]!, axisRotation(axes.subarray(3 * index, 3 * index + 3), freedom[7 + index]!)),
      );
    }
    for (const atom of atoms) {
      const local = [0, 1, 2].map((axis) => ligand.positions[3 * atom + axis]! - origins[3 * index + axis]!);
      const moved = turned(rotations[index]!, local);
      for (let axis = 0; axis < 3; axis++) positions[3 * atom + axis] = centres[index]![axis]! + moved[axis]!;
    }
  }
  return positions;
}

const turned = (m: readonly number[], v: readonly number[]) =>
  [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);

const product = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [at - (at % 3), at % 3];
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  });

/** Rodrigues' rotation about a unit vector. */
function axisRotation([x = 0, y = 0, z = 0]: ArrayLike<number> & Iterable<number>, angle: number): readonly number[] {
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const rest = 1 - c;
  return [
    ...[c + x * x * rest, x * y * rest - z * s, x * z * rest + y * s],
    ...[y * x * rest + z * s, c + y * y * rest, y * z * rest - x * s],
    ...[z * x * rest - y * s, z * y * rest + x * s, c + z * z * rest],
  ];
}
