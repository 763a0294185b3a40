/**
 * Cuts a list into batches of things of like size: in one batch all wait for the largest.
 * @param sizeOf what the work grows with
 */
export function batchesOfLikeSize<T>(list: readonly T[], sizeOf: (one: T) => number, most: number): T[][] {
  const sorted = [...list].sort((a, b) => sizeOf(a) - sizeOf(b));
  return Array.from({ length: Math.ceil(sorted.length / most) }, (_, batch) =>
    sorted.slice(batch * most, (batch + 1) * most),
  );
}

/** Reads a list in windows of so many; the next is read when it is asked for. */
export async function* windowsOf<T>(list: Iterable<T> | AsyncIterable<T>, length: number): AsyncGenerator<T[], void> {
  let window: T[] = [];
  for await (const one of list) {
    window.push(one);
    if (window.length < length) continue;
    yield window;
    window = [];
  }
  if (window.length > 0) yield window;
}
