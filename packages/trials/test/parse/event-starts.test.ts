import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { isAcuteEvent } from "../../src/terminology/acute-events.ts";
import { builtPacks } from "./knowledge-packs.ts";

const knowledge = builtPacks();

describe.skipIf(knowledge === null)("events and states", () => {
  test.each([
    ["MONDO:0005068", "myocardial infarction"],
    ["MONDO:0041656", "ST-elevation myocardial infarction, below it"],
    ["ICD10CN:I21.900", "its mainland code"],
    ["ICD10CM:I63.9", "a code of cerebral infarction"],
    ["HP:0001297", "stroke"],
    ["HP:0001250", "seizure"],
    ["MONDO:0005327", "hip fracture"],
    ["QHDISEASE:community-acquired-pneumonia", "community-acquired pneumonia"],
  ])("%s is an event: %s", (id) => {
    expect(isAcuteEvent(knowledge!, id)).toBe(true);
  });
  test.each([
    ["QHDISEASE:old-myocardial-infarction", "old myocardial infarction"],
    ["ICD10CM:I25.2", "its code"],
    ["MONDO:0100233", "long COVID-19"],
    ["MONDO:0015925", "interstitial lung disease"],
    ["MONDO:0009537", "lymphoid interstitial pneumonia"],
    ["MONDO:0005027", "epilepsy"],
    ["MONDO:0005010", "coronary artery disease"],
    ["MONDO:0005148", "type 2 diabetes mellitus"],
    ["MONDO:0005109", "HIV infectious disease"],
    ["MONDO:9999999", "nothing that is known"],
  ])("%s is none: %s", (id) => {
    expect(isAcuteEvent(knowledge!, id)).toBe(false);
  });
});

/** What of each timed diagnosis must lie in its window. */
function partsOf(text: string): (string | undefined)[] {
  return parseCriteria(text, { knowledge: knowledge! }).criteria.flatMap(({ tree }) =>
    (tree.kind === "any" ? tree.of : [tree]).map((leaf) => {
      if (leaf.kind !== "condition" || leaf.when === undefined) throw new Error(`no timed diagnosis: ${text}`);
      return leaf.when.part;
    }),
  );
}

describe.skipIf(knowledge === null)("what of a diagnosis a time limit is about", () => {
  test.each<[string, (string | undefined)[]]>([
    ["Exclusion criteria:\n- Myocardial infarction within 6 months", ["start"]],
    ["Exclusion criteria:\n- Pulmonary embolism or heart failure within the last 3 months", ["start", undefined]],
    ["Exclusion criteria:\n- Active pneumonia within 2 weeks before enrollment", [undefined]],
    ["Exclusion criteria:\n- Malignancy within 5 years", [undefined]],
    ["排除标准：\n1. 6个月内发生过心肌梗死", ["start"]],
    ["排除标准：\n1. 入组前3个月内有脑卒中、肺栓塞或心力衰竭", ["start", "start", undefined]],
    ["排除标准：\n1. 2周内活动性肺炎", [undefined]],
  ])("%s", (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });
});
