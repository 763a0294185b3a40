import { createThreadPool, type ThreadPool, threadScript } from "@qinghao/compute/node";
import { type Evaluation, evaluateLists, fingerprintScores, type ListScores } from "../evaluate-target.ts";
import { fusedScores } from "../fused-scores.ts";
import { listsOfPresent } from "../lists-of-present.ts";
import { type BenchmarkFingerprint, type BenchmarkMethod, benchmarkFingerprints, benchmarkWords } from "../methods.ts";
import { oddsScores } from "../odds-scores.ts";
import { type BitRows, bitRows } from "../tanimoto-rows.ts";
import { type BenchmarkTarget, readSmiles } from "./benchmark-folder.ts";
import type { FingerprintInit, FingerprintOutput, FingerprintTask } from "./fingerprint-task.ts";

export type BenchmarkOptions = {
  readonly fingerprints?: readonly BenchmarkFingerprint[];
  /** Threads; some 200 MB each. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
};

export type FailedMolecule = {
  readonly file: string;
  /** Counted from 1, the header not counted. */
  readonly row: number;
  readonly smiles: string;
  readonly reason: { readonly en: string; readonly zh: string };
};

export type TargetResult = {
  readonly collection: string;
  readonly target: string;
  /** Empty where no list could be ranked by. */
  readonly results: readonly ({ readonly method: BenchmarkMethod } & Evaluation)[];
  /** Lists of query actives that were ranked by, and those left out since none of their queries could be read. */
  readonly lists: { readonly ranked: number; readonly leftOut: number };
  /** Left out of the rankings; a file that targets share is listed with the first of them. */
  readonly failures: readonly FailedMolecule[];
};

/** The fingerprints of a file, by kind; `present` are the rows that could be read. */
type MoleculeSet = { readonly rows: readonly BitRows[]; readonly present: readonly number[] };

const batchRows = 128;

/**
 * Evaluates the targets in turn. Fingerprints are computed in threads, once per molecule of a file; decoys that neighbouring
 * targets share are kept.
 * @throws `screening.benchmark.folder`, `compute.cancelled`
 */
export async function* runBenchmark(
  targets: readonly BenchmarkTarget[],
  { fingerprints = benchmarkFingerprints, threads, signal }: BenchmarkOptions = {},
): AsyncGenerator<TargetResult> {
  const init: FingerprintInit = { fingerprints };
  const script = threadScript(import.meta.url, "./fingerprint.worker.ts");
  await using pool = createThreadPool<FingerprintTask, FingerprintOutput>({ script, size: threads, init });
  let shared: { file: string; set: MoleculeSet } | null = null;
  for (const { collection, target, lists, activesFile, decoysFile } of targets) {
    const failures: FailedMolecule[] = [];
    const read = (file: string) => readMolecules(pool, file, fingerprints.length, failures, signal);
    const actives = await read(activesFile);
    const decoys: MoleculeSet = shared?.file === decoysFile ? shared.set : await read(decoysFile);
    shared = { file: decoysFile, set: decoys };
    const queries = listsOfPresent(lists, actives.present);
    const rows = fingerprints.map((_, kind) => ({ actives: actives.rows[kind]!, decoys: decoys.rows[kind]! }));
    const scores = new Map<BenchmarkMethod, ListScores[]>();
    for (const [kind, method] of fingerprints.entries()) {
      signal?.throwIfAborted();
      scores.set(method, fingerprintScores(rows[kind]!, queries));
    }
    if (fingerprints.length > 1) {
      const similarities = fusedScores([...scores.values()]);
      const odds = oddsScores(rows, queries);
      scores.set("fused", similarities);
      scores.set("odds", odds);
      scores.set("fused+odds", fusedScores([similarities, odds]));
    }
    const results = [...scores].map(([method, of]) => ({ method, ...evaluateLists(of, queries) }));
    const counts = { ranked: queries.length, leftOut: lists.length - queries.length };
    yield { collection, target, results: queries.length > 0 ? results : [], lists: counts, failures };
  }
}

async function readMolecules(
  pool: ThreadPool<FingerprintTask, FingerprintOutput>,
  file: string,
  kinds: number,
  failures: FailedMolecule[],
  signal: AbortSignal | undefined,
): Promise<MoleculeSet> {
  const smiles = readSmiles(file);
  const words = Array.from({ length: kinds }, () => new Uint32Array(smiles.length * benchmarkWords));
  const present: number[] = [];
  let first = 0;
  for await (const part of pool.map(batchesOf(smiles), { signal })) {
    const refused = new Set(part.failures.map(({ index }) => index));
    for (const { index, reason } of part.failures) {
      failures.push({ file, row: first + index + 1, smiles: smiles[first + index]!, reason });
    }
    const length = part.words[0]!.length / benchmarkWords;
    for (let index = 0; index < length; index++) {
      if (refused.has(index)) continue;
      const row = part.words.map((rows) => rows.subarray(index * benchmarkWords, (index + 1) * benchmarkWords));
      row.forEach((bits, kind) => {
        words[kind]!.set(bits, present.length * benchmarkWords);
      });
      present.push(first + index);
    }
    first += length;
  }
  const rows = words.map((all) => bitRows(all.subarray(0, present.length * benchmarkWords), benchmarkWords));
  return { rows, present };
}

function* batchesOf(smiles: readonly string[]): Generator<FingerprintTask> {
  for (let at = 0; at < smiles.length; at += batchRows) yield { smiles: smiles.slice(at, at + batchRows) };
}
