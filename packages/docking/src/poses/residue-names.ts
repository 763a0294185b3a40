/** What an atom of a receptor belongs to. */
export type SurroundingKind = "protein" | "organic_cofactor" | "inorganic_cofactor" | "water";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Amino acids with their usual protonation, oxidation and methylation variants, caps, and nucleotides. */
const polymer = words(
  "ALA ARG ASN ASP CYS GLN GLU GLY HIS ILE LEU LYS MET PHE PRO SER THR TRP TYR VAL SEC PYL MSE " +
    "ASH GLH LYN ARN CYM CYX CYS2 HID HIE HIP HSD HSE HSP TYM ASX GLX ACE NME NMA NH2 " +
    "SEP TPO PTR CSO CME KCX MLY M3L HYP PCA " +
    "A C G U I DA DC DG DT DU DI",
);
const water = words("HOH WAT DOD TIP TIP3 TP3 TIP4 SPC SOL H2O");
const inorganic = words("FES SF4 F3S MOS PO3 PO4 PPK POP SO3 SO4 VO4 NO3 CO3 ALF AF3 BEF MGF SCN AZI CYN");
/** Ions and metals as elements. */
const inorganicElements: ReadonlySet<number> = new Set([
  3, 4, 11, 12, 13, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 35, 37, 38, 39, 42, 44, 45, 46, 47, 48, 53, 55,
  56, 57, 62, 63, 64, 70, 74, 77, 78, 79, 80, 81, 82,
]);

/** Sorts an atom of a receptor by the name of its residue and its element. */
export function surroundingKind(residue: string, atomicNumber: number): SurroundingKind {
  const name = residue.trim().toUpperCase();
  if (polymer.has(name)) return "protein";
  if (water.has(name)) return "water";
  if (inorganicElements.has(atomicNumber) || inorganic.has(name)) return "inorganic_cofactor";
  return "organic_cofactor";
}
