/** Sets of patient numbers. `S` is a set that is never changed once it was made. */
export type SetAlgebra<S> = {
  readonly empty: S;
  /** Bit `n % 32` of word `n / 32` says whether patient `n` is in the set. */
  fromWords(words: Uint32Array): S;
  and(a: S, b: S): S;
  or(a: S, b: S): S;
  /** Those of `a` that are not in `b`. */
  without(a: S, b: S): S;
  size(set: S): number;
  /** Size of `and(a, b)` without making it. */
  sizeOfAnd(a: S, b: S): number;
  /** The members in ascending order. */
  members(set: S): Uint32Array;
  /** Bytes that a set takes in memory, about. */
  bytes(set: S): number;
  /** Frees what was made inside of `work`, except for what was given to `keep`. */
  scope<T>(work: (keep: (set: S) => S) => T): T;
  /** Frees a set that was kept. */
  release(set: S): void;
};
