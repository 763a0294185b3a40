import type { CriterionReading } from "../criterion/read-criterion.ts";
import type { NoteReading } from "../note/read-note.ts";
import { judgeNamedBounds } from "./named-values.ts";

/** A criterion's bounds against the values that the note gives. */
export type BoundsVerdict = {
  /** Bounds that a value fulfils, that none fulfils, and that no value decides. */
  readonly met: number;
  readonly failed: number;
  readonly open: number;
  readonly sentences: readonly number[];
};

/** The latest value of each measure counts: notes are told in order of time. */
export function judgeBounds(note: NoteReading, criterion: CriterionReading): BoundsVerdict {
  const sentences = new Set<number>();
  let [met, failed, open] = [0, 0, 0];
  for (const { measure, range } of criterion.bounds) {
    const latest = note.values.filter((one) => one.measure === measure).at(-1);
    if (latest === undefined || range === null) {
      open++;
      continue;
    }
    sentences.add(latest.sentence);
    const { value } = latest;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, minExclusive, maxExclusive } = range;
    const isMet =
      (minExclusive === true ? value > min : value >= min) && (maxExclusive === true ? value < max : value <= max);
    if (isMet) met++;
    else failed++;
  }
  const named = judgeNamedBounds(note, criterion.namedBounds);
  met += named.met;
  failed += named.failed;
  for (const sentence of named.sentences) sentences.add(sentence);
  return { met, failed, open, sentences: [...sentences].sort((a, b) => a - b) };
}
