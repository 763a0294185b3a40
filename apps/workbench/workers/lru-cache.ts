export type LruCacheOptions<V> = {
  /** Total weight that is kept. */
  readonly limit: number;
  /** Weight of one value; 1 each when left out. */
  readonly weigh?: (value: V) => number;
  readonly onEvict?: (value: V) => void;
};

/** A map that keeps the most recently used entries up to a total weight. */
export class LruCache<K, V> {
  readonly #options: LruCacheOptions<V>;
  readonly #entries = new Map<K, V>();
  #weight = 0;

  constructor(options: LruCacheOptions<V>) {
    this.#options = options;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** A value of an older entry with this key is evicted too. The newest entry stays, however heavy. */
  set(key: K, value: V): void {
    this.#remove(key);
    this.#entries.set(key, value);
    this.#weight += this.#weigh(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#options.limit || this.#entries.size === 1) return;
      this.#remove(oldest);
    }
  }

  #remove(key: K): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#weight -= this.#weigh(value);
    this.#options.onEvict?.(value);
  }

  #weigh(value: V): number {
    return this.#options.weigh?.(value) ?? 1;
  }
}
