import { type Database, finishSearch, nextCandidates, type Search, startSearch, storeSearchBatch } from "@qinghao/db";
import { isQinghaoError, toWireError } from "@qinghao/kernel";
import type { SearchSubstructureInput } from "../contract.ts";
import { compoundsErrors } from "../errors.ts";
import type { ChemistryPool } from "../threads/chemistry-pool.ts";
import type { MatchOutput, MatchTask } from "../threads/tasks.ts";

/** Compounds of one read, of one task for a thread, and of the first and later transactions. */
const compoundsPerRead = 2000;
const compoundsPerTask = 250;
const firstBatch = 500;
const laterBatch = 5000;

export type SearchTools = { db: Database; chemistry: ChemistryPool };

/**
 * Compares every compound of a search's project with its query: first by pattern fingerprint (made and stored for
 * compounds that have none), then atom by atom. Hits appear batch by batch. Called again after a crash, it goes on
 * behind the last stored compound.
 */
export async function searchCompounds(
  { db, chemistry }: SearchTools,
  { searchId }: SearchSubstructureInput,
  signal: AbortSignal,
): Promise<void> {
  const search = await startSearch(db, searchId);
  if (search.state !== "running") return;
  const toolkit = await chemistry.toolkit(search.query, signal).catch(async (error: unknown) => {
    if (!isQinghaoError(error) || error.retry !== "never") throw error;
    // The sentence for the person may quote the query, which belongs into the database alone.
    await finishSearch(db, searchId, "failed", toWireError(error));
    throw compoundsErrors.create("query.unreadable");
  });
  let afterSeq = search.lastSeq;
  let limit = search.done === 0 ? firstBatch : laterBatch;
  let pending: MatchOutput[] = [];
  let compared = 0;
  const store = async () => {
    const lastSeq = pending.at(-1)?.lastSeq;
    if (lastSeq === undefined) return;
    await storeSearchBatch(db, searchId, {
      afterSeq,
      lastSeq,
      done: compared - sum(pending, (output) => output.failed),
      failed: sum(pending, (output) => output.failed),
      hits: pending.flatMap((output) => output.hits),
      toolkit,
      fingerprints: pending.flatMap((output) => output.fingerprints),
    });
    afterSeq = lastSeq;
    limit = laterBatch;
    pending = [];
    compared = 0;
  };
  const tasks = candidates(db, search, toolkit);
  for await (const output of chemistry.match(tasks, { inFlight: 4 * chemistry.size, signal })) {
    pending.push(output);
    compared += output.compared;
    if (compared >= limit) await store();
  }
  signal.throwIfAborted();
  await store();
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

async function* candidates(db: Database, search: Search, toolkit: string): AsyncIterable<MatchTask> {
  for (let lastSeq = search.lastSeq; ; ) {
    const read = await nextCandidates(db, { ...search, lastSeq }, toolkit, compoundsPerRead);
    const last = read.at(-1);
    if (last === undefined) return;
    lastSeq = last.seq;
    for (let from = 0; from < read.length; from += compoundsPerTask) {
      yield { kind: "match", query: search.query, candidates: read.slice(from, from + compoundsPerTask) };
    }
  }
}
