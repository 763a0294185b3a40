// The ligand-based benchmark of Riniker & Landrum (2013) on the shared lists, on one thread. The forms of fusion are compared on
// MUV and DUD; ChEMBL has no part in the choice. The report is written after each target. Names of collections after the
// script take these only. Where QINGHAO_PYTHON names a Python with rdkit, the same protocol in RDKit's own Python is run beside it, target by
// target, and the greatest differences are reported.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeBenchReport } from "@qinghao/testing";
import { meanOf } from "../src/evaluation/index.ts";
import { readBenchmarkFolder, runBenchmark, type TargetResult } from "../src/node.ts";
import { type Parity, rdkitParity } from "./ligand-based-parity.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = path.resolve(here, "../../../../shared/datasets/vs/ligand_based");
/** The ChEMBL targets of the protocol's first data sets (the other lists belong to its second, and are left out here). */
const firstChembl = new Set(
  `11359 28 11536 8 10434 12670 20014 234 12261 12209 25 36 43 219 130 105 11336 20174 126 11225 12252 11682 134 116 11265
  10475 12679 10579 11575 18061 237 276 11534 10198 10498 12911 12968 100579 100126 10378 10417 10752 10773 11631 10927
  11085 11442 11279 11488 12840`.split(/\s+/),
);

if (!existsSync(folder)) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}

function means(results: readonly TargetResult[]) {
  const methods = results[0]?.results.map(({ method }) => method) ?? [];
  return methods.map((method) => {
    const of = results.map((result) => result.results.find((one) => one.method === method)!);
    return { method, targets: of.length, ...meanOf(of) };
  });
}

const wanted = process.argv.slice(2);
const targets = readBenchmarkFolder(folder).filter(
  ({ collection, target }) => collection !== "ChEMBL" || firstChembl.has(target),
);
const collections = ["ChEMBL", "DUD", "MUV"].filter((name) => wanted.length === 0 || wanted.includes(name));
const done: TargetResult[] = [];
const summary: Record<string, ReturnType<typeof means>> = {};
const parity: Record<string, Parity> = {};
let seconds = 0;
for (const collection of collections) {
  const own: TargetResult[] = [];
  const started = performance.now();
  const chosen = targets.filter((target) => target.collection === collection);
  for await (const result of runBenchmark(chosen, { threads: 1 })) {
    own.push(result);
    done.push(result);
    summary[collection] = means(own);
    const aucs = result.results.map(({ method, auc }) => `${method} ${auc.toFixed(3)}`);
    console.log(`${collection}/${result.target} ${aucs.join(" ")}`);
    report();
  }
  seconds += (performance.now() - started) / 1000;
  console.table(summary[collection]);
  parity[collection] = await rdkitParity(folder, own);
  console.log(parity[collection]);
  report();
}

function report(): void {
  const failures = done.flatMap(({ failures }) =>
    failures.map(({ file, ...rest }) => ({ file: path.basename(file), ...rest })),
  );
  const perTarget = done.map(({ failures: _, ...rest }) => rest);
  writeBenchReport(here, { threads: 1, seconds, summary, parity, failures, targets: perTarget }, "ligand-based");
}
