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
