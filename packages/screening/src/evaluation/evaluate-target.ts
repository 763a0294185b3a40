import { activeRanks } from "./active-ranks.ts";
import { bedroc } from "./bedroc.ts";
import { enrichmentFactor } from "./enrichment-factor.ts";
import { rocAuc } from "./roc-auc.ts";
import { type BitRows, tanimotoToAll } from "./tanimoto-rows.ts";

/** Means over the query lists. */
export type Evaluation = {
  readonly auc: number;
  readonly ef1: number;
  readonly ef5: number;
  readonly bedroc20: number;
};

/** The molecules of a target in one fingerprint. */
export type TargetRows = { readonly actives: BitRows; readonly decoys: BitRows };

/** One score per active and per decoy of a target, for one query list; the queries and what is set aside included. */
export type ListScores = { readonly actives: Float64Array; readonly decoys: Float64Array };

/** Row numbers of the query actives, list by list. */
export type QueryLists = readonly (readonly number[])[];

/** Every so many decoys one is set aside: 20 %. */
const setAsideEvery = 5;

/** Whether a list leaves a decoy out of its ranking: list i sets aside the decoys i, i + 5, i + 10 ... (modulo 5). */
export const isSetAside = (decoy: number, list: number): boolean => decoy % setAsideEvery === list % setAsideEvery;

/** Maximum fusion: of each molecule, the greatest Tanimoto similarity to a query, list by list. */
export function fingerprintScores(rows: TargetRows, lists: QueryLists): ListScores[] {
  const toActives = new Map<number, Float64Array>();
  const toDecoys = new Map<number, Float64Array>();
  for (const query of new Set(lists.flat())) {
    toActives.set(query, tanimotoToAll(rows.actives, query, rows.actives));
    toDecoys.set(query, tanimotoToAll(rows.actives, query, rows.decoys));
  }
  const most = (columns: ReadonlyMap<number, Float64Array>, queries: readonly number[], length: number) =>
    greatest(
      queries.map((query) => columns.get(query)!),
      length,
    );
  return lists.map((queries) => ({
    actives: most(toActives, queries, rows.actives.counts.length),
    decoys: most(toDecoys, queries, rows.decoys.counts.length),
  }));
}

/**
 * The protocol of Riniker & Landrum 2013 (doi 10.1186/1758-2946-5-26): in each list, the actives that are not queries are ranked
 * among the decoys that are not set aside. @returns means over the lists
 */
export function evaluateLists(scores: readonly ListScores[], lists: QueryLists): Evaluation {
  return meanOf(
    scores.map(({ actives, decoys }, list) =>
      evaluateScores(
        actives.filter((_, row) => !lists[list]!.includes(row)),
        decoys.filter((_, row) => !isSetAside(row, list)),
      ),
    ),
  );
}

/** Measures a ranking by score; equal scores with the decoy first. Sorts `decoys` in place. */
export function evaluateScores(actives: Float64Array, decoys: Float64Array): Evaluation {
  const ranks = activeRanks(actives, decoys);
  const total = actives.length + decoys.length;
  return {
    auc: rocAuc(ranks, total),
    ef1: enrichmentFactor(ranks, total, 0.01),
    ef5: enrichmentFactor(ranks, total, 0.05),
    bedroc20: bedroc(ranks, total, 20),
  };
}

function greatest(columns: readonly Float64Array[], length: number): Float64Array {
  const most = new Float64Array(length);
  for (const column of columns) {
    for (let row = 0; row < length; row++) if (column[row]! > most[row]!) most[row] = column[row]!;
  }
  return most;
}

/** The mean of each measure. */
export function meanOf(evaluations: readonly Evaluation[]): Evaluation {
  const mean = (name: keyof Evaluation) =>
    evaluations.reduce((sum, evaluation) => sum + evaluation[name], 0) / evaluations.length;
  return { auc: mean("auc"), ef1: mean("ef1"), ef5: mean("ef5"), bedroc20: mean("bedroc20") };
}
