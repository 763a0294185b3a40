import { atomKindCount, curl, pairEnergy, pairSlope } from "../scoring/index.ts";

// As `assembly/search/energy.ts` and `assembly/search/maps.ts` read them.
const knotsPerSquare = 8;
const squareEnd = 64;
const knots = squareEnd * knotsPerSquare + 1;
/** Bytes of the function of one pair of kinds: [energy, dE/dr / r] at knots over r². */
export const functionBytes = 8 * (knots + 1);
export const mapStepsPerSquare = 64;
/** Bytes of the functions of one receptor kind with four others at the steps of r². */
export const mapFunctionBytes = 16 * squareEnd * mapStepsPerSquare;
/**
 * Repulsion of an atom is bent to less than this while searching, so that poses may pass through each other,
 * kcal/mol.
 */
export const searchCeiling = 20;

/**
 * Tabulates the function of every pair of kinds, at `first * atomKindCount + second`.
 * @param ceiling what repulsion is bent to, kcal/mol; 0 for the function as it is
 */
export function writePairFunctions(memory: ArrayBufferLike, address: number, ceiling: number): void {
  for (let first = 0; first < atomKindCount; first++) {
    for (let second = first; second < atomKindCount; second++) {
      const at = address + (first * atomKindCount + second) * functionBytes;
      const table = new Float32Array(memory, at, functionBytes / 4);
      for (let knot = 0; knot < knots; knot++) {
        // The centres of atoms cannot meet; the slope over r is kept finite there.
        const distance = Math.sqrt(Math.max(knot / knotsPerSquare, 1e-2));
        const energy = knot === knots - 1 ? 0 : pairEnergy(first, second, distance);
        const slope = knot === knots - 1 ? 0 : pairSlope(first, second, distance) / distance;
        const isBent = ceiling > 0 && energy > 0;
        table[2 * knot] = isBent ? curl(energy, ceiling) : energy;
        table[2 * knot + 1] = isBent ? slope * (ceiling / (ceiling + energy)) ** 2 : slope;
      }
      new Float32Array(memory, address + (second * atomKindCount + first) * functionBytes, table.length).set(table);
    }
  }
}

/** Tabulates one receptor kind's functions with four ligand kinds at the middle of each step of r². */
export function writeMapFunctions(
  memory: ArrayBufferLike,
  address: number,
  receptorKind: number,
  kinds: readonly number[],
): void {
  const table = new Float32Array(memory, address, mapFunctionBytes / 4);
  for (let step = 0; step < squareEnd * mapStepsPerSquare; step++) {
    const distance = Math.sqrt((step + 0.5) / mapStepsPerSquare);
    for (const [lane, kind] of kinds.entries()) table[4 * step + lane] = pairEnergy(receptorKind, kind, distance);
  }
}
