import type { NamedThing } from "./concepts.ts";
import type { CriterionReading } from "./criterion/read-criterion.ts";
import type { JudgeLabel } from "./judge.schema.ts";
import type { PartCover } from "./match/cover.ts";
import type { BoundsVerdict } from "./match/values.ts";
import type { NoteReading } from "./note/read-note.ts";
import type { Reason } from "./rationale.ts";

/** How near the criterion's diseases lie to the patient's in the hierarchies of diseases. */
export type Kinship = {
  /** See `Nearness.between`; null where either names none, or no class holds both. */
  readonly nearest: number | null;
  /** Parts of medicine that the note's present diseases and findings, and those of the criterion, lie in. */
  readonly noteSystems: ReadonlySet<number>;
  readonly criterionSystems: ReadonlySet<number>;
};

/** A note and a criterion, read and compared. */
export type Case = {
  readonly note: NoteReading;
  readonly criterion: CriterionReading;
  readonly covers: readonly PartCover[];
  readonly bounds: BoundsVerdict;
  readonly kinship: Kinship;
};

/** A label with what it rests on. */
export type Decision = { readonly label: JudgeLabel; readonly sentences: readonly number[]; readonly reason: Reason };

/** A rule decides a case or leaves it to the next. */
export type Rule = (given: Case) => Decision | null;

export const passes = (given: Case): JudgeLabel => (given.criterion.type === "inclusion" ? "included" : "not excluded");
export const fails = (given: Case): JudgeLabel => (given.criterion.type === "inclusion" ? "not included" : "excluded");
export const ascending = (sentences: Iterable<number>): number[] => [...new Set(sentences)].sort((a, b) => a - b);
export const isIllness = ({ kind }: Pick<NamedThing, "kind">): boolean => kind === "disease" || kind === "phenotype";
