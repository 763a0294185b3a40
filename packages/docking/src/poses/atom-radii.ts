/** Element, van der Waals radius, covalent radius (Å). Source: the periodic table of RDKit 2026.09.1 (BSD-3-Clause). */
const table = `
H 1.2 0.31 | He 1.4 0.28 | Li 2.2 1.28 | Be 1.9 0.96 | B 1.8 0.84 | C 1.7 0.76 | N 1.6 0.71 | O 1.55 0.66
F 1.5 0.57 | Ne 1.54 0.58 | Na 2.4 1.66 | Mg 2.2 1.41 | Al 2.1 1.21 | Si 2.1 1.11 | P 1.95 1.07 | S 1.8 1.05
Cl 1.8 1.02 | Ar 1.88 1.06 | K 2.8 2.03 | Ca 2.4 1.76 | Sc 2.3 1.7 | Ti 2.15 1.6 | V 2.05 1.52 | Cr 2.05 1.39
Mn 2.05 1.39 | Fe 2.05 1.32 | Co 2 1.26 | Ni 2 1.24 | Cu 2 1.32 | Zn 2.1 1.22 | Ga 2.1 1.22 | Ge 2.1 1.2
As 2.05 1.19 | Se 1.9 1.2 | Br 1.9 1.2 | Kr 2.02 1.16 | Rb 2.9 2.2 | Sr 2.55 1.95 | Y 2.4 1.9 | Zr 2.3 1.75
Nb 2.15 1.64 | Mo 2.1 1.54 | Tc 2.05 1.47 | Ru 2.05 1.46 | Rh 2 1.42 | Pd 2.05 1.39 | Ag 2.1 1.45 | Cd 2.2 1.44
In 2.2 1.42 | Sn 2.25 1.39 | Sb 2.2 1.39 | Te 2.1 1.38 | I 2.1 1.39 | Xe 2.16 1.4 | Cs 3 2.44 | Ba 2.7 2.15
La 2.5 2.07 | Ce 2.48 2.04 | Pr 2.47 2.03 | Nd 2.45 2.01 | Pm 2.43 1.99 | Sm 2.42 1.98 | Eu 2.4 1.98 | Gd 2.38 1.96
Tb 2.37 1.94 | Dy 2.35 1.92 | Ho 2.33 1.92 | Er 2.32 1.89 | Tm 2.3 1.9 | Yb 2.28 1.87 | Lu 2.27 1.87 | Hf 2.25 1.75
Ta 2.2 1.7 | W 2.1 1.62 | Re 2.05 1.51 | Os 2 1.44 | Ir 2 1.41 | Pt 2.05 1.36 | Au 2.1 1.36 | Hg 2.05 1.32
Tl 2.2 1.45 | Pb 2.3 1.46 | Bi 2.3 1.48 | Po 2 1.4 | At 2 1.5 | Rn 2 1.5 | Fr 2 2.6 | Ra 2 2.2
Ac 2 2.15 | Th 2.4 2.06 | Pa 2 2 | U 2.3 1.96 | Np 2 1.9 | Pu 2 1.87 | Am 2 1.8 | Cm 2 1.69`;

const rows = table
  .trim()
  .split(/[|\n]/)
  .map((cell) => cell.trim().split(" "));

/** Radius of an element that the table does not list. */
const UNLISTED = { vanDerWaals: 2, covalent: 1.5 };

/** Van der Waals radius of an atomic number, Å. */
export const vanDerWaalsRadius = (atomicNumber: number): number =>
  Number(rows[atomicNumber - 1]?.[1] ?? UNLISTED.vanDerWaals);

/** Covalent radius of an atomic number, Å. */
export const covalentRadius = (atomicNumber: number): number =>
  Number(rows[atomicNumber - 1]?.[2] ?? UNLISTED.covalent);
