// Tautomers of 500 ChEMBL molecules (every 20th of the shared ten thousand), here and by RDKit's TautomerEnumerator: how
// many of our forms RDKit knows too, and for how many molecules ours hold the one that RDKit scores best. Writes
// bench/tautomers.results.json. The peer needs a Python with rdkit: `QINGHAO_PYTHON`, else python3.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import { tautomers } from "../src/prepare/index.ts";
import { chemblSample } from "./chembl-sample.ts";

const kit = await loadChemKit();
const maximum = 64;
const molecules = chemblSample(kit, 20);
if (molecules === null) process.exit(0);

const began = process.cpuUsage().user;
const forms = molecules.map((smiles) => {
  const found = tautomers(kit, smiles, maximum);
  if (!found.ok) throw found.error;
  return found.value;
});
const perSecond = Math.round((1e6 * molecules.length) / (process.cpuUsage().user - began));

const script = path.join(import.meta.dirname, "../peer/rdkit_tautomers.py");
const input = molecules.map((smiles, id) => JSON.stringify({ id, smiles, forms: forms[id] })).join("\n");
const run = spawnSync(process.env.QINGHAO_PYTHON ?? "python3", [script], { input, maxBuffer: 2 ** 28 });
if (run.status !== 0) throw new Error(run.stderr.toString().slice(-500));
const answers = run.stdout
  .toString()
  .trim()
  .split("\n")
  .map(
    (line) =>
      JSON.parse(line) as {
        id: number;
        version: string;
        known: boolean[];
        canonical: boolean;
        best: string;
        complete: boolean;
      },
  );

const judged = answers.filter(({ complete }) => complete);
const others = judged.flatMap(({ id, known }) =>
  forms[id]!.slice(1).map((form, at) => ({ id, form, isKnown: known[at + 1]! })),
);
const results = {
  peer: `RDKit ${answers[0]?.version}`,
  molecules: answers.length,
  withOthers: forms.filter((list) => list.length > 1).length,
  judged: judged.length,
  judgedAre: "molecules of which RDKit enumerates all tautomers within its limits",
  formsBesideTheDrawn: others.length,
  knownToRdkit: others.filter(({ isKnown }) => isKnown).length,
  holdingRdkitsBest: judged.filter(({ canonical }) => canonical).length,
  moleculesPerCpuSecond: perSecond,
  unknownToRdkit: others.filter(({ isKnown }) => !isKnown).map(({ id, form }) => [molecules[id], form]),
  rdkitsBestMissed: judged.filter(({ canonical }) => !canonical).map(({ id, best }) => [molecules[id], best]),
};
console.log({
  ...results,
  unknownToRdkit: results.unknownToRdkit.length,
  rdkitsBestMissed: results.rdkitsBestMissed.length,
});
writeBenchReport(import.meta.dirname, results, "tautomers");
process.exit(0);
