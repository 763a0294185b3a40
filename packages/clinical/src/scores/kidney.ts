/** Sex as the equations know it. */
export type EquationSex = "female" | "male";

/** Micromoles of creatinine per litre in one mg/dL: 10 000 / 113.12 g/mol. */
export const CREATININE_UMOL_PER_L_PER_MG_PER_DL = 10_000 / 113.12;

/**
 * Estimated glomerular filtration rate from serum creatinine without race, mL/min/1.73 m2.
 * eGFR = 142 * min(Scr/k, 1)^a * max(Scr/k, 1)^-1.200 * 0.9938^age (* 1.012 for women);
 * k = 0.7 (women), 0.9 (men); a = -0.241 (women), -0.302 (men).
 * @param creatinineMgPerDl serum creatinine, IDMS-traceable, mg/dL, above 0
 * @param ageYears completed years, adults
 * Source: Inker and others, New England Journal of Medicine 2021, doi 10.1056/NEJMoa2102953, table 2.
 */
export function egfrCkdEpi2021(creatinineMgPerDl: number, ageYears: number, sex: EquationSex): number {
  const kappa = sex === "female" ? 0.7 : 0.9;
  const alpha = sex === "female" ? -0.241 : -0.302;
  const ratio = creatinineMgPerDl / kappa;
  const base = 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** ageYears;
  return sex === "female" ? base * 1.012 : base;
}

/**
 * Creatinine clearance, mL/min: (140 - age) * weight / (72 * Scr), times 0.85 for women.
 * @param creatinineMgPerDl serum creatinine, mg/dL, above 0
 * @param weightKg the weight that is to count (actual, ideal or adjusted: the caller's choice), kg
 * Source: Cockcroft and Gault, Nephron 1976, doi 10.1159/000180580.
 */
export function creatinineClearanceCockcroftGault(
  creatinineMgPerDl: number,
  ageYears: number,
  weightKg: number,
  sex: EquationSex,
): number {
  const clearance = ((140 - ageYears) * weightKg) / (72 * creatinineMgPerDl);
  return sex === "female" ? clearance * 0.85 : clearance;
}
