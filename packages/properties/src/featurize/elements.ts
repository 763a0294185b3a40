/** Pauling electronegativity; elements that are missing count as 1.6. */
const electronegativity: Readonly<Record<number, number>> = {
  1: 2.2,
  3: 0.98,
  5: 2.04,
  6: 2.55,
  7: 3.04,
  8: 3.44,
  9: 3.98,
  11: 0.93,
  12: 1.31,
  13: 1.61,
  14: 1.9,
  15: 2.19,
  16: 2.58,
  17: 3.16,
  19: 0.82,
  20: 1.0,
  33: 2.18,
  34: 2.55,
  35: 2.96,
  50: 1.96,
  53: 2.66,
  80: 2.0,
};
const nonMetals = new Set([1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52, 53, 54]);

export const electronegativityOf = (z: number): number => electronegativity[z] ?? 1.6;
export const isMetal = (z: number): boolean => !nonMetals.has(z);
export const isHalogen = (z: number): boolean => z === 9 || z === 17 || z === 35 || z === 53;
/** Principal quantum number of the valence shell. */
export const shellOf = (z: number): number => (z <= 2 ? 1 : z <= 10 ? 2 : z <= 18 ? 3 : z <= 36 ? 4 : z <= 54 ? 5 : 6);
