import { writeFileSync } from "node:fs";
import path from "node:path";
import { openBenchKnowledge, readAnnotations } from "./judge-data.ts";
import { fitJudge, penalties, prepare } from "./judge-fit.ts";

// Fits the judge's weights on every patient of the annotation and writes them where the judge reads them:
// `node bench/judge-train.ts YYYY-MM-DD` with QINGHAO_KNOWLEDGE set. No patient is held back: what these weights are worth on
// others is estimated by leaving patients out (judge-trialgpt.bench.ts), never by scoring the shipped weights here.

const rows = readAnnotations();
if (rows === null) {
  console.log("skipped: the annotations are not among the shared datasets");
  process.exit(0);
}
const weights = fitJudge(prepare(rows, await openBenchKnowledge()));
const rounded = Object.fromEntries(
  Object.entries(weights).map(([type, own]) => [
    type,
    Object.fromEntries(
      Object.entries(own)
        .map(([name, weight]) => [name, Math.round(weight * 1e4) / 1e4] as const)
        .filter(([, weight]) => weight !== 0),
    ),
  ]),
);
const manifest = {
  model: "two logistic regressions: does the note tell enough to pass the criterion",
  data: "trialgpt_criterion_annotations.json, TrialGPT (Jin et al. 2024), a work of the US Government in the public domain",
  heldOut: "none: every patient below was read while rules and features were made, and is in the fit",
  patients: new Set(rows.map(({ patient }) => patient)).size,
  pairs: rows.length,
  penalties,
  date: process.argv[2] ?? null,
};
const target = path.resolve(import.meta.dirname, "../src/judge/model/weights.json");
writeFileSync(target, `${JSON.stringify({ manifest, weights: rounded }, null, 2)}\n`);
console.log(`written: ${path.relative(process.cwd(), target)}, ${rows.length} pairs`);
