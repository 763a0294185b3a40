const benzene = ["CG", "CD1", "CE1", "CZ", "CE2", "CD2"];
const imidazole = ["CG", "ND1", "CE1", "NE2", "CD2"];
const pyrimidine = ["N1", "C2", "N3", "C4", "C5", "C6"];
const purine = [pyrimidine, ["C4", "C5", "N7", "C8", "N9"]];

const named: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ["PHE TYR TYM PTR", [benzene]],
  [
    "TRP",
    [
      ["CG", "CD1", "NE1", "CE2", "CD2"],
      ["CD2", "CE2", "CZ2", "CH2", "CZ3", "CE3"],
    ],
  ],
  ["HIS HID HIE HIP HSD HSE HSP", [imidazole]],
  ["C U DC DT DU", [pyrimidine]],
  ["A G I DA DG DI", purine],
];

/** Names of the atoms of each aromatic ring of an amino acid or nucleotide, in ring order. */
export const residueRings: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  named.flatMap(([residues, rings]) => residues.split(" ").map((residue) => [residue, rings] as const)),
);
