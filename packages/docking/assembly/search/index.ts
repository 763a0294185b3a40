export { deepen, descend, searchBytes, tuneDescents } from "./descent";
export { bindGrid, bindSite, chooseEnergy, countEvaluations, evaluate } from "./energy";
export { bindLigand } from "./ligand";
export { addAtom, writeMap } from "./maps";
export { minimise, tuneMinimiser } from "./minimise";
