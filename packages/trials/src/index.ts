export * from "./amend/index.ts";
export * from "./draft/index.ts";
export * from "./evaluate/index.ts";
export * from "./explain/index.ts";
export * from "./import/index.ts";
export * from "./judge/index.ts";
export * from "./lint/index.ts";
export * from "./parse/index.ts";
export * from "./rank/index.ts";
export * from "./schema.ts";
export {
  codeResolver,
  type Identifiers,
  indexIdentifiers,
  type SiteMapping,
  type Treatment,
  terminologyOf,
  treatmentNamed,
  treatmentNames,
} from "./terminology/index.ts";
export type { Terminology } from "./terminology.ts";
