/** A map that keeps the `limit` most recently used entries. */
export class LruCache<K, V> {
  readonly #limit: number;
  readonly #onEvict: ((value: V) => void) | undefined;
  readonly #entries = new Map<K, V>();

  constructor(limit: number, onEvict?: (value: V) => void) {
    this.#limit = limit;
    this.#onEvict = onEvict;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    const [oldestKey, oldest] = this.#entries.entries().next().value!;
    this.#entries.delete(oldestKey);
    this.#onEvict?.(oldest);
  }
}
