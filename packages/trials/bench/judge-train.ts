import { writeFileSync } from "node:fs";
import path from "node:path";
import { boosting } from "./judge-boosting.ts";
import { openBenchKnowledge, readAnnotations, readOpenPairs } from "./judge-data.ts";
import { fitJudge, prepare } from "./judge-fit.ts";

// Fits the judge's trees on every patient of the physicians' annotation and of the open halves of
// datasets/criteria-judgements, and writes them where the judge reads them: `node bench/judge-train.ts YYYY-MM-DD` with
// QINGHAO_KNOWLEDGE set. What these trees are worth on others is estimated by leaving patients out
// (judge-trialgpt.bench.ts) and by the sealed halves (judge-unseen.bench.ts), never by scoring them on what they were
// fitted on.

const [annotated, own] = [readAnnotations(), await readOpenPairs()];
if (annotated === null || own === null) {
  console.log("skipped: the annotations or the topics are not among the shared datasets");
  process.exit(0);
}
const rows = [...annotated, ...own];
const model = fitJudge(prepare(rows, await openBenchKnowledge()));
const manifest = {
  model: "boosted trees over what a criterion asks for and how much of it the note says, for what no rule decides",
  data: [
    "trialgpt_criterion_annotations.json, TrialGPT (Jin et al. 2024), a work of the US Government in the public domain",
    "datasets/criteria-judgements, halves a, c, e and f, Apache-2.0",
  ],
  heldOut:
    "halves b and d of datasets/criteria-judgements; patients of the others were read while rules and features were made",
  patients: new Set(rows.map(({ patient }) => patient)).size,
  pairs: rows.length,
  boosting,
  date: process.argv[2] ?? null,
};
const rounded = JSON.stringify({ manifest, model }, (_, value) =>
  typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value,
);
const target = path.resolve(import.meta.dirname, "../src/judge/model/weights.json");
writeFileSync(target, `${rounded}\n`);
console.log(`written: ${path.relative(process.cwd(), target)}, ${rows.length} pairs`);
