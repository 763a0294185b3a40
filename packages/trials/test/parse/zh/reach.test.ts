import { describe } from "vitest";
import { builtPacks } from "../knowledge-packs.ts";
import { type Row, saysTable } from "../says-table.ts";

const knowledge = builtPacks();

/** Sentences as Chinese protocols write them that were once read as something else. */
const chinese: readonly Row[] = [
  ["手术", "I", '"手术"'],
  ["非小细胞肺癌，伴或不伴脑转移", "I", "condition MONDO:0005233"],
  ["无论有无肝转移、骨转移，ECOG 0-1分", "I", "ecog >=0<=1"],
  [
    "ALT、AST≤2.5×ULN（肝转移患者5×ULN）",
    "I",
    "any(all(LAB:alt xULN <=2.5; LAB:ast xULN <=2.5); all(condition QHDISEASE:secondary-malignant-neoplasm-of-liver; LAB:alt xULN <=5; LAB:ast xULN <=5))",
  ],
  [
    "无糖尿病、高血压病史，愿意遵守研究方案",
    "I",
    "all(not(any(condition MONDO:0005015; condition MONDO:0005044)); consent follow-up)",
  ],
  ["绝经前女性，妊娠试验阴性", "I", "all(female; not(postmenopausal); LAB:hcg negative)"],
  [
    "诊断为骨髓增生异常综合征、慢性粒单核细胞白血病和急性髓系白血病",
    "I",
    "any(condition MONDO:0018881; condition MONDO:0020311; condition MONDO:0018874)",
  ],
  ["6个月内确诊的2型糖尿病", "I", "condition MONDO:0005148 @-6month..0 start"],
  ["同期放疗", "E", "procedure MESH:D011878 @-30day..0"],
  [
    "同时接受化疗或放疗",
    "E",
    "any(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA current; procedure MESH:D011878 @-30day..0)",
  ],
  ["既往接受过同期放化疗", "E", "all(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA; procedure MESH:D011878)"],
  [
    "4周内接受过放疗，姑息性放疗除外",
    "E",
    "all(procedure MESH:D011878 @-4week..0; not(procedure MESH:D011878 for palliative @-4week..0))",
  ],
  ["活动性乙型或丙型肝炎", "E", "any(condition MONDO:0005344 active; condition MONDO:0005231 active)"],
  ["活动性病毒或细菌感染", "E", "any(condition MONDO:0005113 active; condition MONDO:0005108 active)"],
  ["正在使用降压药物", "E", "drug ATC:C02|ATC:C03|ATC:C07|ATC:C08|ATC:C09 current"],
  ["近4周内使用过哮喘药物", "E", '"近4周内使用过哮喘药物"'],
  ["影响患者签署知情同意的精神疾病", "E", 'all(condition MONDO:0002025; "影响患者签署知情同意")'],
  [
    "心脏疾病，包括不稳定型心绞痛、NYHA III-IV级心力衰竭和未控制的心律失常",
    "E",
    "any(condition MONDO:0005267; condition MONDO:0006805; all(nyha >=3<=4; condition MONDO:0005252); condition MONDO:0007263 {未控制的})",
  ],
  [
    "未控制的高血压（>150/95mmHg）",
    "E",
    "any(condition MONDO:0005044 {未控制的}; LAB:systolic-pressure >150 mm[Hg]; LAB:diastolic-pressure >95 mm[Hg])",
  ],
  ["年龄<18岁和>75岁", "E", "any(age <18 year; age >75 year)"],
  ["血糖控制不佳的糖尿病", "E", 'all(condition MONDO:0005015; "血糖控制不佳的")'],
  [
    "哮喘，不伴慢性阻塞性肺疾病或结核",
    "I",
    "all(condition MONDO:0004979; not(any(condition MONDO:0005002; condition MONDO:0018076)))",
  ],
  ["自身免疫性疾病，但白癜风、1型糖尿病可入组", "E", "condition MONDO:0007179 except MONDO:0008661|MONDO:0005147"],
  ["自身免疫性疾病；白癜风的受试者可以纳入", "E", "condition MONDO:0007179 except MONDO:0008661"],
  ["白癜风患者可以纳入", "E", '"白癜风患者可以纳入"'],
  ["4周内接种过活疫苗", "E", 'all(drug ATC:J07|QHCLASS:vaccine @-4week..0; "活")'],
  ["未经系统治疗的脑转移", "E", "condition QHDISEASE:secondary-malignant-neoplasm-of-brain {未经系统治疗的}"],
  ["间质性肺病/肺炎", "E", "any(condition MONDO:0015925; condition MONDO:0043905)"],
  ["6个月内发生过动/静脉血栓事件", "E", "condition MONDO:0000831 @-6month..0"],
  [
    "不稳定型心绞痛、6个月内发生过心肌梗死或肺栓塞、糖尿病",
    "E",
    "any(condition MONDO:0006805; condition MONDO:0005068 @-6month..0 start; condition MONDO:0005279 @-6month..0 start; condition MONDO:0005015)",
  ],
  ["妊娠、哺乳期妇女及计划妊娠者", "E", 'any(pregnant; breastfeeding; "计划妊娠者")'],
  ["颅内出血史、3个月内严重头颅外伤", "E", 'any(condition HP:0002170; "3个月内严重头颅外伤")'],
  ["PASI≥12，BSA≥10%，sPGA≥3", "I", 'all(pasi >=12; "BSA≥10%，sPGA≥3")'],
  ["有急慢性胰腺炎病史", "E", "any(condition MONDO:0006515; condition MONDO:0005003)"],
  ["2型多发性内分泌腺瘤病", "E", "condition MONDO:0019003"],
  ["不吸烟", "I", "not(condition QHDISEASE:smoking)"],
];

describe.skipIf(knowledge === null)("what denials, lists and asides hold for", () =>
  saysTable(knowledge!, "zh", chinese),
);
