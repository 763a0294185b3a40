import type { LinePlace } from "./line-table.ts";

/** Text of the patients that are read together; whoever has more comes alone. */
const BATCH_BYTES = 1 << 20;

/** Whole groups of lines, together no more than a batch where no group alone is more. */
export function* batchesOf(groups: Iterable<Iterable<LinePlace>>): Generator<LinePlace[]> {
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

/** Each line as a group of its own. */
export function* singly(lines: Iterable<LinePlace>): Generator<LinePlace[]> {
  for (const line of lines) yield [line];
}

/** Places of a batch by file, in the order in which they stand there. */
export function placesByFile(batch: readonly LinePlace[], files: number): LinePlace[][] {
  const byFile = Array.from({ length: files }, (): LinePlace[] => []);
  for (const place of batch) byFile[place.file]!.push(place);
  for (const places of byFile) places.sort((a, b) => a.start - b.start);
  return byFile;
}
