export type { CodeResolver, LabItem, ResolvedCode } from "./resolver.ts";
export * from "./schema.ts";
