import { type Assertion, assertions, type FactKind, factKinds } from "../../schema.ts";

/** Numbers of fact kinds and assertions, as the relational form has them. */
export const kinds = Object.fromEntries(factKinds.map((kind, place) => [kind, place])) as Record<FactKind, number>;
export const assertionNumbers = Object.fromEntries(assertions.map((name, place) => [name, place])) as Record<
  Assertion,
  number
>;
