import { writeFileSync } from "node:fs";
import path from "node:path";
import { openBenchKnowledge, readAnnotations, readOpenHalf } from "./judge-data.ts";
import { fitJudge, penalty, prepare } from "./judge-fit.ts";

// Fits the judge's weights on every patient of the physicians' annotation and of half a of datasets/criteria-judgements, and
// writes them where the judge reads them: `node bench/judge-train.ts YYYY-MM-DD` with QINGHAO_KNOWLEDGE set. What these
// weights are worth on others is estimated by leaving patients out (judge-trialgpt.bench.ts) and by half b
// (judge-unseen.bench.ts), never by scoring the shipped weights on what they were fitted on.

const [annotated, own] = [readAnnotations(), await readOpenHalf()];
if (annotated === null || own === null) {
  console.log("skipped: the annotations or the topics are not among the shared datasets");
  process.exit(0);
}
const rows = [...annotated, ...own];
const weights = fitJudge(prepare(rows, await openBenchKnowledge()));
const rounded = Object.fromEntries(
  Object.entries(weights)
    .map(([name, weight]) => [name, Math.round(weight * 1e4) / 1e4] as const)
    .filter(([, weight]) => weight !== 0),
);
const manifest = {
  model: "a logistic regression: does the note tell enough to pass an inclusion criterion that no rule decides",
  data: [
    "trialgpt_criterion_annotations.json, TrialGPT (Jin et al. 2024), a work of the US Government in the public domain",
    "datasets/criteria-judgements, half a, Apache-2.0",
  ],
  heldOut: "half b of datasets/criteria-judgements; every patient below was read while rules and features were made",
  patients: new Set(rows.map(({ patient }) => patient)).size,
  pairs: rows.length,
  penalty,
  date: process.argv[2] ?? null,
};
const target = path.resolve(import.meta.dirname, "../src/judge/model/weights.json");
writeFileSync(target, `${JSON.stringify({ manifest, weights: rounded }, null, 2)}\n`);
console.log(`written: ${path.relative(process.cwd(), target)}, ${rows.length} pairs`);
