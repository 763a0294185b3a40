import type { Judgement } from "@qinghao/db/site";

export type Agreement = {
  readers: [string, string];
  /** Criteria of candidates that both judged. */
  both: number;
  agreed: number;
  /** Null where chance alone would agree always: all judgements are one and the same. */
  kappa: number | null;
};

/**
 * Cohen's kappa of every pair of readers: (observed - expected) / (1 - expected) agreement over what both judged.
 * Source: Cohen 1960, doi 10.1177/001316446002000104.
 */
export function agreements(
  judgements: readonly Pick<Judgement, "patient" | "criterion" | "reader" | "verdict">[],
): Agreement[] {
  const byReader = new Map<string, Map<string, string>>();
  for (const { patient, criterion, reader, verdict } of judgements) {
    const own = byReader.get(reader) ?? new Map<string, string>();
    byReader.set(reader, own.set(`${patient}|${criterion}`, verdict));
  }
  const readers = [...byReader.keys()].sort();
  return readers.flatMap((first, at) =>
    readers.slice(at + 1).flatMap((second) => {
      const [a, b] = [byReader.get(first)!, byReader.get(second)!];
      const shared = [...a.keys()].filter((item) => b.has(item));
      if (shared.length === 0) return [];
      const pairs = shared.map((item): [string, string] => [a.get(item)!, b.get(item)!]);
      return [{ readers: [first, second] as [string, string], ...cohensKappa(pairs) }];
    }),
  );
}

export function cohensKappa(pairs: readonly (readonly [string, string])[]): Omit<Agreement, "readers"> {
  const n = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const categories = new Set(pairs.flat());
  const share = (side: 0 | 1, category: string) => pairs.filter((pair) => pair[side] === category).length / n;
  const expected = [...categories].reduce((sum, each) => sum + share(0, each) * share(1, each), 0);
  return { both: n, agreed, kappa: expected === 1 ? null : (agreed / n - expected) / (1 - expected) };
}
