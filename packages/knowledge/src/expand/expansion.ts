import type { SourceInfo } from "../schema.ts";

/** One step from a concept towards a code: a relation, an identifier, or a level of a hierarchy, with who says so. */
export type ReasonStep = {
  from: string;
  how: "is-a" | "exact" | "broader" | "narrower" | "candidate" | "identifier";
  to: string;
  source: SourceInfo;
};

/** Two halves of a dual classification: the dagger code says the cause, the asterisk code where it shows itself. */
export type DualCode = { dagger: string | null; asterisk: string | null };

export type ExpandedCode = {
  /** The concept id of the code, or `PREFIX:code` for a bare identifier. */
  id: string;
  code: string;
  name: string;
  /** How the code stands to the concept asked for: the same, part of it, more than it, or to be decided by a person. */
  relation: "exact" | "narrower" | "broader" | "candidate";
  /** The way from the concept to the code. */
  path: ReasonStep[];
  dual: DualCode | null;
  /** Whether the code leads back to the concept asked for or to one below it. */
  returns: boolean;
};

/** A code that stands below an included one but is kept out by an "Excludes1" note. */
export type ExcludedCode = { id: string; name: string; excludedBy: string; note: string | null };

export type Expansion = {
  concept: string;
  system: string;
  /** Codes that are the concept or part of it: the set to use. */
  included: ExpandedCode[];
  /** Codes that cover more than the concept; using them finds more people than meant. */
  broader: ExpandedCode[];
  /** Codes that a person must decide on. */
  candidates: ExpandedCode[];
  excluded: ExcludedCode[];
  /** How many included codes lead back to the concept or below it. */
  roundTrip: { included: number; returning: number };
};
