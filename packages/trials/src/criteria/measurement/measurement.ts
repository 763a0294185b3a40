import type { QuantityValue } from "@qinghao/clinical";
import { type ConceptMembers, membersOfRef } from "../../evaluate/concept-members.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { phrase, type Words } from "../../explain/words.ts";
import type { Terminology } from "../../terminology.ts";
import { type CompiledLeaf, defineCriterion, type Touch } from "../define-criterion.ts";
import { judgeByPick, judgeEach } from "./judge-each.ts";
import { judgeChange, judgeRatio } from "./judge-pair.ts";
import { lintMeasurement } from "./lint-measurement.ts";
import { type Measured, measuredMultiple, measuredValue } from "./measure-value.ts";
import { type MeasurementLeaf, measurementSchema } from "./measurement.schema.ts";
import { thresholdOf } from "./threshold.ts";

function compile(leaf: MeasurementLeaf, terminology: Terminology): CompiledLeaf {
  const { expression } = leaf;
  const members = membersOfRef(leaf.item, terminology);
  const threshold = thresholdOf(leaf, terminology);
  const touches: Touch[] = [{ kind: "measurement", members }];
  if (expression.type === "ratio") {
    const under = membersOfRef(expression.to, terminology);
    touches.push({ kind: "measurement", members: under });
    const sets = { over: members, under, underItem: expression.to.id };
    return { touches, judge: (record) => judgeRatio(sets, leaf, threshold, record) };
  }
  if (expression.type === "change") {
    return { touches, judge: (record) => judgeChange(members, leaf, expression.relative, threshold, record) };
  }
  const measure = measureOf(expression.type);
  return {
    touches,
    judge: (record) => judgeByPick(leaf, members, threshold, measure, record),
    events: (record) => eventsOf(leaf, members, threshold, measure, record),
  };
}

function measureOf(type: "value" | "times-upper-limit" | "times-lower-limit"): (quantity: QuantityValue) => Measured {
  if (type === "value") return measuredValue;
  return (quantity) => measuredMultiple(quantity, type === "times-upper-limit" ? quantity.high : quantity.low);
}

// Results that satisfy the criterion, each on its own: what an event in time is.
function eventsOf(
  leaf: MeasurementLeaf,
  members: ConceptMembers,
  threshold: ReturnType<typeof thresholdOf>,
  measure: (quantity: QuantityValue) => Measured,
  record: PreparedRecord,
) {
  const { judged } = judgeEach(leaf, members, threshold, measure, record);
  return judged
    .filter((result) => result.truth !== "false")
    .map(({ fact, isCertain, truth }) => ({ fact, isCertain: isCertain && truth === "true" }));
}

/** The item, with how its sample was taken where the criterion asks for that. */
function nameOf({ item, fasting }: MeasurementLeaf, words: Words): string {
  const name = words.name(item);
  if (fasting === undefined) return name;
  return fasting ? words.say(`fasting ${name}`, `空腹${name}`) : words.say(`non-fasting ${name}`, `非空腹${name}`);
}

function clause(leaf: MeasurementLeaf, words: Words): string {
  const name = nameOf(leaf, words);
  const pick = words.pick(leaf.pick).trim();
  const { expression } = leaf;
  const what = phrase(words, pick, name);
  switch (expression.type) {
    case "value":
      return words.say(
        `${what} is ${words.range(leaf.range, leaf.unit ?? "")}`,
        `${what}${words.range(leaf.range, leaf.unit ?? "")}`,
      );
    case "times-upper-limit":
      return words.say(
        `${what} is ${words.range(leaf.range)} times the upper limit of normal`,
        `${what}${words.range(leaf.range)} 倍正常值上限`,
      );
    case "times-lower-limit":
      return words.say(
        `${what} is ${words.range(leaf.range)} times the lower limit of normal`,
        `${what}${words.range(leaf.range)} 倍正常值下限`,
      );
    case "ratio": {
      const to = words.name(expression.to);
      return words.say(
        `the ratio of ${name} to ${to} is ${words.range(leaf.range, leaf.unit ?? "")}`,
        `${name}与${to}之比${words.range(leaf.range, leaf.unit ?? "")}`,
      );
    }
    case "change": {
      const unit = expression.relative ? "%" : (leaf.unit ?? "");
      return words.say(
        `${name} changed by ${words.range(leaf.range, unit)}`,
        `${name}的变化${words.range(leaf.range, unit)}`,
      );
    }
  }
}

/** A laboratory result or vital sign. */
export const measurement = defineCriterion<MeasurementLeaf>({
  kind: "measurement",
  schema: measurementSchema,
  compile,
  lint: lintMeasurement,
  explain: (leaf, words) =>
    words.say(
      phrase(words, clause(leaf, words), words.when(leaf.when)),
      phrase(words, words.when(leaf.when), clause(leaf, words)),
    ),
  subject: nameOf,
  item: (leaf) => leaf.item.id,
  examples: [
    {
      kind: "measurement",
      item: { id: "LAB:haemoglobin", en: "haemoglobin", zh: "血红蛋白" },
      expression: { type: "value" },
      range: { min: 9 },
      unit: "g/dL",
      when: { from: { value: -14, unit: "day" } },
    },
    {
      kind: "measurement",
      item: { id: "LAB:alt", en: "ALT", zh: "丙氨酸氨基转移酶" },
      expression: { type: "times-upper-limit" },
      range: { max: 2.5 },
      unit: null,
    },
    {
      kind: "measurement",
      item: { id: "LAB:triglycerides", en: "triglycerides", zh: "甘油三酯" },
      expression: { type: "value" },
      range: { min: 150 },
      unit: "mg/dL",
      fasting: true,
    },
  ],
});
