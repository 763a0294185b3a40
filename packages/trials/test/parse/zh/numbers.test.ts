import { describe, expect, test } from "vitest";
import { hanNumeral } from "../../../src/parse/zh/numerals.ts";
import { noNames } from "../knowledge-packs.ts";
import { saysTable, treeOf } from "./says.ts";

describe("ages", () =>
  saysTable(noNames, [
    ["年龄≥18周岁", "I", "age >=18 year"],
    ["年龄18～75周岁，性别不限", "I", "age 18..75 year"],
    ["18周岁≤年龄＜75周岁", "I", "age >=18 <75 year"],
    ["年满十八周岁", "I", "age >=18 year"],
    ["18岁以上（含18岁），75岁以下（不含75岁）", "I", "age >=18 <75 year"],
    ["年龄介于20岁与60岁之间", "I", "age 20..60 year"],
    ["6～36月龄", "I", "age 6..36 month"],
    ["月龄6个月～12个月", "I", "age 6..12 month"],
    ["未满18岁或大于65岁", "E", "any(age <18 year; age >65 year)"],
    ["起病年龄＜50岁", "I", "text"],
  ]));

describe("comparators in signs and words", () =>
  saysTable(noNames, [
    ["血小板≥100×10^9/L", "I", "lab platelets >=100 10*9/L"],
    ["血小板大于等于100×10⁹/L", "I", "lab platelets >=100 10*9/L"],
    ["血小板不低于100×109/L", "I", "lab platelets >=100 10*9/L"],
    ["血小板计数≥10万/mm3", "I", "lab platelets >=100000 /uL"],
    ["血红蛋白＞９０ｇ／Ｌ", "I", "lab haemoglobin >90 g/L"],
    ["血红蛋白超过90克/升", "I", "lab haemoglobin >90 g/L"],
    ["血红蛋白低于60 g/L", "E", "lab haemoglobin <60 g/L"],
    ["血肌酐不超过133μmol/L", "I", "lab creatinine <=133 umol/L"],
    ["糖化血红蛋白7.0%～10.5%", "I", "lab hba1c 7..10.5 %"],
    ["糖化血红蛋白7%≤HbA1c＜10%", "I", "lab hba1c >=7 <10 %"],
    ["总胆固醇介于5.2至7.8 mmol/L", "I", "lab cholesterol-total 5.2..7.8 mmol/L"],
    ["LVEF≥40%且≤50%", "I", "lab lvef 40..50 %"],
    ["骨密度T值≤-2.5", "I", "lab bone-density-t-score <=-2.5"],
    ["血钠＜130或＞150mmol/L", "E", "any(lab sodium <130 mmol/L; lab sodium >150 mmol/L)"],
    ["FEV1≥50%预计值且＜80%预计值", "I", "lab fev1-percent >=50 <80 %"],
  ]));

describe("multiples of the limit of normal", () =>
  saysTable(noNames, [
    ["ALT≤2.5×ULN", "I", "lab alt <=2.5 xULN"],
    ["ALT和AST≤2.5倍正常值上限", "I", "all(lab alt <=2.5 xULN; lab ast <=2.5 xULN)"],
    ["谷丙转氨酶大于正常值上限的3倍", "E", "lab alt >3 xULN"],
    ["2×ULN≤ALT＜10×ULN", "I", "lab alt >=2 <10 xULN"],
    ["ALT≥2倍正常值", "E", "lab alt >=2 xULN"],
    [
      "ALT≤2.5×ULN，如有肝转移≤5×ULN",
      "I",
      "any(lab alt <=2.5 xULN; all(cond secondary malignant neoplasm of liver; lab alt <=5 xULN))",
    ],
    [
      "AST（SGOT）、ALT（SGPT）均≤2.5×ULN（肝转移者≤5×ULN）",
      "I",
      "any(all(lab ast <=2.5 xULN; lab alt <=2.5 xULN); all(cond secondary malignant neoplasm of liver; lab ast <=5 xULN; lab alt <=5 xULN))",
    ],
    ["凝血酶原时间≤正常上限+4秒", "I", "text"],
  ]));

describe("scores, lines, survival, pressures", () =>
  saysTable(noNames, [
    ["ECOG评分0-1分", "I", "score ecog 0..1"],
    ["东部肿瘤协作组（ECOG）体力状况评分≤1分", "I", "score ecog <=1"],
    ["KPS≥70分", "I", "score karnofsky >=70"],
    ["NYHA III-IV级", "E", "score nyha 3..4"],
    ["心功能Ⅱ级以上（NYHA分级）", "E", "score nyha >=2"],
    ["Child-Pugh A级", "I", "score child-pugh 5..6"],
    ["Child-Pugh B级或C级", "E", "score child-pugh 7..15"],
    ["5≤Child-Pugh评分≤7", "I", "score child-pugh 5..7"],
    ["体重指数（BMI）18.5～28.0 kg/m²", "I", "score bmi 18.5..28"],
    ["eGFR＜30 mL/(min·1.73m²)", "E", "score egfr-ckd-epi-2021 <30"],
    ["预期生存期超过三个月", "I", "life >3 month"],
    ["既往接受过至少一线、至多三线系统治疗", "I", "lines 1..3"],
    ["2线及以上治疗", "I", "lines >=2"],
    ["QTcF：男性＞450ms，女性＞470ms", "E", "any(all(sex male; score qtcf >450); all(sex female; score qtcf >470))"],
    ["血压≥160/100mmHg", "E", "any(lab systolic-pressure >=160 mm[Hg]; lab diastolic-pressure >=100 mm[Hg])"],
    ["血压≤140/90 mmHg", "I", "all(lab systolic-pressure <=140 mm[Hg]; lab diastolic-pressure <=90 mm[Hg])"],
  ]));

describe("commas bind looser than 或", () =>
  saysTable(noNames, [
    [
      "WBC≥3.0×10^9/L，Cr≤1.5×ULN或CrCl≥50ml/min",
      "I",
      "all(lab leukocytes >=3 10*9/L; any(lab creatinine <=1.5 xULN; score creatinine-clearance-cockcroft-gault >=50))",
    ],
    ["满足以下任意一项：①BMI≥28 kg/m²；②腰围≥90 cm", "I", "any(score bmi >=28; lab waist-circumference >=90 cm)"],
  ]));

describe("stages and proteins", () =>
  saysTable(noNames, [
    ["ⅢB/ⅢC/Ⅳ期", "I", "stage IIIB,IIIC,IV"],
    ["TNM分期为Ⅱ-ⅢA期", "I", "stage II,IIIA"],
    ["cT1-3N0M0", "I", "stage t:T1,T2,T3 n:N0 m:M0"],
    ["PD-L1表达阳性（TPS≥1%）", "I", "variant CD274 expression positive level >=1 %"],
    ["EGFR突变阳性，BRAF野生型", "I", "all(variant EGFR mutation positive; variant BRAF wild-type positive)"],
  ]));

test("numerals", () => {
  expect([1, 10, 12, 20, 35, 99].map(hanNumeral)).toEqual(["一", "十", "十二", "二十", "三十五", "九十九"]);
});

test("what cannot be done is not what was done", () => {
  expect(treeOf(noNames, "无法接受放疗", "I")).toEqual({ kind: "text", text: "无法接受放疗" });
});
