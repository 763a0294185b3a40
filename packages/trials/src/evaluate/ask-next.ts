import type { Truth } from "@qinghao/kernel";
import type { Missing } from "../criteria/verdict.schema.ts";
import { explainSubject, itemOfLeaf } from "../explain/explain-leaf.ts";
import type { Words } from "../explain/words.ts";
import { type CompiledTree, truthOfLogic } from "./compile-tree.ts";
import type { MissingReason, Outcome } from "./outcome.ts";

/** How an answer is asked for, by why it is missing. `{what}` is the leaf's subject. */
const questions: Readonly<Record<MissingReason, { readonly en: string; readonly zh: string }>> = {
  "no-record": { en: "Ask for {what}: nothing is on record.", zh: "请补充{what}：病历中没有记录。" },
  "outside-window": {
    en: "Ask for a current {what}: what is on record lies outside of the time asked for.",
    zh: "请补充符合时间要求的{what}：现有记录不在要求的时间内。",
  },
  "date-imprecise": {
    en: "Ask for the exact dates of {what}: those on record leave it open.",
    zh: "请核实{what}的确切日期：现有日期不足以判断。",
  },
  "unit-unknown": { en: "Ask in which unit {what} was reported.", zh: "请核实{what}的单位。" },
  "value-missing": { en: "Ask for the exact value of {what}.", zh: "请补充{what}的确切数值。" },
  "limit-missing": {
    en: "Ask for the laboratory's normal range of {what}.",
    zh: "请补充{what}的实验室参考范围。",
  },
  "uncertain-record": { en: "Clarify {what}: the record is not definite.", zh: "请核实{what}：病历记录不确定。" },
  "person-must-judge": { en: "A person has to judge: {what}.", zh: "需由人判断：{what}。" },
};

/** Names of what a leaf needs besides its own item. */
const personItems: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  "PERSON:birth": { en: "the date of birth", zh: "出生日期" },
  "PERSON:sex": { en: "the patient's sex", zh: "患者性别" },
};

/**
 * The one unknown leaf to settle next: the one whose answers decide the criterion most often, records before judgement,
 * then reading order.
 */
export function mostDecisive(tree: CompiledTree, outcomes: readonly Outcome[]): number | null {
  const truths: Truth[] = outcomes.map((outcome) => outcome.truth);
  let best: number | null = null;
  let bestRank = -1;
  outcomes.forEach((outcome, index) => {
    if (outcome.truth !== "unknown") return;
    const rank = decidingAnswers(tree, truths, index) * 2 + (outcome.why === "person-must-judge" ? 0 : 1);
    if (rank > bestRank) {
      best = index;
      bestRank = rank;
    }
  });
  return best;
}

function decidingAnswers(tree: CompiledTree, truths: readonly Truth[], index: number): number {
  const answered = [...truths];
  let deciding = 0;
  for (const answer of ["true", "false"] as const) {
    answered[index] = answer;
    if (truthOfLogic(tree.logic, answered) !== "unknown") deciding++;
  }
  return deciding;
}

/** The question to ask for a criterion that is unknown. */
export function askNext(
  tree: CompiledTree,
  outcomes: readonly Outcome[],
  words: Record<"en" | "zh", Words>,
): Missing | null {
  const index = mostDecisive(tree, outcomes);
  if (index === null) return null;
  const { source } = tree.leaves[index]!;
  const outcome = outcomes[index]!;
  const why = outcome.why ?? "uncertain-record";
  const item = outcome.item ?? itemOfLeaf(source);
  const what = (language: Words): string => {
    const other = outcome.item;
    if (other === undefined) return explainSubject(source, language);
    return personItems[other]?.[language.language] ?? language.name({ id: other });
  };
  return {
    kind: source.kind,
    item: why === "person-must-judge" && source.kind === "text" ? null : item,
    why,
    ask: {
      en: questions[why].en.replace("{what}", () => what(words.en)),
      zh: questions[why].zh.replace("{what}", () => what(words.zh)),
    },
  };
}
