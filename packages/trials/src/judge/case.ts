import type { CriterionReading } from "./criterion/read-criterion.ts";
import type { JudgeLabel } from "./judge.schema.ts";
import type { PartCover } from "./match/cover.ts";
import type { BoundsVerdict } from "./match/values.ts";
import type { NoteReading } from "./note/read-note.ts";
import type { Reason } from "./rationale.ts";

/** A note and a criterion, read and compared. */
export type Case = {
  readonly note: NoteReading;
  readonly criterion: CriterionReading;
  readonly covers: readonly PartCover[];
  readonly bounds: BoundsVerdict;
};

/** A label with what it rests on. */
export type Decision = { readonly label: JudgeLabel; readonly sentences: readonly number[]; readonly reason: Reason };

/** A rule decides a case or leaves it to the next. */
export type Rule = (given: Case) => Decision | null;

export const passes = (given: Case): JudgeLabel => (given.criterion.type === "inclusion" ? "included" : "not excluded");
export const fails = (given: Case): JudgeLabel => (given.criterion.type === "inclusion" ? "not included" : "excluded");
export const ascending = (sentences: Iterable<number>): number[] => [...new Set(sentences)].sort((a, b) => a - b);
