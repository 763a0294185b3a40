import type { Code, FactKind } from "./schema.ts";

export type ResolvedCode = { concept: string; via: "code" | "site-mapping" | "display" };

/** A laboratory item's canonical unit (UCUM), molar mass for mass-amount conversion, and usual adult interval. */
export type LabItem = {
  concept: string;
  canonicalUnit: string;
  conventionalUnit: string | null;
  molarMassGPerMol: number | null;
  low: number | null;
  high: number | null;
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
