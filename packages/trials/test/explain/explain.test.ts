import { describe, expect, test } from "vitest";
import { explainTree } from "../../src/explain/index.ts";
import type { Tree } from "../../src/schema.ts";
import { smallTerminology } from "../small-terminology.ts";

const both = (tree: Tree) => [explainTree(tree, smallTerminology, "en"), explainTree(tree, smallTerminology, "zh")];

describe("explainTree", () => {
  test.each<[string, Tree, string, string]>([
    [
      "age",
      { kind: "age", range: { min: 18, max: 75, maxExclusive: true }, unit: "year" },
      "Age is at least 18 and below 75 years.",
      "年龄不低于 18 且小于 75 岁。",
    ],
    [
      "a laboratory value in a window",
      {
        kind: "measurement",
        item: { id: "LAB:haemoglobin" },
        expression: { type: "value" },
        range: { min: 9 },
        unit: "g/dL",
        when: { from: { value: -14, unit: "day" } },
      },
      "Haemoglobin is at least 9 g/dL within 14 days before the index date.",
      "基准日前14天内血红蛋白不低于 9 g/dL。",
    ],
    [
      "a multiple of the upper limit",
      {
        kind: "measurement",
        item: { id: "LAB:alt" },
        expression: { type: "times-upper-limit" },
        range: { max: 2.5 },
        unit: null,
        pick: "highest",
      },
      "Highest ALT is at most 2.5 times the upper limit of normal.",
      "最高丙氨酸氨基转移酶不超过 2.5 倍正常值上限。",
    ],
    [
      "an active diagnosis with exceptions",
      { kind: "condition", concepts: { of: [{ id: "D:cancer" }], except: [{ id: "D:nsclc" }] }, status: "active" },
      "Has an active diagnosis of cancer (except non-small cell lung cancer).",
      "有目前存在的恶性肿瘤（非小细胞肺癌除外）诊断。",
    ],
    [
      "groups in groups",
      {
        kind: "all",
        of: [
          { kind: "sex", is: ["female"] },
          {
            kind: "any",
            of: [
              { kind: "reproduction", state: "postmenopausal" },
              { kind: "not", of: { kind: "reproduction", state: "pregnant" } },
            ],
          },
        ],
      },
      "The patient is female, and (is postmenopausal, or not (is pregnant)).",
      "患者为女性，且（已绝经，或并非处于妊娠期）。",
    ],
    [
      "a closed range, and units as people write them",
      {
        kind: "any",
        of: [
          { kind: "age", range: { min: 18, max: 75 }, unit: "year" },
          {
            kind: "measurement",
            item: { id: "LAB:platelets", en: "platelets", zh: "血小板" },
            expression: { type: "value" },
            range: { min: 100, minExclusive: true },
            unit: "10*9/L",
          },
          { kind: "score", score: "egfr-ckd-epi-2021", range: { min: 60 } },
        ],
      },
      "Age is 18 to 75 years, or platelets is above 100 ×10⁹/L, or eGFR (CKD-EPI 2021) is at least 60 mL/min/1.73 m².",
      "年龄为 18～75 岁，或血小板大于 100 ×10⁹/L，或eGFR（CKD-EPI 2021）不低于 60 mL/min/1.73 m²。",
    ],
  ])("%s", (_, tree, en, zh) => {
    expect(both(tree)).toEqual([en, zh]);
  });
});
