import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

const chemotherapy = "drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA";
const anticancer = "drug ATC:L01|ATC:L02|ATC:L03A";
const radiotherapy = "procedure MESH:D011878";
const trastuzumab = "drug DRUGBANK:DB00072";
const surgery = "procedure MESH:D013514";
const bypass = "procedure MESH:D001026";
const recurrence = "condition MESH:D012008";

const fasting: readonly Row[] = [
  ["Fasting plasma glucose ≥ 7.0 mmol/L", "I", "LAB:glucose-fasting >=7 mmol/L"],
  ["Glucose < 200 mg/dL after an overnight fast", "I", "LAB:glucose-fasting <200 mg/dL"],
  ["Random glucose > 11.1 mmol/L", "E", "LAB:glucose >11.1 mmol/L"],
  ["Fasting serum triglyceride level > 500 mg/dL", "E", "fasting LAB:triglycerides >500 mg/dL"],
  ["Triglycerides (fasting) < 400 mg/dL", "I", "fasting LAB:triglycerides <400 mg/dL"],
  ["Non-fasting triglycerides > 400 mg/dL", "E", "not-fasting LAB:triglycerides >400 mg/dL"],
  [
    "Fasting cholesterol and triglycerides ≤ 2.5 x ULN",
    "I",
    "all(fasting LAB:cholesterol-total xULN <=2.5; fasting LAB:triglycerides xULN <=2.5)",
  ],
  ["Triglycerides > 400 mg/dL", "E", "LAB:triglycerides >400 mg/dL"],
];
const fastingZh: readonly Row[] = [
  ["空腹血糖＞11.1 mmol/L", "E", "LAB:glucose-fasting >11.1 mmol/L"],
  ["空腹甘油三酯≥1.7 mmol/L", "I", "fasting LAB:triglycerides >=1.7 mmol/L"],
  ["空腹状态下低密度脂蛋白胆固醇≥2.6 mmol/L", "I", "fasting LAB:ldl-cholesterol >=2.6 mmol/L"],
  ["空腹C肽≥0.3 nmol/L", "I", "fasting LAB:c-peptide >=0.3 nmol/L"],
  ["非空腹甘油三酯≥2 mmol/L", "I", "not-fasting LAB:triglycerides >=2 mmol/L"],
];

const intents: readonly Row[] = [
  ["Prior neoadjuvant chemotherapy", "E", `${chemotherapy} for neoadjuvant`],
  ["Adjuvant chemotherapy within 6 months", "E", `${chemotherapy} for adjuvant @-6month..0`],
  ["Prior chemotherapy (neoadjuvant or adjuvant)", "E", `${chemotherapy} for neoadjuvant|adjuvant`],
  ["Received neoadjuvant trastuzumab", "I", `${trastuzumab} for neoadjuvant`],
  [
    "Adjuvant chemotherapy or radiotherapy within 4 weeks",
    "E",
    `any(${chemotherapy} for adjuvant @-4week..0; ${radiotherapy} for adjuvant @-4week..0)`,
  ],
  [
    "Relapse within 12 months after adjuvant therapy",
    "I",
    `after(${recurrence}; end of ${anticancer} for adjuvant; 0..12month)`,
  ],
  // Whom a treatment would suit has not had it.
  ["Candidates for adjuvant therapy", "I", '"Candidates for adjuvant therapy"'],
  [
    "Prior chemotherapy (adjuvant or neoadjuvant allowed)",
    "E",
    `all(${chemotherapy}; "(adjuvant or neoadjuvant allowed)")`,
  ],
];
const intentsZh: readonly Row[] = [
  ["接受过新辅助化疗", "E", `${chemotherapy} for neoadjuvant`],
  ["接受过(新)辅助化疗", "E", `${chemotherapy} for neoadjuvant|adjuvant`],
  ["6个月内接受过辅助放疗", "E", `${radiotherapy} for adjuvant @-6month..0`],
  ["新辅助治疗后6个月内复发", "I", `after(${recurrence}; end of ${anticancer} for neoadjuvant; 0..6month)`],
];

const plans: readonly Row[] = [
  ["Scheduled to undergo coronary artery bypass grafting", "I", `${bypass} planned`],
  ["Planned major surgery within 4 weeks", "E", `${surgery} planned @0..4week`],
  ["Elective surgery", "I", `${surgery} planned`],
  // What is over was elective, and is not planned.
  ["Elective surgery within 4 weeks before randomization", "E", `all(${surgery} @-4week..0; "Elective")`],
  [
    "Surgery within 28 days prior to enrollment or planned during the study",
    "E",
    `any(${surgery} @-28day..0; ${surgery} planned)`,
  ],
  ["Prior or planned radiotherapy", "E", `any(${radiotherapy}; ${radiotherapy} planned)`],
  ["Awaiting liver transplantation", "E", "procedure MESH:D016031 planned"],
  ["Planning to use insulin", "E", "drug ATC:A10A|QHDRUG:insulin planned"],
  ["Surgery within 4 weeks", "E", `${surgery} @-4week..0`],
];
const plansZh: readonly Row[] = [
  ["拟行冠状动脉旁路移植术", "I", `${bypass} planned`],
  ["计划行剖宫产", "I", "procedure MESH:D002585 planned"],
  ["择期行腹腔镜胆囊切除术", "I", "procedure MESH:D017081 planned"],
  ["计划在4周内进行大手术", "E", `${surgery} planned @0..4week`],
  ["既往4周内接受过大手术或计划在研究期间进行大手术", "E", `any(${surgery} @-4week..0; ${surgery} planned)`],
  ["既往接受过或计划接受放疗", "E", `any(${radiotherapy}; ${radiotherapy} planned)`],
  ["4周内曾行择期手术", "E", `all(${surgery} @-4week..0; "择期")`],
];

describe.skipIf(knowledge === null)("fasting", () => {
  saysTable(knowledge!, "en", fasting);
  saysTable(knowledge!, "zh", fastingZh);
});
describe.skipIf(knowledge === null)("what a treatment is for", () => {
  saysTable(knowledge!, "en", intents);
  saysTable(knowledge!, "zh", intentsZh);
});
describe.skipIf(knowledge === null)("planned treatments", () => {
  saysTable(knowledge!, "en", plans);
  saysTable(knowledge!, "zh", plansZh);
});
