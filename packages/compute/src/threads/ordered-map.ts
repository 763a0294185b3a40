/**
 * Results in the order of the source, with at most `limit` items started and not yet taken: the source is read no
 * faster than the consumer reads. The first failure ends it; items already started are left to finish.
 */
export async function* mapInOrder<In, Out>(
  source: AsyncIterable<In> | Iterable<In>,
  limit: number,
  start: (item: In) => Promise<Out>,
): AsyncGenerator<Out, void, undefined> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const flying: Promise<Out>[] = [];
  let exhausted = false;
  try {
    for (;;) {
      while (!exhausted && flying.length < limit) {
        const next = await iterator.next();
        if (next.done === true) exhausted = true;
        else {
          const result = start(next.value);
          // A later item may fail while an earlier one is awaited; it is thrown when its turn comes.
          result.catch(() => undefined);
          flying.push(result);
        }
      }
      const first = flying.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    if (!exhausted) await iterator.return?.();
  }
}
