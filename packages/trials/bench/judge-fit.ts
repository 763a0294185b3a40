import type { Knowledge } from "@qinghao/knowledge";
import type { Case } from "../src/judge/case.ts";
import { type JudgeModel, readCase, ruled } from "../src/judge/judge-note.ts";
import { type Features, featuresOf } from "../src/judge/model/features.ts";
import { fitTrees } from "./judge-boosting.ts";
import type { Labelled } from "./judge-scores.ts";

export type Prepared<Row extends Labelled = Labelled> = {
  readonly row: Row;
  readonly given: Case;
  readonly features: Features;
  readonly ruled: ReturnType<typeof ruled>;
};

export const prepare = <Row extends Labelled>(rows: readonly Row[], knowledge: Knowledge): Prepared<Row>[] =>
  rows.map((row) => {
    const given = readCase(row, knowledge);
    return { row, given, features: featuresOf(given, row.silence), ruled: ruled(given) };
  });

/** Trees learnt from the criteria that no rule decides, one set for each type. */
export function fitJudge(prepared: readonly Prepared[]): JudgeModel {
  const of = (type: "inclusion" | "exclusion") => {
    const used = prepared.filter(({ row, ruled: rule }) => row.type === type && rule === null);
    return fitTrees(
      used.map(({ features }) => features),
      used.map(({ row }) => row.label),
    );
  };
  return { inclusion: of("inclusion"), exclusion: of("exclusion") };
}
