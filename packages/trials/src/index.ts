export * from "./schema.ts";
export type { Terminology } from "./terminology.ts";
