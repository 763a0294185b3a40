import { writeBenchReport } from "@qinghao/testing";
import { judgeNote, ruled, weighed } from "../src/judge/judge-note.ts";
import { openBenchKnowledge, readAnnotations, splitRule } from "./judge-data.ts";
import { fitJudge, prepare } from "./judge-fit.ts";
import { commonestLabels, confusion, harmfulMisses, type Judged, labelScores, sentenceScores } from "./judge-scores.ts";

// Labels and evidence sentences of the judge against the physicians' of TrialGPT. Development patients: each judged by
// weights learnt without that patient, though rules and topics were written while reading them. Test patients: the
// shipped weights; their notes, criteria and labels were not read while rules or features were made.

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

const report = (judged: readonly Judged[], baseline: readonly Judged[]) => ({
  patients: new Set(judged.map(({ row }) => row.patient)).size,
  ...labelScores(judged),
  commonestLabelPerType: { accuracy: labelScores(baseline).accuracy, macroF1: labelScores(baseline).macroF1 },
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
  bar: { accuracy: 0.75, macroF1: 0.5 },
  development: report(crossValidated, commonestLabels(development, development)),
  test: report(tested, commonestLabels(development, test)),
  pairsPerSecond,
};
writeBenchReport(import.meta.dirname, measured, "judge-trialgpt");
for (const part of ["development", "test"] as const) {
  const { pairs, accuracy, macroF1, commonestLabelPerType, sentences } = measured[part];
  console.log(part, { pairs, accuracy, macroF1, commonestLabelPerType, sentences });
}
