import { describe } from "vitest";
import { builtPacks } from "../knowledge-packs.ts";
import { type Row, saysTable } from "../says-table.ts";

const knowledge = builtPacks();

const recurrence = "condition MESH:D012008";
const chemotherapy = "drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA";
const radiotherapy = "procedure MESH:D011878";
const hypertension = "condition MONDO:0005044";
const diabetes = "condition MONDO:0005015";
const obesity = "condition MONDO:0011122";
const harm = "condition MESH:D064420";

const times: readonly Row[] = [
  ["末次化疗后6个月内复发", "E", `after(${recurrence}; end of latest ${chemotherapy}; 0..6month)`],
  ["化疗结束后6个月内复发", "E", `after(${recurrence}; end of ${chemotherapy}; 0..6month)`],
  ["化疗后复发", "I", `after(${recurrence}; ${chemotherapy}; 0..)`],
  ["化疗期间发生感染", "E", `during(condition MONDO:0005550; ${chemotherapy})`],
  ["末次放疗后4周以上", "I", `not(${radiotherapy} @-4week..0)`],
  ["末次化疗距首次给药至少4周", "I", `not(${chemotherapy} @-4week..0)`],
  ["距末次化疗≥4周", "I", `not(${chemotherapy} @-4week..0)`],
  ["首次给药前4周内接受过化疗", "E", `${chemotherapy} @-4week..0`],
  ["术后3个月内发生心肌梗死", "E", 'all(condition MONDO:0005068 @-3month..0 start; "术后")'],
  [
    "首次给药前4周内或5个半衰期内（以较短者为准）接受过化疗",
    "E",
    `all(${chemotherapy} @-4week..0; "内或5个半衰期内（以较短者为准")`,
  ],
  ["复发", "E", '"复发"'],
];

const changesAndGrades: readonly Row[] = [
  ["体重下降超过10%（近6个月）", "E", "LAB:body-weight change relative <-10 % @-6month..0"],
  ["48小时内血肌酐升高≥0.3mg/dL", "E", "LAB:creatinine change >=0.3 mg/dL @-48hour..0"],
  ["血肌酐≥1.5mg/dL", "E", "LAB:creatinine >=1.5 mg/dL"],
  ["CTCAE≥3级的中性粒细胞减少", "E", "ctcae Neutrophil count decreased 3..5"],
  ["CTCAE 2级及以上周围神经病变", "E", "condition MONDO:0005244 {2级及以上}"],
  ["既往治疗引起的毒性恢复至≤1级（脱发除外）", "I", `not(${harm} except MONDO:0004907 {≥2级})`],
  ["ECOG≥2级", "E", "ecog >=2"],
];

const lists: readonly Row[] = [
  ["符合以下至少一项：高血压、糖尿病、肥胖", "I", `any(${hypertension}; ${diabetes}; ${obesity})`],
  ["符合以下任意两项：高血压、糖尿病、肥胖", "I", `at-least-2(${hypertension}; ${diabetes}; ${obesity})`],
  [
    "符合以下任意两项：\n（1）高血压\n（2）糖尿病\n（3）肥胖",
    "I",
    `at-least-2(${hypertension}; ${diabetes}; ${obesity})`,
  ],
  ["高血压、糖尿病、肥胖", "I", `all(${hypertension}; ${diabetes}; ${obesity})`],
];

describe.skipIf(knowledge === null)("Chinese relations in time", () => saysTable(knowledge!, "zh", times));
describe.skipIf(knowledge === null)("Chinese changes and grades", () => saysTable(knowledge!, "zh", changesAndGrades));
describe.skipIf(knowledge === null)("Chinese lists with words that count", () => saysTable(knowledge!, "zh", lists));
