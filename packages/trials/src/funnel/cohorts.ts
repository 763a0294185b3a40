import type { Tree } from "../criteria/tree.schema.ts";
import { deceased, everyone } from "../sql/assemble.ts";
import { compileTree } from "../sql/compile.ts";
import type { CompileContext } from "../sql/context.ts";
import type { CriteriaDatabase } from "../sql/database.ts";
import { type Plan, relationKey, relationsOf } from "../sql/relation.ts";
import type { Terminology } from "../terminology.ts";
import type { FunnelCriterion, Population } from "./attrition.ts";
import { createRelationCache } from "./relation-cache.ts";
import { readWords, truthSetsOf } from "./relation-sets.ts";
import type { SetAlgebra } from "./set-algebra.ts";
import { combinePlan, type TruthSets, truthAlgebra } from "./truth-sets.ts";

export type CohortCriterion = { readonly id: string; readonly type: "inclusion" | "exclusion"; readonly tree: Tree };

/** Criteria over one population at one index date; what was computed once is kept as bitmaps. */
export type Cohorts<S> = {
  readonly population: Population<S>;
  readonly database: CriteriaDatabase;
  readonly context: CompileContext;
  compile(tree: Tree): Plan;
  /** Runs what is not cached; the sets are the caller's to release, the cached ones are not touched. */
  truthOf(plan: Plan): Promise<TruthSets<S>>;
  /** The criteria as sets, ready for `attritionOf` and `sequentialFunnel`. */
  load(criteria: readonly CohortCriterion[]): Promise<FunnelCriterion<S>[]>;
  /** Bytes and number of the cached relations. */
  cached(): { readonly bytes: number; readonly relations: number };
  /** Forgets every cached relation, as after the data changed. */
  forget(): void;
};

export type CohortOptions<S> = {
  readonly database: CriteriaDatabase;
  readonly sets: SetAlgebra<S>;
  readonly terminology: Terminology;
  /** Index date, days since 1970-01-01. */
  readonly asOf: number;
  /** Default 256 MiB. */
  readonly cacheBytes?: number;
};

export async function openCohorts<S>(options: CohortOptions<S>): Promise<Cohorts<S>> {
  const { database, sets, terminology, asOf } = options;
  const allWords = (await readWords(database, everyone)).met;
  const population: Population<S> = {
    sets,
    everyone: sets.fromWords(allWords),
    deceased: sets.fromWords((await readWords(database, deceased(asOf))).met),
  };
  const algebra = truthAlgebra(sets, population.everyone);
  const cache = createRelationCache(sets, options.cacheBytes ?? 256 * 2 ** 20);

  const context: CompileContext = { terminology, dictionary: database.dictionary, asOf, dialect: database.dialect };
  const compile = (tree: Tree): Plan => compileTree(tree, context);

  async function truthOf(plan: Plan): Promise<TruthSets<S>> {
    const found = new Map<string, TruthSets<S>>();
    for (const relation of relationsOf(plan)) {
      const key = relationKey(relation);
      let truth = cache.get(key);
      if (truth === undefined) {
        truth = await truthSetsOf(database, relation, sets, allWords);
        cache.put(key, truth);
      }
      found.set(key, truth);
    }
    return sets.scope((keep) => {
      const { met, possible } = combinePlan(plan, algebra, (relation) => found.get(relationKey(relation))!);
      // A copy: the cache may release its own.
      return { met: keep(sets.and(met, population.everyone)), possible: keep(sets.and(possible, population.everyone)) };
    });
  }

  return {
    population,
    database,
    context,
    compile,
    truthOf,
    load: async (criteria) => {
      const loaded: FunnelCriterion<S>[] = [];
      for (const { id, type, tree } of criteria) loaded.push({ id, type, sets: await truthOf(compile(tree)) });
      return loaded;
    },
    cached: () => ({ bytes: cache.bytes, relations: cache.size }),
    forget: () => cache.clear(),
  };
}
