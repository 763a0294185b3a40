import type { Plan, Relation } from "../sql/relation.ts";
import type { SetAlgebra } from "./set-algebra.ts";

/** Whom a statement is true of, and whom it may be true of: those for whom it is true or unknown. */
export type TruthSets<S> = { readonly met: S; readonly possible: S };

/** Kleene's logic on sets: the same tables as for one patient, for all of them at once. */
export type TruthAlgebra<S> = {
  all(of: readonly TruthSets<S>[]): TruthSets<S>;
  any(of: readonly TruthSets<S>[]): TruthSets<S>;
  not(one: TruthSets<S>): TruthSets<S>;
  atLeast(n: number, of: readonly TruthSets<S>[]): TruthSets<S>;
  constant(truth: "true" | "false" | "unknown"): TruthSets<S>;
};

/** @param everyone every patient of the data */
export function truthAlgebra<S>(sets: SetAlgebra<S>, everyone: S): TruthAlgebra<S> {
  const constant: TruthAlgebra<S>["constant"] = (truth) => ({
    met: truth === "true" ? everyone : sets.empty,
    possible: truth === "false" ? sets.empty : everyone,
  });
  return {
    constant,
    all: (of) => ({
      met: of.reduce((sum, { met }) => sets.and(sum, met), everyone),
      possible: of.reduce((sum, { possible }) => sets.and(sum, possible), everyone),
    }),
    any: (of) => ({
      met: of.reduce((sum, { met }) => sets.or(sum, met), sets.empty),
      possible: of.reduce((sum, { possible }) => sets.or(sum, possible), sets.empty),
    }),
    not: ({ met, possible }) => ({ met: sets.without(everyone, possible), possible: sets.without(everyone, met) }),
    atLeast: (n, of) => ({
      met: inAtLeast(
        sets,
        everyone,
        n,
        of.map(({ met }) => met),
      ),
      possible: inAtLeast(
        sets,
        everyone,
        n,
        of.map(({ possible }) => possible),
      ),
    }),
  };
}

/** Members of at least `n` of some sets. */
function inAtLeast<S>(sets: SetAlgebra<S>, everyone: S, n: number, of: readonly S[]): S {
  if (n <= 0) return everyone;
  // reached[k]: in at least k + 1 of the sets looked at so far.
  const reached: S[] = Array.from({ length: n }, () => sets.empty);
  for (const set of of) {
    for (let k = n - 1; k >= 0; k--) {
      const before = k === 0 ? everyone : reached[k - 1]!;
      reached[k] = sets.or(reached[k]!, sets.and(before, set));
    }
  }
  return reached[n - 1]!;
}

/** Truth of a plan from the truth of its relations. */
export function combinePlan<S>(
  plan: Plan,
  algebra: TruthAlgebra<S>,
  setsOf: (relation: Relation) => TruthSets<S>,
): TruthSets<S> {
  const combine = (one: Plan): TruthSets<S> => {
    switch (one.kind) {
      case "relation":
        return setsOf(one);
      case "constant":
        return algebra.constant(one.truth);
      case "all":
        return algebra.all(one.of.map(combine));
      case "any":
        return algebra.any(one.of.map(combine));
      case "not":
        return algebra.not(combine(one.of));
      case "at-least":
        return algebra.atLeast(one.n, one.of.map(combine));
    }
  };
  return combine(plan);
}
