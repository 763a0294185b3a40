import type { SetAlgebra } from "./set-algebra.ts";
import { type TruthAlgebra, type TruthSets, truthAlgebra } from "./truth-sets.ts";

/** A criterion with whom its statement holds of. An exclusion criterion that is met excludes. */
export type FunnelCriterion<S> = {
  readonly id: string;
  readonly type: "inclusion" | "exclusion";
  readonly sets: TruthSets<S>;
};

/** People by eligibility: surely, unless something unknown speaks against it, and not. */
export type Eligible = { readonly yes: number; readonly unknown: number; readonly no: number };

export type CriterionAttrition = {
  readonly id: string;
  /** Of the statement, over everyone alive at the index date. */
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** Ruled out by this criterion, whatever the others say. */
  readonly ruledOut: number;
  /** Ruled out by this one and by no other: they may be eligible once it is dropped. */
  readonly ruledOutByThisAlone: number;
  /** Surely eligible once it is dropped, and not before. */
  readonly gainedIfDropped: number;
};

/** What the order of the criteria does not change. */
export type Attrition = {
  readonly people: number;
  readonly eligible: Eligible;
  readonly criteria: readonly CriterionAttrition[];
};

/** People left after each criterion of an order: ruled out by none so far, and surely fulfilling all so far. */
export type FunnelStep = { readonly id: string; readonly possible: number; readonly sure: number };

export type Population<S> = {
  readonly sets: SetAlgebra<S>;
  readonly everyone: S;
  /** Died by the index date: never eligible. */
  readonly deceased: S;
};

const oriented = <S>({ type, sets }: FunnelCriterion<S>, algebra: TruthAlgebra<S>): TruthSets<S> =>
  type === "inclusion" ? sets : algebra.not(sets);

/** Counts for every criterion and for all of them together; two passes over the sets, none over the patients. */
export function attritionOf<S>(population: Population<S>, criteria: readonly FunnelCriterion<S>[]): Attrition {
  const { sets } = population;
  return sets.scope(() => {
    const alive = sets.without(population.everyone, population.deceased);
    const algebra = truthAlgebra(sets, alive);
    const passes = criteria.map((criterion) => oriented(criterion, algebra));
    const others = leaveOneOut(sets, alive, passes);
    const people = sets.size(alive);
    const yes = sets.sizeOfAnd(others.all.met, alive);
    const possible = sets.sizeOfAnd(others.all.possible, alive);
    return {
      people,
      eligible: { yes, unknown: possible - yes, no: people - possible },
      criteria: criteria.map(({ id, sets: own }, index) => {
        const met = sets.sizeOfAnd(own.met, alive);
        const possibly = sets.sizeOfAnd(own.possible, alive);
        const without = others.without[index]!;
        return {
          id,
          met,
          notMet: people - possibly,
          unknown: possibly - met,
          ruledOut: people - sets.sizeOfAnd(passes[index]!.possible, alive),
          ruledOutByThisAlone: sets.size(without.possible) - possible,
          gainedIfDropped: sets.size(without.met) - yes,
        };
      }),
    };
  });
}

/** For each criterion what all others leave: from what precedes it and what follows it. */
function leaveOneOut<S>(
  sets: SetAlgebra<S>,
  alive: S,
  passes: readonly TruthSets<S>[],
): { all: TruthSets<S>; without: TruthSets<S>[] } {
  const both = (a: TruthSets<S>, b: TruthSets<S>): TruthSets<S> => ({
    met: sets.and(a.met, b.met),
    possible: sets.and(a.possible, b.possible),
  });
  const start: TruthSets<S> = { met: alive, possible: alive };
  const before: TruthSets<S>[] = [start];
  for (const pass of passes) before.push(both(before.at(-1)!, pass));
  const without: TruthSets<S>[] = [];
  let after = start;
  for (let index = passes.length - 1; index >= 0; index--) {
    without[index] = both(before[index]!, after);
    after = both(passes[index]!, after);
  }
  return { all: before.at(-1)!, without };
}

/** Who may still take part once the others' criteria are applied; for the what-if of one criterion. */
export function othersOf<S>(
  population: Population<S>,
  criteria: readonly FunnelCriterion<S>[],
  id: string,
): TruthSets<S> {
  const { sets } = population;
  return sets.scope((keep) => {
    const alive = sets.without(population.everyone, population.deceased);
    const algebra = truthAlgebra(sets, alive);
    const { met, possible } = algebra.all(
      criteria.filter((criterion) => criterion.id !== id).map((criterion) => oriented(criterion, algebra)),
    );
    return { met: keep(sets.and(met, alive)), possible: keep(sets.and(possible, alive)) };
  });
}

/** The funnel in a given order; only the counts in between depend on it. */
export function sequentialFunnel<S>(population: Population<S>, criteria: readonly FunnelCriterion<S>[]): FunnelStep[] {
  const { sets } = population;
  return sets.scope(() => {
    const alive = sets.without(population.everyone, population.deceased);
    const algebra = truthAlgebra(sets, alive);
    let left: TruthSets<S> = { met: alive, possible: alive };
    return criteria.map((criterion) => {
      const pass = oriented(criterion, algebra);
      left = { met: sets.and(left.met, pass.met), possible: sets.and(left.possible, pass.possible) };
      return { id: criterion.id, possible: sets.size(left.possible), sure: sets.size(left.met) };
    });
  });
}
