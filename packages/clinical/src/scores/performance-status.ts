/** Karnofsky scores of each ECOG grade, best first. Source: ECOG-ACRIN, table of performance scales (after Oken 1982). */
const karnofskyByEcog: readonly (readonly number[])[] = [[100, 90], [80, 70], [60, 50], [40, 30], [20, 10], [0]];

/** The ECOG grade of a Karnofsky score; null for a number that is not one of its eleven steps. */
export function ecogOfKarnofsky(karnofsky: number): number | null {
  const grade = karnofskyByEcog.findIndex((scores) => scores.includes(karnofsky));
  return grade < 0 ? null : grade;
}

/** The least and greatest Karnofsky score of an ECOG grade; null for a number that is not a grade. */
export function karnofskyOfEcog(ecog: number): { min: number; max: number } | null {
  const scores = karnofskyByEcog[ecog];
  return scores === undefined ? null : { min: Math.min(...scores), max: Math.max(...scores) };
}
