import type { BondShape } from "../hydrogens/place-hydrogens.ts";

/** One heavy atom of a residue whose chemistry is known. */
export interface TemplateAtom {
  readonly name: string;
  readonly hydrogens: number;
  readonly shape: BondShape;
  /** Takes a hydrogen bond. */
  readonly acceptor: boolean;
}

/** A residue of a known kind, in one protonation state. */
export interface ResidueTemplate {
  /** State, as simulation programs call it: HID, HIE, HIP, ASH, GLH, CYX, CYM, LYN, TYM; else the residue's own name. */
  readonly state: string;
  readonly atoms: readonly TemplateAtom[];
}

const amide = "N:1p CA:1 C:p O:pa";
const ring = "CB:2 CG:p CD1:1p CD2:1p CE1:1p CE2:1p";
const phosphate = "P OP1:a OP2:a O5':a C5':2 C4':1 O4':a C3':1 O3':a C1':1";
const rna = `${phosphate} C2':1 O2':1a`;
const dna = `${phosphate} C2':2`;
const adenine = "N9:p C8:1p N7:pa C5:p C6:p N6:2p N1:pa C2:1p N3:pa C4:p";
const guanine = "N9:p C8:1p N7:pa C5:p C6:p O6:pa N1:1p C2:p N2:2p N3:pa C4:p";
const cytosine = "N1:p C2:p O2:pa N3:pa C4:p N4:2p C5:1p C6:1p";
const uracil = "N1:p C2:p O2:pa N3:1p C4:p O4:pa C5:1p C6:1p";
const thymine = "N1:p C2:p O2:pa N3:1p C4:p O4:pa C5:p C7:3 C6:1p";

/**
 * Heavy atoms as `name:` hydrogens, `p` where the atom is planar, `a` where it takes a hydrogen bond. Neutral and charged
 * states are entries of their own. Names as in the Chemical Component Dictionary of the wwPDB.
 */
const table: Readonly<Record<string, string>> = {
  ALA: `${amide} CB:3`,
  ARG: `${amide} CB:2 CG:2 CD:2 NE:1p CZ:p NH1:2p NH2:2p`,
  ASN: `${amide} CB:2 CG:p OD1:pa ND2:2p`,
  ASP: `${amide} CB:2 CG:p OD1:pa OD2:pa`,
  ASH: `${amide} CB:2 CG:p OD1:pa OD2:1pa`,
  CYS: `${amide} CB:2 SG:1`,
  CYX: `${amide} CB:2 SG`,
  CYM: `${amide} CB:2 SG`,
  GLN: `${amide} CB:2 CG:2 CD:p OE1:pa NE2:2p`,
  GLU: `${amide} CB:2 CG:2 CD:p OE1:pa OE2:pa`,
  GLH: `${amide} CB:2 CG:2 CD:p OE1:pa OE2:1pa`,
  GLY: "N:1p CA:2 C:p O:pa",
  HID: `${amide} CB:2 CG:p ND1:1p CD2:1p CE1:1p NE2:pa`,
  HIE: `${amide} CB:2 CG:p ND1:pa CD2:1p CE1:1p NE2:1p`,
  HIP: `${amide} CB:2 CG:p ND1:1p CD2:1p CE1:1p NE2:1p`,
  ILE: `${amide} CB:1 CG1:2 CG2:3 CD1:3`,
  LEU: `${amide} CB:2 CG:1 CD1:3 CD2:3`,
  LYS: `${amide} CB:2 CG:2 CD:2 CE:2 NZ:3`,
  LYN: `${amide} CB:2 CG:2 CD:2 CE:2 NZ:2a`,
  MET: `${amide} CB:2 CG:2 SD CE:3`,
  MSE: `${amide} CB:2 CG:2 SE CE:3`,
  PHE: `${amide} ${ring} CZ:1p`,
  PRO: "N:p CA:1 C:p O:pa CB:2 CG:2 CD:2",
  HYP: "N:p CA:1 C:p O:pa CB:2 CG:1 OD1:1a CD:2",
  SER: `${amide} CB:2 OG:1a`,
  THR: `${amide} CB:1 OG1:1a CG2:3`,
  TRP: `${amide} CB:2 CG:p CD1:1p CD2:p NE1:1p CE2:p CE3:1p CZ2:1p CZ3:1p CH2:1p`,
  TYR: `${amide} ${ring} CZ:p OH:1pa`,
  TYM: `${amide} ${ring} CZ:p OH:pa`,
  VAL: `${amide} CB:1 CG1:3 CG2:3`,
  SEP: `${amide} CB:2 OG:a P O1P:a O2P:a O3P:a`,
  TPO: `${amide} CB:1 CG2:3 OG1:a P O1P:a O2P:a O3P:a`,
  PTR: `${amide} ${ring} CZ:p OH:a P O1P:a O2P:a O3P:a`,
  TYS: `${amide} ${ring} CZ:p OH:a S O1:a O2:a O3:a`,
  CSO: `${amide} CB:2 SG OD:1a`,
  KCX: `${amide} CB:2 CG:2 CD:2 CE:2 NZ:1p CX:p OQ1:pa OQ2:pa`,
  ACE: "CH3:3 C:p O:pa",
  NME: "N:1p C:3",
  NMA: "N:1p CA:3",
  NH2: "N:2p",
  HOH: "O:2a",
  A: `${rna} ${adenine}`,
  G: `${rna} ${guanine}`,
  C: `${rna} ${cytosine}`,
  U: `${rna} ${uracil}`,
  DA: `${dna} ${adenine}`,
  DG: `${dna} ${guanine}`,
  DC: `${dna} ${cytosine}`,
  DT: `${dna} ${thymine}`,
};

/** Other names under which programs write these residues. */
const otherNames: Readonly<Record<string, string>> = {
  HSD: "HID",
  HSE: "HIE",
  HSP: "HIP",
  CYS2: "CYX",
  WAT: "HOH",
  DOD: "HOH",
  SPC: "HOH",
  SOL: "HOH",
  TIP: "HOH",
  TIP3: "HOH",
  TP3: "HOH",
  H2O: "HOH",
};

const templates = new Map(
  Object.entries(table).map(([state, text]): [string, ResidueTemplate] => [
    state,
    { state, atoms: text.split(" ").map(readAtom) },
  ]),
);

function readAtom(text: string): TemplateAtom {
  const [name = "", marks = ""] = text.split(":");
  return {
    name,
    hydrogens: Number.parseInt(marks, 10) || 0,
    shape: marks.includes("p") ? "planar" : "tetrahedral",
    acceptor: marks.includes("a"),
  };
}

/** The residue or state of this name; undefined for one that has no template, histidine without a state among them. */
export const residueTemplate = (name: string): ResidueTemplate | undefined => templates.get(otherNames[name] ?? name);

/** Whether a residue is water. */
export const isWater = (name: string): boolean => (otherNames[name] ?? name) === "HOH";

/** Whether a residue is an amino acid or a cap of a peptide, with a template. */
export const isAminoAcid = (name: string): boolean =>
  ["HIS", "ACE", "NME", "NH2"].includes(name) ||
  residueTemplate(name)?.atoms.some((atom) => atom.name === "CA") === true;

/** Whether a residue is part of a nucleic acid, with a template. */
export const isNucleotide = (name: string): boolean =>
  residueTemplate(name)?.atoms.some((atom) => atom.name === "C1'") === true;
