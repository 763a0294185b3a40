import type { SetAlgebra } from "./set-algebra.ts";
import type { TruthSets } from "./truth-sets.ts";

/** Truth sets by key, the least recently used dropped first once they take more than `limitBytes`. */
export type RelationCache<S> = {
  get(key: string): TruthSets<S> | undefined;
  put(key: string, sets: TruthSets<S>): void;
  clear(): void;
  readonly bytes: number;
  readonly size: number;
};

export function createRelationCache<S>(sets: SetAlgebra<S>, limitBytes: number): RelationCache<S> {
  // A Map keeps its keys in the order in which they were put.
  const kept = new Map<string, { value: TruthSets<S>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    const entry = kept.get(key);
    if (entry === undefined) return;
    kept.delete(key);
    bytes -= entry.bytes;
    sets.release(entry.value.met);
    sets.release(entry.value.possible);
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    put: (key, value) => {
      drop(key);
      const size = sets.bytes(value.met) + sets.bytes(value.possible);
      kept.set(key, { value, bytes: size });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= limitBytes || oldest === key) break;
        drop(oldest);
      }
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
