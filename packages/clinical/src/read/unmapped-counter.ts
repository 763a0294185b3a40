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

  /** Most frequent first. */
  rows(): Unmapped[] {
    return [...this.#rows.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
