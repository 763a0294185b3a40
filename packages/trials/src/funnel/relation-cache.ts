import type { SetAlgebra } from "./set-algebra.ts";
import type { TruthSets } from "./truth-sets.ts";

/** Sets that stay valid until `done`, even where the cache drops them meanwhile. */
export type Lease<S> = { readonly sets: TruthSets<S>; done(): void };

/** Truth sets by key, the least recently used dropped first once they take more than `limitBytes`. */
export type RelationCache<S> = {
  get(key: string): Lease<S> | undefined;
  put(key: string, sets: TruthSets<S>): Lease<S>;
  clear(): void;
  readonly bytes: number;
  readonly size: number;
};

type Entry<S> = { readonly value: TruthSets<S>; readonly bytes: number; holders: number; isDropped: boolean };

export function createRelationCache<S>(sets: SetAlgebra<S>, limitBytes: number): RelationCache<S> {
  // A Map keeps its keys in the order in which they were put.
  const kept = new Map<string, Entry<S>>();
  let bytes = 0;
  const release = ({ value }: Entry<S>): void => {
    sets.release(value.met);
    sets.release(value.possible);
  };
  const drop = (key: string): void => {
    const entry = kept.get(key);
    if (entry === undefined) return;
    kept.delete(key);
    bytes -= entry.bytes;
    entry.isDropped = true;
    if (entry.holders === 0) release(entry);
  };
  const lease = (entry: Entry<S>): Lease<S> => {
    entry.holders++;
    let isDone = false;
    return {
      sets: entry.value,
      done: () => {
        if (isDone) return;
        isDone = true;
        entry.holders--;
        if (entry.isDropped && entry.holders === 0) release(entry);
      },
    };
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return lease(entry);
    },
    put: (key, value) => {
      drop(key);
      const size = sets.bytes(value.met) + sets.bytes(value.possible);
      const entry: Entry<S> = { value, bytes: size, holders: 0, isDropped: false };
      kept.set(key, entry);
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= limitBytes || oldest === key) break;
        drop(oldest);
      }
      return lease(entry);
    },
    clear: () => {
      for (const key of [...kept.keys()]) drop(key);
    },
    get bytes() {
      return bytes;
    },
    get size() {
      return kept.size;
    },
  };
}
