import { type JudgeLabel, judgeLabels } from "../src/judge/judge.schema.ts";
import type { Annotation } from "./judge-data.ts";

/** A pair with the label that stands as right. */
export type Labelled = Omit<Annotation, "gpt4">;
export type Judged = { readonly row: Labelled; readonly label: JudgeLabel; readonly sentences: readonly number[] };

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : round(part / whole));

/** Share of equal labels, and the mean F1 of the labels that occur among the true or the given ones. */
export function labelScores(judged: readonly Judged[]) {
  const count = (of: (one: Judged) => boolean) => judged.filter(of).length;
  const perLabel = judgeLabels.flatMap((label) => {
    const [said, is] = [count((one) => one.label === label), count(({ row }) => row.label === label)];
    if (said + is === 0) return [];
    const both = count((one) => one.label === label && one.row.label === label);
    return [{ label, is, said, both, f1: round((2 * both) / (said + is)) }];
  });
  const macroF1 = round(perLabel.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, perLabel.length));
  return {
    pairs: judged.length,
    accuracy: ratio(
      count((one) => one.label === one.row.label),
      judged.length,
    ),
    macroF1,
    perLabel,
  };
}

/** Rows: the physicians' label. Columns: the given one. */
export const confusion = (judged: readonly Judged[]) =>
  Object.fromEntries(
    judgeLabels.map((is) => [
      is,
      Object.fromEntries(
        judgeLabels.map((said) => [said, judged.filter((one) => one.row.label === is && one.label === said).length]),
      ),
    ]),
  );

/** Sentences pointed to against those of the physicians, counted over all pairs. */
export function sentenceScores(judged: readonly Judged[]) {
  let [both, said, is] = [0, 0, 0];
  for (const { row, sentences } of judged) {
    both += sentences.filter((sentence) => row.sentences.includes(sentence)).length;
    said += sentences.length;
    is += row.sentences.length;
  }
  return { precision: ratio(both, said), recall: ratio(both, is) };
}

/** Someone who must not take part is let through. */
export const harmfulMisses = (judged: readonly Judged[]) =>
  judged
    .filter(
      ({ row, label }) =>
        (row.label === "excluded" && label !== "excluded") || (row.label === "not included" && label === "included"),
    )
    .map(({ row, label }) => ({
      annotation: row.id,
      is: row.label,
      said: label,
      criterion: row.criterion.slice(0, 60),
    }));

/** The commonest label of each type among some pairs, given to every pair of others. */
export function commonestLabels(learnt: readonly Labelled[], rows: readonly Labelled[]): Judged[] {
  const commonest = (type: Labelled["type"]): JudgeLabel => {
    const counts = judgeLabels.map((label) => learnt.filter((row) => row.type === type && row.label === label).length);
    return judgeLabels[counts.indexOf(Math.max(...counts))]!;
  };
  const answers = { inclusion: commonest("inclusion"), exclusion: commonest("exclusion") };
  return rows.map((row) => ({ row, label: answers[row.type], sentences: [] }));
}
