import type { Tree } from "../src/criteria/tree.schema.ts";
import type { CohortCriterion } from "../src/funnel/cohorts.ts";
import type { ConceptDictionary } from "../src/sql/dictionary.ts";
import type { Terminology } from "../src/terminology.ts";

/** Codes of the criteria, each a beginning that stands for everything below it. */
export const codeGroups = {
  diabetes: ["ICD10CN:E11"],
  glucoseLowering: ["ATC:A10B"],
  insulin: ["ATC:A10A"],
  cancer: ["ICD10CN:C"],
  infarctionOrStroke: ["ICD10CN:I21", "ICD10CN:I63"],
} as const;
export type CodeGroup = keyof typeof codeGroups;
type Codes = Pick<ConceptDictionary, "withPrefix">;

const canonicalUnits: Readonly<Record<string, string>> = {
  "LAB:hba1c": "mmol/mol",
  "LAB:egfr": "mL/min/{1.73_m2}",
  "LAB:haemoglobin": "g/L",
  "LAB:platelets": "10*9/L",
  "LAB:neutrophils": "10*9/L",
  "LAB:alt": "U/L",
  "LAB:ast": "U/L",
  "LAB:bilirubin-total": "umol/L",
  "LAB:albumin": "g/L",
  "LAB:systolic-pressure": "kPa",
  "LAB:potassium": "mmol/L",
};

const before = (value: number, unit: "week" | "month" | "year") => ({ from: { value: -value, unit } });
const lab = (id: string, range: { min?: number; max?: number }, when = before(3, "year")): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "value" },
  range,
  unit: canonicalUnits[id]!,
  when,
});
const timesUpper = (id: string, max: number): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "times-upper-limit" },
  range: { max },
  unit: null,
  when: before(3, "year"),
});

/** Twenty criteria as a protocol for type 2 diabetes has them, over the codes of the bench's population. */
export function funnelCriteria(codes: Codes): CohortCriterion[] {
  const group = (name: CodeGroup) => ({
    of: codeGroups[name].flatMap((prefix) => codes.withPrefix(prefix)).map(([, id]) => ({ id })),
  });
  const all: readonly (readonly ["inclusion" | "exclusion", Tree])[] = [
    ["inclusion", { kind: "age", range: { min: 18, max: 80 }, unit: "year" }],
    ["inclusion", { kind: "sex", is: ["female", "male"] }],
    ["inclusion", { kind: "condition", concepts: group("diabetes") }],
    ["inclusion", lab("LAB:hba1c", { min: 48, max: 97 }, before(1, "year"))],
    ["inclusion", lab("LAB:egfr", { min: 30 })],
    ["inclusion", lab("LAB:haemoglobin", { min: 90 })],
    ["inclusion", lab("LAB:platelets", { min: 75 })],
    ["inclusion", lab("LAB:neutrophils", { min: 1.5 })],
    ["inclusion", timesUpper("LAB:alt", 2.5)],
    ["inclusion", timesUpper("LAB:ast", 2.5)],
    ["inclusion", timesUpper("LAB:bilirubin-total", 1.5)],
    ["inclusion", lab("LAB:albumin", { min: 30 })],
    ["inclusion", lab("LAB:systolic-pressure", { max: 24 })],
    ["inclusion", { kind: "therapy-lines", range: { max: 1 }, world: "closed" }],
    ["inclusion", { kind: "visit", setting: "outpatient", count: { min: 2 }, when: before(3, "year") }],
    ["inclusion", { kind: "drug", concepts: group("glucoseLowering"), when: before(1, "year"), world: "closed" }],
    ["exclusion", { kind: "drug", concepts: group("insulin"), status: "current", world: "closed" }],
    ["exclusion", { kind: "condition", concepts: group("cancer"), status: "active", world: "closed" }],
    [
      "exclusion",
      { kind: "condition", concepts: group("infarctionOrStroke"), when: before(6, "month"), world: "closed" },
    ],
    [
      "exclusion",
      {
        kind: "any",
        of: [{ kind: "result", item: { id: "LAB:hbsag" }, is: ["positive"] }, lab("LAB:potassium", { min: 5.6 })],
      },
    ],
  ];
  return all.map(([type, tree], index) => ({ id: `C${index + 1}`, type, tree }));
}

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
