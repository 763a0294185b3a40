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
/** Covalent single-bond radius in angstrom; elements that are missing count as 1.4. */
const covalentRadius: Readonly<Record<number, number>> = {
  1: 0.33,
  5: 0.81,
  6: 0.77,
  7: 0.7,
  8: 0.66,
  9: 0.611,
  14: 1.151,
  15: 1.073,
  16: 1.034,
  17: 0.997,
  34: 1.17,
  35: 1.141,
  53: 1.333,
};
/** Standard atomic weight, g/mol, of what is common in drug-like molecules; others are estimated from the atomic number. */
const atomicWeight: Readonly<Record<number, number>> = {
  1: 1.008,
  3: 6.94,
  5: 10.81,
  6: 12.011,
  7: 14.007,
  8: 15.999,
  9: 18.998,
  11: 22.99,
  12: 24.305,
  13: 26.982,
  14: 28.085,
  15: 30.974,
  16: 32.06,
  17: 35.45,
  19: 39.098,
  20: 40.078,
  22: 47.867,
  24: 51.996,
  25: 54.938,
  26: 55.845,
  27: 58.933,
  28: 58.693,
  29: 63.546,
  30: 65.38,
  33: 74.922,
  34: 78.971,
  35: 79.904,
  47: 107.87,
  50: 118.71,
  53: 126.9,
  56: 137.33,
  78: 195.08,
  80: 200.59,
  82: 207.2,
};
const outerElectrons: Readonly<Record<number, number>> = {
  1: 1,
  5: 3,
  6: 4,
  7: 5,
  8: 6,
  9: 7,
  13: 3,
  14: 4,
  15: 5,
  16: 6,
  17: 7,
  33: 5,
  34: 6,
  35: 7,
  50: 4,
  52: 6,
  53: 7,
};
const nonMetals = new Set([1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52, 53, 54]);

export const electronegativityOf = (z: number): number => electronegativity[z] ?? 1.6;
export const covalentRadiusOf = (z: number): number => covalentRadius[z] ?? 1.4;
export const atomicWeightOf = (z: number): number => atomicWeight[z] ?? 2.55 * z - 10;
export const outerElectronsOf = (z: number): number => outerElectrons[z] ?? 2;
export const isMetal = (z: number): boolean => !nonMetals.has(z);
export const isHalogen = (z: number): boolean => z === 9 || z === 17 || z === 35 || z === 53;
/** Principal quantum number of the valence shell. */
export const shellOf = (z: number): number => (z <= 2 ? 1 : z <= 10 ? 2 : z <= 18 ? 3 : z <= 36 ? 4 : z <= 54 ? 5 : 6);
