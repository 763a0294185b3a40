import type { Predicate, TermRole } from "@qinghao/knowledge/schema";

// The types come from the schemas, the values stand here: the schemas' library is no weight for a page that only reads.

/** Roles of names in the order in which they are listed. */
export const roleOrder = Object.keys({
  preferred: true,
  synonym: true,
  abbreviation: true,
  brand: true,
  "development-code": true,
  salt: true,
  "code-title": true,
  "inclusion-term": true,
  related: true,
  broader: true,
  narrower: true,
} satisfies Record<TermRole, true>) as TermRole[];

/** Relations in the order in which they are listed. */
export const predicateOrder = Object.keys({
  "is-a": true,
  exact: true,
  broader: true,
  narrower: true,
  candidate: true,
  "has-phenotype": true,
  "associated-with": true,
  targets: true,
  mechanism: true,
  "indicated-for": true,
  "interacts-with": true,
  "in-pathway": true,
  "member-of": true,
  evidence: true,
  "tested-in": true,
  studies: true,
  excludes: true,
} satisfies Record<Predicate, true>) as Predicate[];
