import { writeBenchReport } from "@qinghao/testing";
import { judgeNote, ruled, weighed } from "../src/judge/judge-note.ts";
import { formerSplit, openBenchKnowledge, openHalves, partOf, readAnnotations, readOpenPairs } from "./judge-data.ts";
import { fitJudge, prepare } from "./judge-fit.ts";
import { scoreIntervals } from "./judge-interval.ts";
import { commonestLabels, confusion, harmfulMisses, type Judged, labelScores, sentenceScores } from "./judge-scores.ts";

// Labels and evidence sentences of the judge, leaving out one patient at a time: each patient of the physicians' annotation
// and of the open halves of datasets/criteria-judgements is judged by trees learnt without any pair of theirs.
//
// The trees of a fold have not seen its patient, but rules and features were made with these patients in view, so
// `leaveOnePatientOut` is too kind to the judge on patients of others. `firstScoring` is the one clean figure against
// physicians, of an earlier state; the sealed halves (judge-unseen.bench.ts) are the clean figure of this one.
const history = {
  formerSplit,
  firstScoring: {
    date: "2026-11-22",
    commit: "d1bfb7e",
    what: "14 patients, 216 pairs, of which no note, criterion or label had been read",
    accuracy: 0.6944,
    macroF1: 0.5054,
    sentences: { precision: 0.8387, recall: 0.3881 },
  },
  whenPartsWereApart: {
    commit: "d132f97",
    what: "the last state before the second part was read",
    development: { patients: 13, pairs: 302, accuracy: 0.8444, macroF1: 0.6584 },
    notRead: { patients: 14, pairs: 216, accuracy: 0.6852, macroF1: 0.5015 },
    leaveOnePatientOutOverBoth: {
      patients: 27,
      pairs: 518,
      accuracy: 0.7799,
      macroF1: 0.577,
      inclusion: { accuracy: 0.7582, macroF1: 0.5938 },
      exclusion: { accuracy: 0.7917, macroF1: 0.5639 },
    },
  },
};

const [annotations, own] = [readAnnotations(), await readOpenPairs()];
if (annotations === null || own === null) {
  console.log("skipped: the annotations or the topics are not among the shared datasets");
  process.exit(0);
}
const knowledge = await openBenchKnowledge();
const prepared = prepare([...annotations, ...own], knowledge);
const patients = [...new Set(prepared.map(({ row }) => row.patient))];

const everyone: Judged[] = patients.flatMap((patient) => {
  const model = fitJudge(prepared.filter(({ row }) => row.patient !== patient));
  return prepared
    .filter(({ row }) => row.patient === patient)
    .map(({ row, given }) => {
      const { label, sentences } = ruled(given)?.decision ?? weighed(given, model, row.silence);
      return { row, label, sentences };
    });
});
const halfOf = new Map(own.map(({ id, half }) => [id, half]));
const ofHalf = (half: string | undefined) => everyone.filter(({ row }) => halfOf.get(String(row.id)) === half);
const crossValidated = ofHalf(undefined);
const commonest: Judged[] = [...new Set(annotations.map(({ patient }) => patient))].flatMap((patient) =>
  commonestLabels(
    annotations.filter((row) => row.patient !== patient),
    annotations.filter((row) => row.patient === patient),
  ),
);

/** What every rule decided, and how often as the physicians did. */
const perRule = Object.entries(
  Object.groupBy(everyone, ({ row }) => prepared.find((one) => one.row === row)?.ruled?.rule ?? "model"),
).map(([rule, of = []]) => ({
  rule,
  decided: of.length,
  right: of.filter(({ row, label }) => row.label === label).length,
  patients: new Set(of.map(({ row }) => row.patient)).size,
}));

const began = performance.now();
for (const row of annotations) judgeNote(row, { knowledge });
const pairsPerSecond = Math.round(annotations.length / ((performance.now() - began) / 1000));

const brief = (judged: readonly Judged[]) => {
  const { pairs, accuracy, macroF1 } = labelScores(judged);
  return { pairs, accuracy, macroF1 };
};
const gpt4: Judged[] = annotations.map((row) => ({ row, label: row.gpt4, sentences: [] }));
const measured = {
  protocol:
    "leave one patient out, all other patients of the physicians and of the open halves of datasets/criteria-judgements to learn from; no patient of these is held back from the making of rules and features",
  history,
  bar: { accuracy: 0.75, macroF1: 0.5, on: "patients never looked at" },
  leaveOnePatientOut: {
    patients: new Set(annotations.map(({ patient }) => patient)).size,
    ...labelScores(crossValidated),
    interval95: scoreIntervals(crossValidated),
    perType: Object.fromEntries(
      (["inclusion", "exclusion"] as const).map((type) => [
        type,
        brief(crossValidated.filter(({ row }) => row.type === type)),
      ]),
    ),
    perFormerPart: Object.fromEntries(
      (["development", "test"] as const).map((part) => [
        part,
        brief(crossValidated.filter(({ row }) => partOf(row.patient) === part)),
      ]),
    ),
    commonestLabelPerType: brief(commonest),
    gpt4: brief(gpt4),
    perRule,
    confusion: confusion(crossValidated),
    sentences: sentenceScores(crossValidated),
    harmful: harmfulMisses(crossValidated),
  },
  /** The same for the open halves of datasets/criteria-judgements, whose labels are one reader's. */
  openHalves: Object.fromEntries(openHalves.map((half) => [half, brief(ofHalf(half))])),
  everyone: { patients: patients.length, ...brief(everyone) },
  pairsPerSecond,
};
writeBenchReport(import.meta.dirname, measured, "judge-trialgpt");
const { pairs, accuracy, macroF1, perType, perFormerPart, commonestLabelPerType, sentences, harmful } =
  measured.leaveOnePatientOut;
console.log({
  pairs,
  accuracy,
  macroF1,
  perType,
  perFormerPart,
  commonestLabelPerType,
  sentences,
  harmful,
  pairsPerSecond,
});
console.log(measured.openHalves, measured.everyone);
console.log("on patients not read:", history.firstScoring);
