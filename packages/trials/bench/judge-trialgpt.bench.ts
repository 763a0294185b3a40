import { writeBenchReport } from "@qinghao/testing";
import { judgeNote, ruled, weighed } from "../src/judge/judge-note.ts";
import { openBenchKnowledge, readAnnotations, splitRule } from "./judge-data.ts";
import { fitJudge, prepare } from "./judge-fit.ts";
import { commonestLabels, confusion, harmfulMisses, type Judged, labelScores, sentenceScores } from "./judge-scores.ts";

// Labels and evidence sentences of the judge against the physicians' of TrialGPT. Development patients: each judged by
// weights learnt without that patient, though rules and topics were written while reading them. Test patients: the
// shipped weights; no note, criterion or label of theirs was read while rules or features were made. Their total scores and
// confusion matrix were seen after the first scoring, so `firstScoring` is the figure that nothing was chosen by.
const scoringsOfTest = {
  before: 4,
  firstScoring: {
    date: "2026-11-22",
    accuracy: 0.6944,
    macroF1: 0.5054,
    sentences: { precision: 0.8387, recall: 0.3881 },
  },
};

const development = readAnnotations("development");
const test = readAnnotations("test");
if (development === null || test === null) {
  console.log("skipped: the annotations are not among the shared datasets");
  process.exit(0);
}
const knowledge = await openBenchKnowledge();

const prepared = prepare(development, knowledge);
const crossValidated: Judged[] = [...new Set(development.map(({ patient }) => patient))].flatMap((patient) => {
  const model = fitJudge(prepared.filter(({ row }) => row.patient !== patient));
  return prepared
    .filter(({ row }) => row.patient === patient)
    .map(({ row, given }) => {
      const { label, sentences } = ruled(given)?.decision ?? weighed(given, model);
      return { row, label, sentences };
    });
});
const began = performance.now();
const tested: Judged[] = test.map((row) => {
  const { label, sentences } = judgeNote(row, { knowledge });
  return { row, label, sentences };
});
const pairsPerSecond = Math.round(test.length / ((performance.now() - began) / 1000));

const peer = (judged: readonly Judged[]): Judged[] =>
  judged.map(({ row }) => ({ row, label: row.gpt4, sentences: [] }));
const report = (judged: readonly Judged[], baseline: readonly Judged[]) => ({
  patients: new Set(judged.map(({ row }) => row.patient)).size,
  ...labelScores(judged),
  commonestLabelPerType: { accuracy: labelScores(baseline).accuracy, macroF1: labelScores(baseline).macroF1 },
  gpt4: { accuracy: labelScores(peer(judged)).accuracy, macroF1: labelScores(peer(judged)).macroF1 },
  perType: Object.fromEntries(
    (["inclusion", "exclusion"] as const).map((type) => {
      const { pairs, accuracy, macroF1 } = labelScores(judged.filter(({ row }) => row.type === type));
      return [type, { pairs, accuracy, macroF1 }];
    }),
  ),
  confusion: confusion(judged),
  sentences: sentenceScores(judged),
  harmful: harmfulMisses(judged),
});
const measured = {
  split: splitRule,
  scoringsOfTest,
  bar: { accuracy: 0.75, macroF1: 0.5 },
  development: report(crossValidated, commonestLabels(development, development)),
  test: report(tested, commonestLabels(development, test)),
  pairsPerSecond,
};
writeBenchReport(import.meta.dirname, measured, "judge-trialgpt");
for (const part of ["development", "test"] as const) {
  const { pairs, accuracy, macroF1, commonestLabelPerType, gpt4, sentences } = measured[part];
  console.log(part, { pairs, accuracy, macroF1, commonestLabelPerType, gpt4, sentences });
}
