/** Points of one item from the least to the most it can be; equal where the item is known. */
export type PointSpan = { readonly min: number; readonly max: number };

/** How much ascites, or which grade of encephalopathy: none; slight or grade 1-2; more or grade 3-4; present but ungraded. */
export type ClinicalGrade = "none" | "slight" | "severe" | "present" | "unknown";

const gradePoints: Readonly<Record<ClinicalGrade, PointSpan>> = {
  none: { min: 1, max: 1 },
  slight: { min: 2, max: 2 },
  severe: { min: 3, max: 3 },
  present: { min: 2, max: 3 },
  unknown: { min: 1, max: 3 },
};

/** Micromoles of bilirubin per litre in one mg/dL: 10 000 / 584.66 g/mol. */
const UMOL_PER_MG_PER_DL = 10_000 / 584.66;

export type ChildPughParts = {
  bilirubinUmolPerL: number;
  albuminGPerL: number;
  inr: number;
  ascites: ClinicalGrade;
  encephalopathy: ClinicalGrade;
};

/**
 * Child-Pugh points (5 to 15; class A 5-6, B 7-9, C 10-15), as a span where ascites or encephalopathy is not graded.
 * Bilirubin 2 and 3 mg/dL, albumin 3.5 and 2.8 g/dL, INR 1.7 and 2.3 part one, two and three points; the limits themselves
 * count two points. Source: Pugh and others, British Journal of Surgery 1973, doi 10.1002/bjs.1800600817; INR limits
 * as in EASL 2018, doi 10.1016/j.jhep.2018.03.019.
 */
export function childPughPoints(parts: ChildPughParts): PointSpan {
  const bilirubin = rising(parts.bilirubinUmolPerL / UMOL_PER_MG_PER_DL, 2, 3);
  const albumin = parts.albuminGPerL > 35 ? 1 : parts.albuminGPerL >= 28 ? 2 : 3;
  const inr = rising(parts.inr, 1.7, 2.3);
  const known = bilirubin + albumin + inr;
  const ascites = gradePoints[parts.ascites];
  const encephalopathy = gradePoints[parts.encephalopathy];
  return { min: known + ascites.min + encephalopathy.min, max: known + ascites.max + encephalopathy.max };
}

// A limit written in mg/dL and read in umol/L differs in the tenth digit; it is the limit nevertheless.
const rising = (value: number, two: number, three: number): number =>
  value < two * (1 - 1e-9) ? 1 : value <= three * (1 + 1e-9) ? 2 : 3;

/** Class of a number of points. */
export const childPughClass = (points: number): "A" | "B" | "C" => (points <= 6 ? "A" : points <= 9 ? "B" : "C");
