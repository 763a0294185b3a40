import path from "node:path";
import { readFhir } from "../fhir/index.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import type { CodeResolver } from "../resolver.ts";
import { batchesOf, placesByFile, singly } from "./batches.ts";
import { indexLines } from "./bulk-index.ts";
import { type LineFile, openLines } from "./bulk-lines.ts";
import type { LinePlace } from "./line-table.ts";
import { parseJson } from "./parse-json.ts";

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

/** Resources in the order in which they stand in the files. */
function* resourcesAt(files: readonly LineFile[], batch: readonly LinePlace[], parse: Parse): Generator<unknown> {
  const byFile = placesByFile(batch, files.length);
  for (const [at, file] of files.entries()) {
    let next = 0;
    for (const bytes of file.readAt(byFile[at]!)) yield parse(bytes, at, byFile[at]![next++]!.number);
  }
}
