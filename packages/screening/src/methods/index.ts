export { maxMin } from "./diversity.ts";
export type { LigandMethod, LigandOutcome, MethodTraits } from "./method.ts";
export { ligandMethod, ligandMethods, readSettings } from "./registry.ts";
