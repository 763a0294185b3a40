export * from "./schema.ts";
export {
  codeResolver,
  type Identifiers,
  indexIdentifiers,
  type SiteMapping,
  terminologyOf,
} from "./terminology/index.ts";
export type { Terminology } from "./terminology.ts";
