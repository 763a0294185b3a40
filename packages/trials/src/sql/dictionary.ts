/** Concept ids of facts as small integers; 0 is reserved for a fact that could not be resolved. */
export type ConceptDictionary = {
  readonly size: number;
  /** The number of a code, 0 when it is not known here: no fact of this population carries it. */
  find(code: string): number;
  /** The number of a code, given out when it is new; 0 for null. */
  add(code: string | null): number;
  /** Every (number, code) whose code begins so. */
  withPrefix(prefix: string): readonly (readonly [number, string])[];
  /** Every (number, code), in order of the numbers. */
  entries(): readonly (readonly [number, string])[];
};

/**
 * Codes given at the start are numbered in string order, so that the codes below a chapter of a code system lie beside
 * one another and a concept set compiles to few ranges.
 */
export function createDictionary(codes: Iterable<string> = []): ConceptDictionary {
  const ids = new Map<string, number>();
  const add = (code: string): number => {
    const id = ids.get(code) ?? ids.size + 1;
    ids.set(code, id);
    return id;
  };
  for (const code of [...new Set(codes)].sort(byCodeUnits)) add(code);
  return {
    get size() {
      return ids.size;
    },
    find: (code) => ids.get(code) ?? 0,
    add: (code) => (code === null ? 0 : add(code)),
    withPrefix: (prefix) => {
      const found: (readonly [number, string])[] = [];
      for (const [code, id] of ids) if (code.startsWith(prefix)) found.push([id, code]);
      return found;
    },
    entries: () => [...ids].map(([code, id]) => [id, code] as const),
  };
}

/** The dictionary that a `concept` table holds. */
export function readDictionary(rows: Iterable<readonly [number, string]>): ConceptDictionary {
  const dictionary = createDictionary();
  for (const [id, code] of [...rows].sort(([a], [b]) => a - b)) {
    if (dictionary.add(code) !== id) throw new Error(`concept ${id} is out of order in the table of concepts`);
  }
  return dictionary;
}

/** Order of UTF-16 code units, the same on every machine. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
