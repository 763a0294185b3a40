import path from "node:path";
import { readFhir } from "../fhir/index.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import type { CodeResolver } from "../resolver.ts";
import { indexLines } from "./bulk-index.ts";
import { type LineFile, openLines } from "./bulk-lines.ts";
import type { LinePlace } from "./line-table.ts";
import { parseJson } from "./parse-json.ts";

/** Text of the patients that are read together; whoever has more comes alone. */
const BATCH_BYTES = 1 << 20;

/**
 * Reads bulk NDJSON some patients at a time: what belongs to one patient may stand anywhere in the files. They are read
 * twice, first for the places of each patient's lines, so that memory holds these places and one batch.
 * Errors: `clinical.patients.unreadable` with file and line.
 */
export function* readBulk(files: readonly string[], resolver: CodeResolver): Generator<ReadOutcome> {
  const opened = files.map(openLines);
  const parse = (line: Buffer, file: number, number: number): unknown =>
    parseJson(line.toString("utf8"), path.basename(files[file]!), number);
  try {
    const index = indexLines(opened, parse);
    if (index.isMixed) {
      yield readFhir(everything(opened, parse), resolver);
      return;
    }
    const read = (places: LinePlace[]) => readFhir(resourcesAt(opened, places, parse), resolver, index.shared);
    for (const batch of batchesOf(Array.from({ length: index.patients }, (_, at) => index.linesOf(at))))
      yield read(batch);
    for (const batch of batchesOf(singly(index.linesOf("nobody")))) yield read(batch);
  } finally {
    for (const file of opened) file.close();
  }
}

type Parse = (line: Buffer, file: number, number: number) => unknown;

function* everything(files: readonly LineFile[], parse: Parse): Generator<unknown> {
  for (const [at, file] of files.entries())
    for (const { bytes, number } of file.lines()) yield parse(bytes, at, number);
}

function* singly(lines: Iterable<LinePlace>): Generator<LinePlace[]> {
  for (const line of lines) yield [line];
}

/** Whole groups of lines, together no more than a batch where no group alone is more. */
function* batchesOf(groups: Iterable<Iterable<LinePlace>>): Generator<LinePlace[]> {
  let batch: LinePlace[] = [];
  let bytes = 0;
  for (const group of groups) {
    const lines = [...group];
    const size = lines.reduce((sum, { length }) => sum + length, 0);
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    for (const line of lines) batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Resources in the order in which they stand in the files. */
function* resourcesAt(files: readonly LineFile[], places: LinePlace[], parse: Parse): Generator<unknown> {
  places.sort((a, b) => a.file - b.file || a.start - b.start);
  for (const [at, file] of files.entries()) {
    const own = places.filter((place) => place.file === at);
    let next = 0;
    for (const bytes of file.readAt(own)) yield parse(bytes, at, own[next++]!.number);
  }
}
