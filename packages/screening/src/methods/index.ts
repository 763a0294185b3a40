export { maxMin } from "./diversity.ts";
export { type DockingSettings, dockForms, docking, type LigandForms, openFormMaker } from "./docking/index.ts";
export type { LigandMethod, LigandOutcome, MethodTraits, OpenMethod, ScreeningMethod } from "./method.ts";
export { type PoseRef, readPoseFile, writePoseFile } from "./pose-file.ts";
export { ligandMethod, ligandMethods, readSettings, screeningMethod, screeningMethods } from "./registry.ts";
export { openRescorer, type RescoringSettings, rescoring } from "./rescoring/index.ts";
export { type ShapeSettings, shape } from "./shape.ts";
