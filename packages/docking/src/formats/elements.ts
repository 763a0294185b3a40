/** Symbols of the elements by atomic number; the first stands for none. */
export const elementSymbols: readonly string[] = (
  "? H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb " +
  "Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg " +
  "Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og"
).split(" ");

const numberOfSymbol = new Map(elementSymbols.map((symbol, number) => [symbol.toUpperCase(), number]));
numberOfSymbol.set("D", 1);

/** Atomic number of a symbol in any case, or 0. */
export const atomicNumberOf = (symbol: string): number => numberOfSymbol.get(symbol.trim().toUpperCase()) ?? 0;

const nonMetals = new Set([0, 1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52, 53, 54, 85, 86]);

/** Whether an element is a metal, to the scoring function a hydrogen-bond donor. */
export const isMetal = (atomicNumber: number): boolean => !nonMetals.has(atomicNumber);
