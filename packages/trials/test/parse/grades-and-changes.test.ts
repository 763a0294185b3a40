import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

const neuropathy = "condition MONDO:0005244";
const harm = "condition MESH:D064420";
const alopecia = "MONDO:0004907";

const grades: readonly Row[] = [
  ["Grade ≥ 2 peripheral neuropathy per CTCAE v5.0", "E", `${neuropathy} {Grade ≥ 2}`],
  ["Peripheral neuropathy > grade 1", "E", `${neuropathy} {> grade 1}`],
  ["Peripheral neuropathy (grade 2 or higher)", "E", `${neuropathy} {grade 2 or higher}`],
  ["CTCAE grade 3 or 4 neutropenia", "E", "ctcae Neutrophil count decreased 3..4"],
  ["Grade ≥ 3 thrombocytopenia within 4 weeks", "E", "ctcae Platelet count decreased 3..5 @-4week..0"],
  [
    "Recovered to grade ≤ 1 from toxicities of prior therapy except alopecia",
    "I",
    `not(${harm} except ${alopecia} {grade ≥ 2})`,
  ],
  ["All toxicities must have resolved to Grade 1 or less", "I", `not(${harm} {grade ≥ 2})`],
  ["Toxicity of grade 2 or higher", "E", `${harm} {grade ≥ 2}`],
];

/** Grades and numbers that are not grades of harm. */
const noGrades: readonly Row[] = [
  ["ECOG performance status grade 0-1", "I", "ecog >=0<=1"],
  ["NYHA class III or IV", "E", "nyha >=3<=4"],
  ["Grade 3", "E", '"Grade 3"'],
  ["Toxicity of prior therapy", "E", '"Toxicity of prior therapy"'],
  ["Toxicity resolved to grade ≤ 1 or baseline", "I", `all(not(${harm} {grade ≥ 2}); "baseline")`],
];

const changes: readonly Row[] = [
  ["Increase in serum creatinine ≥ 0.3 mg/dL within 48 hours", "I", "LAB:creatinine change >=0.3 mg/dL @-48hour..0"],
  ["Weight loss of more than 10% in the last 6 months", "E", "LAB:body-weight change relative <-10 % @-6month..0"],
  ["Weight loss > 10% (within the last 6 months)", "E", "LAB:body-weight change relative <-10 % @-6month..0"],
  [
    "Decrease in platelet count of at least 50% within 2 weeks",
    "E",
    "LAB:platelets change relative <=-50 % @-2week..0",
  ],
  [
    "Weight change > 5% within 3 months",
    "E",
    "any(LAB:body-weight change relative >5 % @-3month..0; LAB:body-weight change relative <-5 % @-3month..0)",
  ],
];

/** Without a time no first result is known; a share of a percentage has two readings; a level is no change. */
const noChanges: readonly Row[] = [
  ["PSA rise ≥ 25%", "E", '"PSA rise ≥ 25%"'],
  ["Serum creatinine ≥ 1.5 mg/dL within 48 hours", "E", "LAB:creatinine >=1.5 mg/dL @-48hour..0"],
  ["Decrease in LVEF ≥ 10% within 3 months", "E", '"Decrease in LVEF ≥ 10% within 3 months"'],
];

describe.skipIf(knowledge === null)("grades of harm", () => {
  describe("beside a diagnosis, or of harm as a whole", () => saysTable(knowledge!, "en", grades));
  describe("no grade, or more than a grade", () => saysTable(knowledge!, "en", noGrades));
});
describe.skipIf(knowledge === null)("changes between two results", () => {
  describe("with a time", () => saysTable(knowledge!, "en", changes));
  describe("none, or not to be read", () => saysTable(knowledge!, "en", noChanges));
});
