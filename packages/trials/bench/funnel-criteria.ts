import type { Tree } from "../src/criteria/tree.schema.ts";
import type { CohortCriterion } from "../src/funnel/cohorts.ts";
import type { Terminology } from "../src/terminology.ts";
import { conditionCode, drugCode, procedureCode } from "./population.ts";

const ids = (codes: readonly string[]) => ({ of: codes.map((id) => ({ id })) });
const range = (from: number, to: number, code: (index: number) => string) =>
  ids(Array.from({ length: to - from }, (_, index) => code(from + index)));
const before = (value: number, unit: "day" | "week" | "month" | "year") => ({ from: { value: -value, unit } });
const lab = (
  id: string,
  bounds: { min?: number; max?: number },
  unit: string | null,
  when?: ReturnType<typeof before>,
): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "value" },
  range: bounds,
  unit,
  ...(when === undefined ? {} : { when }),
});
const timesUpper = (id: string, max: number): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "times-upper-limit" },
  range: { max },
  unit: null,
  when: before(6, "month"),
});

/** Twenty criteria as an oncology protocol has them, over the codes of the bench's population. */
export const funnelCriteria: readonly CohortCriterion[] = [
  ["inclusion", { kind: "age", range: { min: 18, max: 80 }, unit: "year" }],
  ["inclusion", { kind: "sex", is: ["female", "male"] }],
  ["inclusion", { kind: "condition", concepts: range(0, 60, conditionCode), when: before(5, "year") }],
  ["inclusion", { kind: "score", score: "ecog", range: { max: 1 } }],
  ["inclusion", { kind: "stage", groups: ["III", "IV"] }],
  ["inclusion", lab("LAB:haemoglobin", { min: 90 }, "g/L", before(6, "month"))],
  ["inclusion", lab("LAB:platelets", { min: 100 }, "10*9/L", before(6, "month"))],
  ["inclusion", lab("LAB:neutrophils", { min: 1.5 }, "10*9/L", before(6, "month"))],
  ["inclusion", timesUpper("LAB:alt", 2.5)],
  ["inclusion", timesUpper("LAB:ast", 2.5)],
  ["inclusion", timesUpper("LAB:bilirubin-total", 1.5)],
  ["inclusion", timesUpper("LAB:creatinine", 1.5)],
  ["inclusion", lab("LAB:albumin", { min: 30 }, "g/L")],
  ["inclusion", { kind: "therapy-lines", range: { max: 2 }, world: "closed" }],
  ["inclusion", { kind: "visit", setting: "outpatient", count: { min: 2 }, when: before(3, "year") }],
  ["exclusion", { kind: "drug", concepts: range(0, 12, drugCode), when: before(4, "week"), world: "closed" }],
  ["exclusion", { kind: "drug", concepts: range(40, 44, drugCode), status: "current", world: "closed" }],
  ["exclusion", { kind: "condition", concepts: range(200, 320, conditionCode), status: "active", world: "closed" }],
  ["exclusion", { kind: "procedure", concepts: range(0, 40, procedureCode), when: before(4, "week"), world: "closed" }],
  [
    "exclusion",
    {
      kind: "any",
      of: [
        lab("LAB:hba1c", { min: 70 }, "mmol/mol", before(1, "year")),
        lab("LAB:potassium", { min: 5.6 }, "mmol/L", before(3, "month")),
      ],
    },
  ],
].map(([type, tree], index) => ({ id: `C${index + 1}`, type, tree }) as CohortCriterion);

const canonicalUnits: Readonly<Record<string, string>> = {
  "LAB:haemoglobin": "g/L",
  "LAB:platelets": "10*9/L",
  "LAB:neutrophils": "10*9/L",
  "LAB:alt": "U/L",
  "LAB:ast": "U/L",
  "LAB:bilirubin-total": "umol/L",
  "LAB:creatinine": "umol/L",
  "LAB:albumin": "g/L",
  "LAB:hba1c": "mmol/mol",
  "LAB:potassium": "mmol/L",
};

/** Every code stands for itself. */
export const plainTerminology: Terminology = {
  members: (set) => new Set(set.of.map(({ id }) => id)),
  mayBeMembers: () => new Set(),
  has: () => true,
  name: (id) => id,
  labItem: (id) => {
    const canonicalUnit = canonicalUnits[id];
    if (canonicalUnit === undefined) return null;
    return { concept: id, canonicalUnit, conventionalUnit: null, conventionalFactor: null };
  },
};
