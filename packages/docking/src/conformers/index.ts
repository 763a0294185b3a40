export { type Conformer, type ConformerOptions, generateConformers } from "./generate.ts";
export { ConformerKernel, openConformerKernel } from "./kernel.ts";
export { conformerRecord } from "./sdf.ts";
