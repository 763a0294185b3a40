import { type CtcaeTerm, ctcaeTerm, type GradeSpan, gradeOf } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import { spanOfValue } from "../../evaluate/bounds.ts";
import { exactly } from "../../evaluate/concept-members.ts";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import { isQuantity, quantityOf, type Result, resultsOf } from "../../evaluate/results.ts";
import { phrase } from "../../explain/words.ts";
import { type CompiledLeaf, defineCriterion } from "../define-criterion.ts";
import { type CtcaeLeaf, ctcaeSchema } from "./ctcae.schema.ts";

function judgeResult(leaf: CtcaeLeaf, term: CtcaeTerm, result: Result): Judged {
  const quantity = quantityOf(result);
  if (quantity.canonical === null) return { ...result, truth: "unknown", value: null, why: "unit-unknown" };
  const { lo, hi } = spanOfValue(quantity.canonical, quantity.comparator);
  const grade = gradeOf(term, {
    lo,
    hi,
    ...(quantity.low === undefined ? {} : { low: quantity.low }),
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
  });
  const truth = truthOfGrade(leaf, grade);
  if (truth !== "unknown") return { ...result, truth, value: grade.min === grade.max ? grade.min : null };
  return { ...result, truth, value: null, why: grade.needsLimit ? "limit-missing" : "value-missing" };
}

function truthOfGrade({ grade }: CtcaeLeaf, { min, max }: GradeSpan): Truth {
  if (min >= grade.min && max <= grade.max) return "true";
  return max < grade.min || min > grade.max ? "false" : "unknown";
}

function compile(leaf: CtcaeLeaf): CompiledLeaf {
  const term = ctcaeTerm(leaf.term);
  if (term === undefined) return { touches: [], judge: () => unknownBecause("person-must-judge") };
  const members = exactly(term.item);
  return {
    touches: [{ kind: "measurement", members }],
    judge: (record) => {
      const { inWindow, none } = resultsOf(record, members, leaf.when, isQuantity);
      if (inWindow.length === 0) return unknownBecause(none);
      const judged = inWindow.map((result) => judgeResult(leaf, term, result));
      const { truth, deciding, why } = pickTruth(judged, leaf.pick);
      return { ...decided(truth, deciding), why };
    },
  };
}

/** A CTCAE v5.0 grade that follows from a laboratory result; a normal baseline is taken. */
export const ctcae = defineCriterion<CtcaeLeaf>({
  kind: "ctcae",
  schema: ctcaeSchema,
  compile,
  lint: (leaf) => {
    if (leaf.grade.min > leaf.grade.max) {
      return [
        {
          code: "empty-range",
          en: `No grade is at least ${leaf.grade.min} and at most ${leaf.grade.max}.`,
          zh: `没有分级能同时不低于${leaf.grade.min}级且不超过${leaf.grade.max}级。`,
        },
      ];
    }
    if (ctcaeTerm(leaf.term) !== undefined) return [];
    return [
      {
        code: "unknown-term",
        en: `“${leaf.term}” is no CTCAE v5.0 term that laboratory values can grade: a person will have to judge it.`,
        zh: `“${leaf.term}”不是可由检验值分级的 CTCAE v5.0 术语，需由人判断。`,
      },
    ];
  },
  explain: (leaf, words) => {
    const { min, max } = leaf.grade;
    const grade = min === max ? `${min}` : `${min}-${max}`;
    const term = words.say(leaf.term, ctcaeTerm(leaf.term)?.zh ?? leaf.term);
    return words.say(
      phrase(words, `CTCAE grade of ${term} is ${grade}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `CTCAE ${term}为${grade}级`),
    );
  },
  subject: (leaf, words) =>
    words.say(
      `a result to grade ${leaf.term.toLowerCase()}`,
      `用于${ctcaeTerm(leaf.term)?.zh ?? leaf.term}分级的检验结果`,
    ),
  item: (leaf) => ctcaeTerm(leaf.term)?.item ?? null,
  examples: [{ kind: "ctcae", term: "Neutrophil count decreased", grade: { min: 3, max: 4 } }],
});
