import type { Range } from "../criteria/ranges.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { isWithin } from "../evaluate/bounds.ts";
import { boundsOfLeaf, leafValues, type SliderLeaf } from "../sql/leaf-values.ts";
import { type FunnelCriterion, othersOf } from "./attrition.ts";
import type { Cohorts } from "./cohorts.ts";
import { type TruthSets, truthAlgebra } from "./truth-sets.ts";

/** One position of the slider: people who surely fulfil all criteria, and who may, with this range in the leaf's place. */
export type WhatIfPoint = {
  readonly range: Range;
  readonly sure: number;
  readonly possible: number;
  /** Against the range that the criterion has now. */
  readonly gainedSure: number;
  readonly gainedPossible: number;
};

/** People whom this leaf's range alone keeps out, by their value in the leaf's unit; `to` is exclusive but for the last bin. */
export type NearMissBin = { readonly from: number; readonly to: number; readonly people: number };

export type WhatIf = {
  readonly points: readonly WhatIfPoint[];
  readonly nearMisses: readonly NearMissBin[];
};

/** Makes the what-if of one leaf: reads its values once, afterwards every range is a recombination of sets. */
export type WhatIfSlider = { at(ranges: readonly Range[], bins?: number): WhatIf };

/**
 * @param criteria all criteria with their sets, as `load` gave them
 * @param leaf the leaf of that criterion's tree, the same object
 * @returns null for a leaf that no single number decides
 */
export async function openWhatIf<S>(
  cohorts: Cohorts<S>,
  criteria: readonly FunnelCriterion<S>[],
  target: { readonly id: string; readonly tree: Tree; readonly leaf: SliderLeaf },
): Promise<WhatIfSlider | null> {
  const { population, context, database } = cohorts;
  const { sets, everyone } = population;
  const source = leafValues(target.leaf, context);
  const criterion = criteria.find(({ id }) => id === target.id);
  if (source === null || criterion === undefined || boundsOfLeaf(target.leaf, target.leaf.range, context) === null) {
    return null;
  }
  const values = new Float64Array(database.patientLimit).fill(Number.NaN);
  const [patients, numbers] = await database.readColumns(source.sql, 2);
  for (let i = 0; i < patients!.length; i++) values[patients![i]!] = source.numberOf(numbers![i]!);
  const own = await cohorts.truthOf(cohorts.compile(target.leaf));
  const rest = new Map<Tree, TruthSets<S>>();
  for (const tree of leavesBeside(target.tree, target.leaf))
    rest.set(tree, await cohorts.truthOf(cohorts.compile(tree)));
  const others = othersOf(population, criteria, target.id);
  const algebra = truthAlgebra(sets, everyone);

  function passing(leafSets: TruthSets<S>): TruthSets<S> {
    const truth = combineTree(target.tree, algebra, (tree) => (tree === target.leaf ? leafSets : rest.get(tree)!));
    return criterion!.type === "inclusion" ? truth : algebra.not(truth);
  }

  const count = (pass: TruthSets<S>) => ({
    sure: sets.sizeOfAnd(pass.met, others.met),
    possible: sets.sizeOfAnd(pass.possible, others.possible),
  });

  function leafSetsAt(range: Range): TruthSets<S> {
    const { bounds } = boundsOfLeaf(target.leaf, range, context)!;
    const within = new Uint32Array((values.length + 31) >>> 5);
    const known = new Uint32Array(within.length);
    for (let patient = 0; patient < values.length; patient++) {
      const value = values[patient]!;
      if (Number.isNaN(value)) continue;
      const bit = 1 << (patient & 31);
      known[patient >>> 5]! |= bit;
      if (isWithin(value, bounds)) within[patient >>> 5]! |= bit;
    }
    // Whoever has no one number stays as the leaf says now.
    const inside = sets.fromWords(within);
    const decided = sets.fromWords(known);
    return {
      met: sets.or(inside, sets.without(own.met, decided)),
      possible: sets.or(inside, sets.without(own.possible, decided)),
    };
  }

  function nearMisses(bins: number): NearMissBin[] {
    const { bounds, shown } = boundsOfLeaf(target.leaf, target.leaf.range, context)!;
    const alone = sets.without(others.possible, passing(leafSetsAt(target.leaf.range)).possible);
    const missed: number[] = [];
    for (const patient of sets.members(alone)) {
      const value = values[patient]!;
      if (!Number.isNaN(value) && !isWithin(value, bounds)) missed.push(shown(value));
    }
    return histogram(missed, bins);
  }

  return {
    at: (ranges, bins = 20) =>
      sets.scope(() => {
        const now = count(passing(leafSetsAt(target.leaf.range)));
        const points = ranges.map((range): WhatIfPoint => {
          const then = count(passing(leafSetsAt(range)));
          return {
            range,
            ...then,
            gainedSure: then.sure - now.sure,
            gainedPossible: then.possible - now.possible,
          };
        });
        return { points, nearMisses: nearMisses(bins) };
      }),
  };
}

/** The leaves of a tree but for one. */
function leavesBeside(tree: Tree, leaf: Tree): Tree[] {
  if (tree === leaf) return [];
  switch (tree.kind) {
    case "all":
    case "any":
    case "at-least":
      return tree.of.flatMap((one) => leavesBeside(one, leaf));
    case "not":
      return leavesBeside(tree.of, leaf);
    default:
      return [tree];
  }
}

function combineTree<S>(
  tree: Tree,
  algebra: ReturnType<typeof truthAlgebra<S>>,
  setsOf: (leaf: Tree) => TruthSets<S>,
): TruthSets<S> {
  switch (tree.kind) {
    case "all":
      return algebra.all(tree.of.map((one) => combineTree(one, algebra, setsOf)));
    case "any":
      return algebra.any(tree.of.map((one) => combineTree(one, algebra, setsOf)));
    case "at-least":
      return algebra.atLeast(
        tree.n,
        tree.of.map((one) => combineTree(one, algebra, setsOf)),
      );
    case "not":
      return algebra.not(combineTree(tree.of, algebra, setsOf));
    default:
      return setsOf(tree);
  }
}

function histogram(values: readonly number[], bins: number): NearMissBin[] {
  if (values.length === 0) return [];
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    lo = Math.min(lo, value);
    hi = Math.max(hi, value);
  }
  const width = (hi - lo) / bins || 1;
  const people = new Array<number>(bins).fill(0);
  for (const value of values) people[Math.min(bins - 1, Math.floor((value - lo) / width))]!++;
  return people.map((count, index) => ({ from: lo + index * width, to: lo + (index + 1) * width, people: count }));
}
