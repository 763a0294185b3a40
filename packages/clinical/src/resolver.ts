import type { Code, FactKind } from "./schema.ts";

export type ResolvedCode = { concept: string; via: "code" | "site-mapping" | "display" };

/**
 * A laboratory item's units (UCUM): the canonical one, and the conventional one with the factor that turns a value in it
 * into the canonical unit (mg/dL creatinine times 88.4 is umol/L), which a change of dimension needs.
 */
export type LabItem = {
  concept: string;
  canonicalUnit: string;
  conventionalUnit: string | null;
  conventionalFactor: number | null;
};

/**
 * What readers need to know of terminology. `@qinghao/trials` makes one from the knowledge pack and a site's own
 * mappings; readers stay free of it.
 */
export type CodeResolver = {
  /** The first of a fact's codes that means something; null when none does. */
  resolve(codes: readonly Code[], kind: FactKind): ResolvedCode | null;
  labItem(concept: string): LabItem | null;
};
