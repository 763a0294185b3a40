export { treeOfMatch } from "./ctml.ts";
export type { CtmlWords } from "./ctml-words.ts";
export { detectFormat } from "./detect-format.ts";
export { documentOf } from "./document-of.ts";
export { computabilityOf, type ImportedTrial, type UnreadPart } from "./imported-trial.ts";
export { importTrial, type TextFormat } from "./read-trial.ts";
export { readRegistryAge } from "./structured-eligibility.ts";
