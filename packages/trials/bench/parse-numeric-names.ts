/** Variables of the reference by our laboratory items and scores. */
const items: Record<string, string> = {
  "LAB:pao2-fio2-ratio": "pf_ratio",
  "LAB:body-temperature": "body_temperature",
  "LAB:crp": "c_reactive_protein_level",
  "LAB:neutrophils": "anc",
  "LAB:platelets": "platelet_count",
  "LAB:ast": "ast",
  "LAB:alt": "alt",
  "LAB:spo2": "spo2",
  "LAB:qtc-interval": "cqt",
  "LAB:ferritin": "ferritin_level",
  "LAB:d-dimer": "d_dimer_level",
  "LAB:ldh": "lactate_dehydrogenase_level",
  "LAB:body-weight": "weight",
  "LAB:systolic-pressure": "sbp",
  "LAB:diastolic-pressure": "dbp",
  "LAB:respiratory-rate": "respiratory_rate",
  "LAB:haemoglobin": "hb_count",
  "LAB:bilirubin-total": "total_bilirubin_level",
  "LAB:creatinine": "creatinine_level",
  "LAB:lvef": "lvef",
  "LAB:inr": "inr",
  "LAB:hba1c": "a1c",
  "LAB:glucose-fasting": "fasting_blood_sugar_level",
  "LAB:bmi": "bmi",
  "LAB:egfr": "glomerular_filtration_rate",
};
const scoresByName: Record<string, string> = {
  "egfr-ckd-epi-2021": "glomerular_filtration_rate",
  "creatinine-clearance-cockcroft-gault": "calculated_creatinine_clearance",
  karnofsky: "karnofsky_score",
  qtcf: "cqt",
};
export const nameOfItem = (id: string): string => items[id] ?? id;
export const nameOfScore = (score: string): string => scoresByName[score] ?? score;

/** Units of counts brought to single cells, as the reference writes them. */
export function scaleOf(unit: string | null): { by: number; unit: string | null } {
  const power = unit === null ? null : /^10\*(\d+)\/(u?L)$/.exec(unit);
  if (power === null) return { by: 1, unit };
  return { by: 10 ** Number(power[1]), unit: `/${power[2]}` };
}

/** Our UCUM codes by the reference's spelling. */
export const unitNames: Record<string, string> = {
  "/uL": "cells/ul",
  "/L": "cells/l",
  "mm[Hg]": "mmhg",
  Cel: "c",
  "mg/dL": "mg/dl",
  "g/dL": "g/dl",
  "mg/L": "mg/l",
  "ng/mL": "ng/ml",
  "mL/min": "ml/min",
  ms: "msec",
  "/min": "/min",
};

/** Rows of the reference that its own text contradicts. `value` is the row's lower or else upper end. */
export const disputed: readonly { id: string; type: string; name: string; value: number; reason: string }[] = [
  {
    id: "NCT04346355",
    type: "inclusion",
    name: "c_reactive_protein_level",
    value: 1,
    reason: "the text asks for an increase to twice the base value; no level of 1 stands there",
  },
  {
    id: "NCT04343989",
    type: "inclusion",
    name: "lactate_dehydrogenase_level",
    value: 200,
    reason: "unit is U/L, the reference reads inches",
  },
  {
    id: "NCT04347252",
    type: "inclusion",
    name: "fasting_blood_sugar_level",
    value: 6,
    reason: "the text says 6 mM, millimole per litre; the reference reads millimetres",
  },
];
