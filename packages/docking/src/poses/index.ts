export { type BuriedSurface, buriedSurface } from "./buried.ts";
export type { CheckInput, CheckOutcome, PoseCheck } from "./checks/check.ts";
export { checkPose, type PoseReport, poseChecks } from "./checks/index.ts";
export { type DiagramNames, diagramSvg } from "./diagram/diagram-svg.ts";
export {
  type DiagramLine,
  type DiagramResidue,
  type InteractionDiagram,
  interactionDiagram,
} from "./diagram/interaction-diagram.ts";
export { type ResidueFamily, residueFamily } from "./diagram/residue-family.ts";
export {
  fingerprintSimilarity,
  InteractionFinder,
  interactionFingerprint,
  mainInteractions,
} from "./interactions/find-interactions.ts";
export {
  type Interaction,
  type InteractionKind,
  interactionKinds,
  type LigandRole,
  type ResidueName,
  residueKey,
} from "./interactions/interaction.ts";
export { type PoseMolecule, readPose } from "./pose-molecule.ts";
export { readSurroundings, type SurroundingsOptions } from "./read-surroundings.ts";
export { alignedRmsd, type PoseRmsd, symmetricRmsd } from "./rmsd.ts";
export { type Strain, StrainGauge } from "./strain.ts";
export { openSurroundings, type Surroundings } from "./surroundings.ts";
export { symmetricEigen } from "./symmetric-eigen.ts";
export type { Vector } from "./vectors.ts";
