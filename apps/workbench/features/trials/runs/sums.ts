import type { Count } from "../trial-facts.ts";

/** Released numbers of several sites together: what was told, and how many sites withheld theirs. */
export type Sum = { told: number; withheld: number; total: number };

export function sumOf(counts: readonly (Count | undefined)[]): Sum {
  const sum = { told: 0, withheld: 0, total: 0 };
  for (const count of counts) {
    if (count === undefined) continue;
    if (count === "below-threshold") sum.withheld++;
    else {
      sum.told++;
      sum.total += count;
    }
  }
  return sum;
}

/** A sum as text: the number, "≥ number" where some sites withheld theirs, null where none told one. */
export function sumText({ told, withheld, total }: Sum, format: (count: number) => string): string | null {
  if (told === 0) return null;
  return withheld === 0 ? format(total) : `≥${format(total)}`;
}
