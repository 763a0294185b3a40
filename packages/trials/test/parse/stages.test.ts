import { describe, expect, it } from "vitest";
import { groupName, groupsBetween, groupsBeyond, stageGroup } from "../../src/parse/grammar/stages/groups.ts";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

describe("stage groups", () => {
  const between = (from: string, to: string) =>
    groupsBetween(stageGroup(from)!, stageGroup(to)!).map(groupName).join(" ");
  it.each([
    ["i", "iii", "I II III"],
    ["ib", "iiia", "IB IC II IIIA"],
    ["iiib", "iv", "IIIB IIIC IIID IV"],
    ["iia", "iiib", "IIA IIB IIC IIIA IIIB"],
    ["ia2", "iib", "IA2 IA3 IB IC IIA IIB"],
    ["ib1", "ib3", "IB1 IB2 IB3"],
    ["ⅱ", "ⅳa", "II III IVA"],
    ["iv", "ii", "II III IV"],
    ["3b", "4", "IIIB IIIC IIID IV"],
  ])("from %s to %s", (from, to, names) => expect(between(from, to)).toBe(names));
  it.each([
    [">=", "iib", "IIB IIC III IV"],
    [">", "iib", "IIC III IV"],
    ["<=", "iia", "0 I IIA"],
    ["<", "ii", "0 I"],
    ["=", "ii", "II"],
  ] as const)("%s %s", (op, group, names) =>
    expect(groupsBeyond(stageGroup(group)!, op).map(groupName).join(" ")).toBe(names),
  );
  it("are not what only looks like one", () => {
    for (const word of ["v", "5", "iiie", "0a", "iiii", "ia4", "x", ""]) expect(stageGroup(word), word).toBeNull();
  });
});

const lung = "MONDO:0005233";
const kidney = "MONDO:0005300";
const english: readonly Row[] = [
  ["Stage IB-IIIA NSCLC", "I", `all(stage IB|IC|II|IIIA; condition ${lung})`],
  ["Stage IIIB – IV NSCLC", "I", `all(stage IIIB|IIIC|IIID|IV; condition ${lung})`],
  ["Stage IVA/B nasopharyngeal carcinoma", "I", "all(stage IVA|IVB; condition MONDO:0015459)"],
  ["Stage II or higher", "I", "stage II|III|IV"],
  ["stage ≥ III", "I", "stage III|IV"],
  ["At least stage IIB", "I", "stage IIB|IIC|III|IV"],
  ["Breast cancer, stage II", "I", "all(condition MONDO:0007254; stage II)"],
  ["NSCLC, stage IIIB with pleural effusion", "I", `all(condition ${lung}; stage IIIB; condition HP:0002202)`],
  // TNM categories.
  ["T2 to T4a, N0 or N1", "I", "stage T2|T3|T4a N0|N1"],
  ["cT1c-T3 cN0-1 M0", "I", "stage T1c|T1d|T2|T3 N0|N1 M0"],
  ["T1a-c, N+, M0", "I", "stage T1a|T1b|T1c N1|N2|N3 M0"],
  ["Any T, N2-N3, M0", "I", "stage N2|N3 M0"],
  ["Tumor T3 or T4", "I", "all(condition MONDO:0005070; stage T3|T4)"],
  ["Clinical stage T2-T4 breast cancer", "I", "all(stage T2|T3|T4; condition MONDO:0007254)"],
  // What is no category.
  ["Free T4 and T3", "I", '"Free T4 and T3"'],
  ["T2-weighted lesions", "I", '"T2-weighted lesions"'],
  ["Within 5 half-lives (t1/2)", "E", '"Within 5 half-lives (t1/2)"'],
  ["Stage I of the study", "I", '"Stage I of the study"'],
  // Stages of what is no tumour, and of systems of their own.
  ["CKD stage 3-5", "E", `condition ${kidney} {stage 3-5}`],
  ["CKD (stage 3b or higher)", "E", `condition ${kidney} {stage 3b or higher}`],
  [
    "Stage 4 or 5 chronic kidney disease or diabetes",
    "E",
    `any(condition ${kidney} {Stage 4 or 5}; condition MONDO:0005015)`,
  ],
  ["Endometriosis stage III-IV", "I", "condition MONDO:0005133 {stage III-IV}"],
  ["AHA/ACC stage C heart failure", "I", "condition MONDO:0005252 {AHA/ACC stage C}"],
  ["Rai stage III-IV CLL", "I", "condition MONDO:0004948 {Rai stage III-IV}"],
  ["BCLC stage B or C hepatocellular carcinoma", "I", "condition MONDO:0007256 {BCLC stage B or C}"],
  ["BCLC stage B or C", "I", '"BCLC stage B or C"'],
  // Grades in Roman numbers, in lists and behind commas.
  ["Grade II-IV acute GVHD", "E", "condition MONDO:0020546 {Grade II-IV}"],
  ["Acute GVHD, grade III or IV", "E", "condition MONDO:0020546 {grade III or IV}"],
  ["Follicular lymphoma grade 1, 2 or 3a", "I", "condition MONDO:0018906 {grade 1, 2 or 3a}"],
  ["WHO grade III or IV glioma", "I", "condition MONDO:0021042 {WHO grade III or IV}"],
  ["Glioblastoma (WHO grade IV)", "I", "condition MONDO:0018177"],
  ["Second- or third-degree AV block", "E", "any(condition MONDO:0000467; condition MONDO:0000468)"],
  [
    "Second degree (Mobitz II) or third degree heart block",
    "E",
    "any(condition MONDO:0001261; condition MONDO:0000468)",
  ],
  ["Diabetes mellitus (type 1 or 2)", "E", "any(condition MONDO:0005147; condition MONDO:0005148)"],
];
const chinese: readonly Row[] = [
  ["IIIB-IV期非小细胞肺癌", "I", `all(stage IIIB|IIIC|IIID|IV; condition ${lung})`],
  ["ⅡA~ⅢB期胃癌", "I", "all(stage IIA|IIB|IIC|IIIA|IIIB; condition MONDO:0001056)"],
  ["III期及以上", "I", "stage III|IV"],
  ["分期≥II期", "I", "stage II|III|IV"],
  ["临床分期T2-4N0-1M0", "I", "stage T2|T3|T4 N0|N1 M0"],
  ["T4或N2", "I", "any(stage T4; stage N2)"],
  ["参加过II期临床试验", "E", '"参加过II期临床试验"'],
  ["慢性肾脏病（CKD）4-5期", "E", `condition ${kidney} {4-5期}`],
  ["巴塞罗那分期B期或C期肝癌", "I", "condition MONDO:0002691 {巴塞罗那分期B期或C期}"],
  ["II-IV度急性移植物抗宿主病", "E", "condition MONDO:0020546 {II-IV度}"],
  ["Ⅱ、Ⅲ度房室传导阻滞", "E", "any(condition MONDO:0000467; condition MONDO:0000468)"],
  ["Ⅱ度及以上房室传导阻滞", "E", "any(condition MONDO:0000467; condition MONDO:0000468)"],
  ["二度II型及三度房室传导阻滞", "E", "any(condition MONDO:0001261; condition MONDO:0000468)"],
];

describe.skipIf(knowledge === null)("stages and grades", () => {
  saysTable(knowledge!, "en", english);
  saysTable(knowledge!, "zh", chinese);
});
