export { type Conformer, type ConformerOptions, conformer3d } from "./conformer.ts";
export { covalentRadii } from "./covalent-radii.ts";
export { type DepictionOptions, depictSvg, type Rgb } from "./depict.ts";
export type { AtomGraph } from "./descriptors/atom-graph.ts";
export { crippenContributions } from "./descriptors/crippen.ts";
export { polarSurfaceContributions } from "./descriptors/surface.ts";
export { type DescriptorName, descriptorNames, descriptors, rdkitDescriptors } from "./descriptors.ts";
export { type DrawingStep, readDrawing } from "./drawing.ts";
export { atomicWeights, elementSymbols, outerElectrons } from "./elements.ts";
export { chemErrors } from "./errors.ts";
export {
  computeFingerprint,
  fingerprintBits,
  fingerprintKinds,
  type MorganOptions,
  morganFingerprint,
  type PathFingerprintOptions,
  pathFingerprint,
  patternFingerprint,
  tanimoto,
} from "./fingerprints.ts";
export { detectFormat } from "./formats/detect.ts";
export { readRecords } from "./formats/read.ts";
export { defaultLimits, type InputRecord, type ReadLimits, type ReadOptions } from "./formats/records.ts";
export { readTextLines } from "./formats/text-lines.ts";
export { type CellValue, csvRow, sdfRecord, smilesRow, utf8ByteOrderMark } from "./formats/write.ts";
export { AROMATIC, bondBetween, type MoleculeGraph } from "./graph.ts";
export type { ChemKit } from "./kit.ts";
export { MolView, moleculeGraph, openMolecule, withMolecule } from "./molecule.ts";
export { type AtomEnvironment, atomEnvironments, morganCounts, type SparseCounts } from "./morgan.ts";
export { containsBits, matchesQuery, parseQuery, parseSmartsQuery, QueryView } from "./query.ts";
export type {
  ColumnMapping,
  ColumnPreview,
  DepictionTheme,
  DetectedFormat,
  FileEncoding,
  FileFormat,
  FingerprintKind,
  StandardChange,
  StandardMolecule,
} from "./schema.ts";
export { type DoubleBondGeometry, type SpatialGraph, spatialGraph } from "./spatial-graph.ts";
export { type StandardOrigin, standardise, summarise, withStandardMolecule } from "./standardise.ts";
