import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../../src/parse/parse-criteria.ts";
import { builtPacks } from "../knowledge-packs.ts";
import { saysTable, treeOf } from "./says.ts";

const knowledge = builtPacks();

describe.skipIf(knowledge === null)("names and when they were", () => {
  if (knowledge === null) return;
  saysTable(knowledge, [
    ["首次给药前4周内接受过化疗或放疗", "E", "any(drug chemotherapy @-4w..0; proc radiotherapy @-4w..0)"],
    ["近半年内有心肌梗死", "E", "cond myocardial infarction @-6m..0"],
    ["三个月内发生过脑卒中", "E", "cond stroke @-3m..0"],
    ["末次放疗距首次给药不足2周", "E", "proc radiotherapy @-2w..0"],
    ["签署知情同意书前28天内输过血", "E", "proc blood transfusion @-28d..0"],
    ["拟于1个月内行外科手术", "E", "proc surgery @0..1m"],
    ["2型糖尿病病程≥6个月", "I", "cond type 2 diabetes mellitus @..-6m"],
    ["二甲双胍≥1500mg/d稳定治疗至少3个月", "I", "drug metformin dose >=1500 mg/d @..-3m"],
    ["糖皮质激素（泼尼松＞10 mg/日）", "E", "drug corticosteroids dose >10 mg/d"],
  ]);
});

describe.skipIf(knowledge === null)("denials, exceptions, lists", () => {
  if (knowledge === null) return;
  saysTable(knowledge, [
    ["无高血压、糖尿病", "I", "not(any(cond hypertension; cond diabetes mellitus))"],
    ["女性受试者未怀孕且非哺乳期", "I", "all(sex female; not(state pregnant); not(state breastfeeding))"],
    ["自身免疫性疾病，白癜风除外", "E", "cond autoimmune disease except vitiligo"],
    ["自身免疫性疾病（白癜风除外）", "E", "cond autoimmune disease except vitiligo"],
    ["除白癜风外的自身免疫性疾病", "E", "cond autoimmune disease except vitiligo"],
    ["自身免疫性疾病，但不包括白癜风", "E", "cond autoimmune disease except vitiligo"],
    ["活动性感染，除非已得到控制", "E", "all(cond infection; not(text))"],
    ["高血压、糖尿病及哮喘患者", "E", "any(cond hypertension; cond diabetes mellitus; cond asthma)"],
    ["高血压且糖尿病患者", "E", "all(cond hypertension; cond diabetes mellitus)"],
    ["对顺铂、卡铂过敏", "E", "any(allergy cisplatin; allergy carboplatin)"],
    ["HIV抗体、梅毒抗体任一阳性", "E", "any(result hiv-antibody positive; result syphilis-treponemal positive)"],
    ["HBsAg阳性且HBV DNA≥2000 IU/mL", "E", "all(result hbsag positive; lab hbv-dna >=2000 [iU]/mL)"],
    ["育龄女性妊娠试验阴性", "I", "any(not(state childbearing-potential); result hcg negative)"],
    ["育龄期男女均须避孕", "I", "any(not(state childbearing-potential); state contraception)"],
    ["自愿参加本研究并签署知情同意书", "I", "consent participate"],
    ["EGFR/ALK野生型", "E", "all(variant EGFR wild-type positive; variant ALK wild-type positive)"],
  ]);

  test("words that narrow a diagnosis stay with it", () => {
    expect(treeOf(knowledge, "未控制的高血压", "E")).toMatchObject({ kind: "condition", qualifiers: ["未控制的"] });
  });

  test("a drug that is taken now", () => {
    expect(treeOf(knowledge, "目前正在服用华法林", "E")).toMatchObject({ kind: "drug", status: "current" });
  });

  test("an enumeration keeps the member that no table knows", () => {
    expect(treeOf(knowledge, "高血压、诺尔氏征、哮喘", "E")).toMatchObject({
      kind: "any",
      of: [{ kind: "condition" }, { kind: "text", text: "诺尔氏征" }, { kind: "condition" }],
    });
  });

  test("what is not understood is noted where it stands", () => {
    const text = "排除标准：\n1、高血压伴罕见的某种表现";
    const [criterion] = parseCriteria(text, { knowledge }).criteria;
    expect(criterion).toMatchObject({ computable: "partial" });
    const [, start, end] = /@(\d+)-(\d+)/.exec(criterion!.notes[0]!)!;
    expect(text.slice(Number(start), Number(end))).toContain("罕见");
  });
});
