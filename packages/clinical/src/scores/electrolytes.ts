/**
 * Total calcium corrected for albumin, mmol/L: calcium + 0.02 * (40 - albumin g/L).
 * Source: Payne and others, British Medical Journal 1973, doi 10.1136/bmj.4.5893.643, in the rounded form in common use
 * (0.8 mg/dL for each g/dL of albumin below 4.0).
 */
export const correctedCalcium = (calciumMmolPerL: number, albuminGPerL: number): number =>
  calciumMmolPerL + 0.02 * (40 - albuminGPerL);

/** Serum anion gap without potassium, mmol/L: Na - (Cl + HCO3). Source: Emmett and Narins, Medicine 1977;56:38-54. */
export const anionGap = (sodium: number, chloride: number, bicarbonate: number): number =>
  sodium - (chloride + bicarbonate);
