/** How far a source was read. */
export type Reading = {
  items: number;
  isFinished: boolean;
  /** Why it ended early; null when it did not. */
  failure: unknown | null;
};

/** Groups of `size`, the last one smaller. What the source throws is noted in `reading`, after the group that was begun. */
export async function* inBatches<T>(source: AsyncIterable<T>, size: number, reading: Reading): AsyncIterable<T[]> {
  let batch: T[] = [];
  try {
    for await (const item of source) {
      batch.push(item);
      reading.items++;
      if (batch.length < size) continue;
      const full = batch;
      batch = [];
      yield full;
    }
  } catch (failure) {
    reading.failure = failure;
  }
  reading.isFinished = true;
  if (batch.length > 0) yield batch;
}
