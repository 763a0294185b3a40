export { type BoxMargin, boxAround, boxAroundLigand, boxAroundResidues, defaultMargin } from "./box/box.ts";
export { findPockets, type Pocket } from "./box/pockets.ts";
export { type PdbqtLigand, preparePdbqt } from "./ligand/pdbqt-ligand.ts";
export { type LigandOptions, type PreparedLigand, poseMolblock, prepareLigand } from "./ligand/prepare-ligand.ts";
export { type PreparedReceptor, prepareReceptor } from "./receptor/prepare-receptor.ts";
export { azoleTautomers } from "./smiles/azole-tautomers.ts";
export { enumerateStereo, type LigandState, ligandStates, type StateOptions } from "./smiles/ligand-states.ts";
export { type Embed, type PreparedForm, prepareSmiles, type SmilesOptions } from "./smiles/prepare-smiles.ts";
export type { GroupState } from "./smiles/protonate.ts";
