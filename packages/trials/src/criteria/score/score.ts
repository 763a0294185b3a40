import { boundsOf } from "../../evaluate/bounds.ts";
import { exactly } from "../../evaluate/concept-members.ts";
import { type Outcome, unknownBecause, unlessOverturned } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { phrase } from "../../explain/words.ts";
import type { Terminology } from "../../terminology.ts";
import { type CompiledLeaf, defineCriterion, type LeafWarning, type Touch } from "../define-criterion.ts";
import { outcomeOf, type Threshold } from "../measurement/judge-each.ts";
import { emptyRange } from "../range-warnings.ts";
import { compileSigns } from "./child-pugh-signs.ts";
import { computeScore } from "./computed-score.ts";
import { recordedConcepts, recordedScores, translatedScores, translations } from "./recorded-score.ts";
import { type ScoreLeaf, scoreSchema } from "./score.schema.ts";
import { scoreDefinitions } from "./score-definitions.ts";
import { scoreFormulas } from "./score-formulas.ts";

function compile(leaf: ScoreLeaf, terminology: Terminology): CompiledLeaf {
  const { unit } = scoreDefinitions[leaf.score];
  const bounds = boundsOf(leaf.range);
  const threshold: Threshold = { range: leaf.range, bounds, unit, shown: (value) => value };
  const formula = scoreFormulas[leaf.score];
  const signs = compileSigns(terminology);
  const other = translations[leaf.score];
  const touches: Touch[] = [
    { kind: "measurement", members: exactly(...recordedConcepts(leaf.score), ...(formula?.parts ?? [])) },
  ];
  if (other !== undefined) touches.push({ kind: "measurement", members: exactly(...recordedConcepts(other)) });
  if (formula?.needsPerson) touches.push({ kind: "person" });
  if (leaf.score === "child-pugh") touches.push(...signs.ascites.touches, ...signs.encephalopathy.touches);
  const judge = (record: PreparedRecord): Outcome => {
    const { judged, none } = recordedScores(leaf, bounds, record);
    const computed = () =>
      formula === undefined ? unknownBecause(none) : computeScore(leaf, formula, bounds, signs, record);
    const translated = () => picked(translatedScores(leaf, bounds, record), computed);
    return picked(judged, translated);
  };
  // What is recorded comes first; what follows counts where nothing is.
  const picked = (judged: readonly Judged[], otherwise: () => Outcome): Outcome => {
    if (judged.length === 0) return otherwise();
    const outcome = outcomeOf(pickTruth(judged, leaf.pick), threshold);
    const hasCertain = judged.some((result) => result.isCertain);
    return unlessOverturned(outcome, hasCertain, otherwise);
  };
  return { touches, judge };
}

function lint(leaf: ScoreLeaf): readonly LeafWarning[] {
  const { min, max, en, zh } = scoreDefinitions[leaf.score];
  const warnings: LeafWarning[] = [...emptyRange(leaf.range)];
  for (const limit of [leaf.range.min, leaf.range.max]) {
    if (limit === undefined || (limit >= min && limit <= max)) continue;
    warnings.push({
      code: "implausible-value",
      en: `${en} runs from ${min} to ${max}; a limit of ${limit} lies outside.`,
      zh: `${zh}的取值范围为 ${min} 至 ${max}，界值 ${limit} 不在其中。`,
    });
  }
  return warnings;
}

/** A clinical score: on record, or else computed from its parts. */
export const score = defineCriterion<ScoreLeaf>({
  kind: "score",
  schema: scoreSchema,
  compile,
  lint,
  explain: (leaf, words) => {
    const { en, zh, unit } = scoreDefinitions[leaf.score];
    const what = phrase(words, words.pick(leaf.pick).trim(), words.say(en, zh));
    return words.say(
      phrase(words, `${what} is ${words.range(leaf.range, unit)}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `${what}${words.range(leaf.range, unit)}`),
    );
  },
  subject: (leaf, words) => words.say(scoreDefinitions[leaf.score].en, scoreDefinitions[leaf.score].zh),
  item: (leaf) => `SCORE:${leaf.score}`,
  examples: [
    { kind: "score", score: "ecog", range: { max: 1 } },
    { kind: "score", score: "egfr-ckd-epi-2021", range: { min: 60 } },
  ],
});
