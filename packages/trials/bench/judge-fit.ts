import type { Knowledge } from "@qinghao/knowledge";
import type { Case } from "../src/judge/case.ts";
import { readCase, ruled } from "../src/judge/judge-note.ts";
import { type Features, featuresOf } from "../src/judge/model/features.ts";
import { fitWeights, type Weights } from "../src/judge/model/weigh.ts";
import type { Labelled } from "./judge-scores.ts";

/** Inverse variance of the weights. Leaving out one patient at a time, 1 to 16 differ by less than a point. */
export const penalty = 4;

export type Prepared<Row extends Labelled = Labelled> = {
  readonly row: Row;
  readonly given: Case;
  readonly features: Features;
  readonly ruled: ReturnType<typeof ruled>;
};

export const prepare = <Row extends Labelled>(rows: readonly Row[], knowledge: Knowledge): Prepared<Row>[] =>
  rows.map((row) => {
    const given = readCase(row, knowledge);
    return { row, given, features: featuresOf(given), ruled: ruled(given) };
  });

/**
 * Weights learnt from the inclusion criteria that no rule decides: does the note tell enough to pass. Failing and not
 * applying are the rules' to find. Of an exclusion criterion on which a note is silent the features tell nothing (area
 * under the curve 0.55 over patients left out), so nothing is learnt of those.
 */
export function fitJudge(prepared: readonly Prepared[]): Weights {
  const used = prepared.filter(
    ({ row, given, ruled: rule }) =>
      row.type === "inclusion" &&
      !given.criterion.asksForAbsence &&
      rule === null &&
      (row.label === "included" || row.label === "not enough information"),
  );
  return fitWeights(
    used.map(({ features }) => features),
    used.map(({ row }) => row.label === "included"),
    Object.keys(prepared[0]?.features ?? {}),
    penalty,
  );
}
