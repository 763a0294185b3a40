import { surroundingKind } from "../residue-names.ts";

/** What a residue is like, by which diagrams and viewers colour it. */
export const residueFamilies = [
  "acidic",
  "basic",
  "polar",
  "apolar",
  "nucleotide",
  "cofactor",
  "metal",
  "water",
] as const;
export type ResidueFamily = (typeof residueFamilies)[number];

const amino: readonly (readonly [ResidueFamily, string])[] = [
  ["acidic", "ASP GLU SEP TPO PTR KCX"],
  ["basic", "ARG LYS HIS HID HIE HIP HSD HSE HSP MLY M3L"],
  ["polar", "ASN GLN SER THR TYR CYS CYM CYX ASH GLH LYN ARN HYP SEC"],
  ["nucleotide", "A C G U I DA DC DG DT DU DI"],
];
const byName = new Map(amino.flatMap(([family, names]) => names.split(" ").map((name) => [name, family] as const)));

/** The family of a residue, from its name and one of its atoms. */
export function residueFamily(residue: string, atomicNumber: number): ResidueFamily {
  const known = byName.get(residue);
  if (known !== undefined) return known;
  switch (surroundingKind(residue, atomicNumber)) {
    case "protein":
      return "apolar";
    case "water":
      return "water";
    case "inorganic_cofactor":
      return "metal";
    case "organic_cofactor":
      return "cofactor";
  }
}
