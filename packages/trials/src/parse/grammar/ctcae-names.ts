/** Diagnoses that CTCAE grades by a laboratory value, with the term's own name; each under every id that sources give it. */
const rows: readonly (readonly [term: string, ids: string])[] = [
  ["Neutrophil count decreased", "MONDO:0001475 HP:0001875"],
  ["Platelet count decreased", "MONDO:0002049 HP:0001873"],
  ["Anemia", "MONDO:0002280 HP:0001903"],
  ["White blood cell decreased", "MONDO:0003785 HP:0001882"],
  ["Lymphocyte count decreased", "MONDO:0003783 HP:0001888"],
  ["Hyperkalemia", "QHDISEASE:hyperkalemia HP:0002153"],
  ["Hypokalemia", "MONDO:0003019 HP:0002900"],
  ["Hypernatremia", "HP:0003228"],
  ["Hyponatremia", "QHDISEASE:hyponatremia HP:0002902"],
  ["Hypercalcemia", "MONDO:0001566 HP:0003072"],
  ["Hypocalcemia", "HP:0002901"],
  ["Hypermagnesemia", "HP:0002918"],
  ["Hypomagnesemia", "HP:0002917"],
  ["Hypoglycemia", "MONDO:0004946 HP:0001943"],
  ["Hypoalbuminemia", "HP:0003073"],
  ["Hypophosphatemia", "MONDO:0000313 HP:0002148"],
  ["Hyperphosphatemia", "MONDO:0000328 HP:0002905"],
  ["Hypertriglyceridemia", "MONDO:0005347 HP:0002155"],
  ["Hyperuricemia", "DOID:1920 HP:0002149"],
  ["Electrocardiogram QT corrected interval prolonged", "HP:0001657"],
];

const termOfId = new Map(rows.flatMap(([term, ids]) => ids.split(" ").map((id): [string, string] => [id, term])));

/** The CTCAE v5.0 term that a laboratory value grades this diagnosis by; undefined where a person grades it. */
export const ctcaeNameOf = (id: string): string | undefined => termOfId.get(id);
