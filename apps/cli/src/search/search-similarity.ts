import { availableParallelism } from "node:os";
import { type ChemKit, computeFingerprint, type InputRecord, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import type { QinghaoError } from "@qinghao/kernel";
import { type SearchHits, SimilarityIndex } from "@qinghao/screening";
import {
  type AddedFingerprints,
  addFingerprints,
  createSearchPool,
  LibraryFile,
  loadSearchKernel,
} from "@qinghao/screening/node";
import { csvLine } from "../csv-line.ts";
import { brokenOff, stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { type Output, openOutput } from "../output.ts";
import { openInput } from "../predict/read-input.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { SimilarityOptions } from "./search.command.ts";

/** So many queries occupy a thread for less time than it takes to start. */
const queriesWorthThreads = 2000;
const rowsAtATime = 4096;

/** Searches for each query of a file; a query that cannot be read is listed on standard error. */
export async function searchSimilarity(io: Io, options: SimilarityOptions): Promise<void> {
  const { fingerprint: kind, top: limit, threshold } = options;
  using library = LibraryFile.open(options.library);
  const kernel = await loadSearchKernel();
  const memoryBytes = options.memory === undefined ? undefined : options.memory * 1_000_000;
  await using added = library.kinds.includes(kind) ? null : await computed(io, library, options);
  const index = new SimilarityIndex(kernel, added?.source ?? library.fingerprints(kind), { memoryBytes });
  const input = await openInput(io, options.query);
  const records = await openRecords(io, input, undefined);
  const output = await openOutput(io, options.output);
  const kit = await loadChemKit();
  const names: string[] = [];
  const reading = { queries: 0, unreadable: 0, failure: null as unknown };
  async function* fingerprints(): AsyncGenerator<Uint8Array> {
    try {
      for await (const record of records) {
        const made = fingerprintOf(kit, record);
        reading.queries++;
        if (made instanceof Uint8Array) {
          names.push((record.ok ? record.name : null) ?? String(record.row));
          yield made;
        } else {
          reading.unreadable++;
          io.stderr.write(`${queryFailure(io, record.row, made)}\n`);
        }
      }
    } catch (failure) {
      reading.failure = failure;
    }
  }
  const fingerprintOf = (kit: ChemKit, record: InputRecord): Uint8Array | QinghaoError => {
    if (!record.ok) return record.error;
    const made = withMolecule(kit, record.text, (mol) => computeFingerprint(mol, kind));
    return made.ok ? made.value : made.error;
  };
  try {
    await output.write(csvLine(["query", "id", "similarity"]));
    const first = await takeFirst(fingerprints(), queriesWorthThreads);
    const threads = first.isAll ? 1 : (options.cpu ?? availableParallelism());
    await using pool = createSearchPool(index, threads);
    for await (const hits of pool.searchAll(first.all, { limit, threshold })) {
      await writeHits(output, library, names.shift()!, hits);
      if (io.signal.aborted) break;
    }
  } catch (error) {
    await output.leave();
    throw error;
  }
  const { queries, unreadable, failure } = reading;
  if (io.signal.aborted) throw stopped(queries, await output.leave());
  await output.complete();
  if (failure !== null) throw brokenOff(failure, queries);
  if (queries === unreadable) {
    throw new ExitError(exitCodes.unreadable, cliErrors.create("query.no_row", { path: options.query }));
  }
}

/** What the library was not built with is computed from its structures, and said so. */
async function computed(io: Io, library: LibraryFile, options: SimilarityOptions): Promise<AddedFingerprints> {
  const { fingerprint: kind } = options;
  const rows = library.rows.toLocaleString("en-US");
  io.stderr.write(
    `${say(io.language, {
      en: `The library was built without ${kind} fingerprints: they are computed now, for ${rows} rows. \`library build --fingerprints ${kind}\` keeps them.`,
      zh: `该化合物库构建时不含 ${kind} 指纹：现为 ${rows} 行计算。用 \`library build --fingerprints ${kind}\` 可保留。`,
    })}\n`,
  );
  const line = createProgressLine(io.stderr, io.language, io.now);
  const onProgress = (done: number) => line.update(done, 0, library.rows);
  const threads = options.cpu ?? availableParallelism();
  try {
    return await addFingerprints(library, kind, { threads, signal: io.signal, onProgress });
  } catch (error) {
    throw io.signal.aborted ? stopped(0, null) : error;
  } finally {
    line.clear();
  }
}

/** The first items of a source read ahead, to see whether there are more, and all of them again. */
async function takeFirst<T>(source: AsyncGenerator<T>, count: number) {
  const first: T[] = [];
  let isAll = false;
  while (first.length < count && !isAll) {
    const next = await source.next();
    if (next.done) isAll = true;
    else first.push(next.value);
  }
  async function* all(): AsyncGenerator<T> {
    yield* first;
    yield* source;
  }
  return { isAll, all: all() };
}

async function writeHits(output: Output, library: LibraryFile, query: string, hits: SearchHits): Promise<void> {
  for (let from = 0; from < hits.rows.length; from += rowsAtATime) {
    const lines: string[] = [];
    for (let i = from; i < Math.min(from + rowsAtATime, hits.rows.length); i++) {
      lines.push(csvLine([query, library.id(hits.rows[i]!), String(hits.similarities[i]!)]));
    }
    await output.write(lines.join(""));
  }
}

const queryFailure = (io: Io, row: number, { user }: QinghaoError): string =>
  say(io.language, { en: `query ${row}: ${user.en}`, zh: `第 ${row} 个查询：${user.zh}` });
