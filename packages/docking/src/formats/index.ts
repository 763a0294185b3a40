export { atomicNumberOf, elementSymbols, isMetal } from "./elements.ts";
export { readMmcif } from "./read-mmcif.ts";
export { readPdb } from "./read-pdb.ts";
export { readPdbqtLigands } from "./read-pdbqt-ligand.ts";
export { readPdbqtReceptor } from "./read-pdbqt-receptor.ts";
export { type Residue, residueLabel, residuesOf, type Structure, type StructureAtom } from "./structure.ts";
export { type PlacedMolecule, writeMolblock } from "./write-molblock.ts";
export { writePdbqtReceptor } from "./write-pdbqt.ts";
