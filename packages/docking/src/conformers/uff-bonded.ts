import { AROMATIC, type MoleculeGraph } from "@qinghao/chemistry";
import { cosineSeries, type Polynomial } from "./cosine-series.ts";
import { SP, SP2, SP3, SP3D, SP3D2 } from "./hybridisation.ts";
import type { UffParameters } from "./uff-parameters.ts";

/** Coulomb's constant over two, kcal Å / (mol e²): the force constants are those of charges. */
const G = 332.06;

/** Order of a bond as the lengths see it: 1.5 for an aromatic one. */
export const bondOrderOf = (graph: MoleculeGraph, bond: number): number => {
  const order = graph.bondOrder[bond]!;
  return order === AROMATIC ? 1.5 : order === 0 ? 1 : order;
};

/** Natural length of a bond, Å: radii, a correction for its order, one for the electronegativities (equations 2 to 4). */
export function naturalLength(a: UffParameters, b: UffParameters, order: number): number {
  const sum = a.radius + b.radius;
  const byOrder = -0.1332 * sum * Math.log(order);
  const roots = Math.sqrt(a.electronegativity) - Math.sqrt(b.electronegativity);
  const byCharge =
    (a.radius * b.radius * roots * roots) / (a.electronegativity * a.radius + b.electronegativity * b.radius);
  return sum + byOrder - byCharge;
}

/** Force constant of a bond, kcal/(mol Å²) (equation 6). */
export const stretchConstant = (a: UffParameters, b: UffParameters, length: number): number =>
  (2 * G * a.charge * b.charge) / length ** 3;

/** Force constant of an angle, kcal/(mol rad²) (equation 13). */
export function bendConstant(
  a: UffParameters,
  c: UffParameters,
  lengthAb: number,
  lengthBc: number,
  angle: number,
): number {
  const cosine = Math.cos(angle);
  const product = lengthAb * lengthBc;
  const across = lengthAb * lengthAb + lengthBc * lengthBc - 2 * product * cosine;
  const inner = 3 * product * (1 - cosine * cosine) - across * cosine;
  return (2 * G * a.charge * c.charge * inner) / across ** 2.5;
}

/** Energy of an angle as a polynomial of degree 4 in its cosine (equations 10 and 11). */
export function bendPolynomial(hybridisation: number, angle: number, constant: number): Polynomial {
  if (hybridisation === SP) return [constant, constant, 0, 0, 0];
  if (hybridisation === SP2) return scaled(cosineSeries([1, 0, 0, -1]), constant / 9);
  if (hybridisation === SP3D2) return scaled(cosineSeries([1, 0, 0, 0, -1]), constant / 16);
  return bendAround(angle, constant);
}

/** The same, around any angle (radians). */
export function bendAround(angle: number, constant: number): Polynomial {
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const c2 = 1 / (4 * Math.max(sine * sine, 1e-8));
  return scaled(cosineSeries([c2 * (2 * cosine * cosine + 1), -4 * c2 * cosine, c2]), constant);
}

const scaled = (polynomial: readonly number[], factor: number): number[] =>
  polynomial.slice(0, 5).map((value) => value * factor);

/** Whether angles at such an atom have no common natural value. */
export const isIrregular = (hybridisation: number, degree: number): boolean => hybridisation === SP3D && degree === 5;

const isInGroup16 = (z: number): boolean => z === 8 || z === 16 || z === 34 || z === 52 || z === 84;

export type TorsionEnd = { readonly parameters: UffParameters; readonly hybridisation: number; readonly z: number };

/**
 * Barrier V, multiplicity and sign of a torsion: V/2 (1 - sign cos(n phi)); null where the force field has none.
 * `hasSp2End`: one of its outer atoms is sp2 (equations 15 to 17 and the exceptions after them).
 */
export function torsionBarrier(
  j: TorsionEnd,
  k: TorsionEnd,
  order: number,
  hasSp2End: boolean,
): { barrier: number; multiplicity: number; sign: number } | null {
  const planarities = [j, k].map(({ hybridisation }) => hybridisation);
  if (planarities.some((hybridisation) => hybridisation !== SP2 && hybridisation !== SP3)) return null;
  const byOrder = 5 * Math.sqrt(j.parameters.barrier2 * k.parameters.barrier2) * (1 + 4.18 * Math.log(order));
  if (planarities[0] === SP3 && planarities[1] === SP3) {
    if (order === 1 && isInGroup16(j.z) && isInGroup16(k.z)) {
      const [a, b] = [j.z, k.z].map((z) => (z === 8 ? 2 : 6.8));
      return { barrier: Math.sqrt(a! * b!), multiplicity: 2, sign: -1 };
    }
    return { barrier: Math.sqrt(j.parameters.barrier3 * k.parameters.barrier3), multiplicity: 3, sign: -1 };
  }
  if (planarities[0] === planarities[1]) return { barrier: byOrder, multiplicity: 2, sign: 1 };
  if (order === 1) {
    const [sp3, sp2] = planarities[0] === SP3 ? [j, k] : [k, j];
    if (isInGroup16(sp3.z) && !isInGroup16(sp2.z)) return { barrier: byOrder, multiplicity: 2, sign: -1 };
    if (hasSp2End) return { barrier: 2, multiplicity: 3, sign: -1 };
  }
  return { barrier: 1, multiplicity: 6, sign: 1 };
}

/** K, C0, C1, C2 of the inversions around an atom of three neighbours; null where it has none (equations 18 and 19). */
export function inversionNumbers(z: number, hybridisation: number, isCarbonyl: boolean): number[] | null {
  if (z === 6 || z === 7 || z === 8) {
    return hybridisation === SP2 ? [isCarbonyl ? 50 : 6, 1, -1, 0] : null;
  }
  const degrees = z === 15 ? 84.4339 : z === 33 ? 86.9735 : z === 51 ? 87.7047 : z === 83 ? 90 : null;
  if (degrees === null) return null;
  const w = (degrees * Math.PI) / 180;
  const c2 = 1;
  const c1 = -4 * Math.cos(w);
  const c0 = -(c1 * Math.cos(w) + c2 * Math.cos(2 * w));
  return [22 / (c0 + c1 + c2), c0, c1, c2];
}
