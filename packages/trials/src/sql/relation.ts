/**
 * What a leaf compiles to: rows (patient, rank) in which a patient may come up more than once and the highest rank
 * decides. A patient who does not come up has the rank `silent`.
 */
export type Relation = {
  readonly kind: "relation";
  readonly sql: string;
  /** Whether a patient may come up more than once. */
  readonly repeats: boolean;
  readonly silence: Silence;
};

/** `silent` is settled by the silent rule: in a closed world and an observed time it means `then`, else unknown. */
export const ranks = { silent: 0, false: 1, unknown: 2, true: 3 } as const;

/**
 * What silence means. Without `closed` it is unknown. `from` is the first day that must be observed, null where any
 * beginning will do; `to` the last.
 */
export type Silence = {
  readonly closed?: { readonly from: number | null; readonly to: number; readonly then: "true" | "false" };
};

/** How relations are put together: Kleene's logic on (true, unknown, false). */
export type Plan =
  | Relation
  | { readonly kind: "constant"; readonly truth: "true" | "false" | "unknown" }
  | { readonly kind: "all" | "any"; readonly of: readonly Plan[] }
  | { readonly kind: "at-least"; readonly n: number; readonly of: readonly Plan[] }
  | { readonly kind: "not"; readonly of: Plan };

/** A relation whose silence is unknown. */
export const relation = (sql: string, options: Partial<Pick<Relation, "repeats" | "silence">> = {}): Relation => ({
  kind: "relation",
  sql,
  repeats: false,
  silence: {},
  ...options,
});

export const unknownPlan: Plan = { kind: "constant", truth: "unknown" };

/** Every relation of a plan, each once. */
export function relationsOf(plan: Plan): Relation[] {
  const found = new Map<string, Relation>();
  const visit = (one: Plan): void => {
    if (one.kind === "relation") found.set(relationKey(one), one);
    else if (one.kind === "not") visit(one.of);
    else if (one.kind !== "constant") one.of.forEach(visit);
  };
  visit(plan);
  return [...found.values()];
}

/** Same key, same answer on the same data: the query itself and what silence means. */
export const relationKey = ({ sql, silence }: Relation): string => JSON.stringify([sql, silence]);
