import type { Unmapped } from "../schema.ts";

/** Counts what a reader could not map. Holds codes and units only, never a patient's value. */
export class UnmappedCounter {
  readonly #rows = new Map<string, Unmapped>();

  add(what: Unmapped["what"], system: string, code: string, reason: string, display?: string, count = 1): void {
    const key = `${what}|${system}|${code}|${reason}`;
    const known = this.#rows.get(key);
    if (known) known.count += count;
    else this.#rows.set(key, { what, system, code, ...(display === undefined ? {} : { display }), reason, count });
  }

  addAll(rows: readonly Unmapped[]): void {
    for (const { what, system, code, reason, display, count } of rows)
      this.add(what, system, code, reason, display, count);
  }

  /** Most frequent first; the order does not depend on that of the source. */
  rows(): Unmapped[] {
    const keyOf = ({ code, system, reason, what }: Unmapped) => `${code}|${system}|${reason}|${what}`;
    return [...this.#rows.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}
