import type { Tree } from "../criteria/tree.schema.ts";
import { deceased, everyone } from "../sql/assemble.ts";
import { compileTree } from "../sql/compile.ts";
import type { CompileContext } from "../sql/context.ts";
import type { CriteriaDatabase } from "../sql/database.ts";
import { type Plan, type Relation, relationKey, relationsOf } from "../sql/relation.ts";
import type { Terminology } from "../terminology.ts";
import type { FunnelCriterion, Population } from "./attrition.ts";
import { denseSets } from "./dense-sets.ts";
import { createRelationCache, type Lease } from "./relation-cache.ts";
import { observedReader, readWords, truthSetsOf } from "./relation-sets.ts";
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
  /** Default `denseSets`: plain bits, the quickest and, for criteria that hold of many, as small as compressed ones. */
  readonly sets?: SetAlgebra<S>;
  readonly terminology: Terminology;
  /** Index date, days since 1970-01-01. */
  readonly asOf: number;
  /** Default 256 MiB. */
  readonly cacheBytes?: number;
};

// Queries under way at once: one is answered while the last answer is made into sets.
const AT_ONCE = 3;

export function openCohorts(options: Omit<CohortOptions<Uint32Array>, "sets">): Promise<Cohorts<Uint32Array>>;
export function openCohorts<S>(options: CohortOptions<S> & { readonly sets: SetAlgebra<S> }): Promise<Cohorts<S>>;
export function openCohorts<S>(options: CohortOptions<S>): Promise<Cohorts<S> | Cohorts<Uint32Array>> {
  const { sets } = options;
  return sets === undefined
    ? openWith({ ...options, sets: denseSets(options.database.patientLimit) })
    : openWith({ ...options, sets });
}

async function openWith<S>(options: CohortOptions<S> & { readonly sets: SetAlgebra<S> }): Promise<Cohorts<S>> {
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

  const observed = observedReader(database);
  const underWay = new Map<string, Promise<TruthSets<S>>>();

  async function leaseOf(relation: Relation): Promise<Lease<S>> {
    const key = relationKey(relation);
    for (;;) {
      const kept = cache.get(key);
      if (kept !== undefined) return kept;
      const running = underWay.get(key);
      if (running === undefined) break;
      await running;
    }
    const running = truthSetsOf(database, relation, sets, allWords, observed);
    underWay.set(key, running);
    try {
      return cache.put(key, await running);
    } finally {
      underWay.delete(key);
    }
  }

  async function truthOf(plan: Plan): Promise<TruthSets<S>> {
    const leases = new Map<string, Lease<S>>();
    try {
      for (const relation of relationsOf(plan)) leases.set(relationKey(relation), await leaseOf(relation));
      return sets.scope((keep) => {
        const { met, possible } = combinePlan(plan, algebra, (relation) => leases.get(relationKey(relation))!.sets);
        // A copy: the cache may release its own.
        return {
          met: keep(sets.and(met, population.everyone)),
          possible: keep(sets.and(possible, population.everyone)),
        };
      });
    } finally {
      for (const lease of leases.values()) lease.done();
    }
  }

  return {
    population,
    database,
    context,
    compile,
    truthOf,
    load: async (criteria) => {
      const loaded: FunnelCriterion<S>[] = [];
      const open = criteria.entries();
      const work = async (): Promise<void> => {
        for (const [index, { id, type, tree }] of open)
          loaded[index] = { id, type, sets: await truthOf(compile(tree)) };
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return loaded;
    },
    cached: () => ({ bytes: cache.bytes, relations: cache.size }),
    forget: () => {
      cache.clear();
      observed.forget();
    },
  };
}
