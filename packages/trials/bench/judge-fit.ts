import type { Knowledge } from "@qinghao/knowledge";
import type { Case } from "../src/judge/case.ts";
import type { CriterionType } from "../src/judge/judge.schema.ts";
import { type JudgeModel, readCase, ruled } from "../src/judge/judge-note.ts";
import { type Features, featuresOf } from "../src/judge/model/features.ts";
import { fitWeights } from "../src/judge/model/weigh.ts";
import type { Annotation } from "./judge-data.ts";

/**
 * Inverse variance of the weights. Leaving out one patient at a time, 1 to 8 differ by less than half a point; of what an
 * exclusion criterion leaves silent the features tell next to nothing, so its weights are held close to none.
 */
export const penalties: Readonly<Record<CriterionType, number>> = { inclusion: 4, exclusion: 8 };

export type Prepared = {
  readonly row: Annotation;
  readonly given: Case;
  readonly features: Features;
  readonly ruled: ReturnType<typeof ruled>;
};

export const prepare = (rows: readonly Annotation[], knowledge: Knowledge): Prepared[] =>
  rows.map((row) => {
    const given = readCase(row, knowledge);
    return { row, given, features: featuresOf(given), ruled: ruled(given) };
  });

/** Weights of both questions, learnt from the pairs that no rule decides. */
export function fitJudge(prepared: readonly Prepared[]): JudgeModel {
  const names = Object.keys(prepared[0]?.features ?? {});
  const fit = (type: CriterionType) => {
    const used = prepared.filter(
      ({ row, given, ruled: rule }) =>
        row.type === type && !given.criterion.asksForAbsence && rule === null && isAnswer(row.label),
    );
    return fitWeights(
      used.map(({ features }) => features),
      used.map(({ row }) => row.label !== "not enough information"),
      names,
      penalties[type],
    );
  };
  return { inclusion: fit("inclusion"), exclusion: fit("exclusion") };
}

/** The model tells passing from too little said; failing and not applying are the rules' to find. */
const isAnswer = (label: Annotation["label"]): boolean =>
  label === "included" || label === "not excluded" || label === "not enough information";
