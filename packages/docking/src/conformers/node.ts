export type { ConformerRowResult } from "./conformer-task.ts";
export { type ConformersOfRowsOptions, conformersOfRows } from "./conformers-of-rows.ts";
export { loadConformerKernel } from "./load-kernel.ts";
