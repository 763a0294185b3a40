// Predictions per second for both endpoints with interval, domain and neighbours, from SMILES; and which stage limits.
// Writes bench/predictions.results.json.
import { cpus, loadavg } from "node:os";
import { withMolecule, withStandardMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { openBackend } from "@qinghao/compute/node";
import { writeBenchReport } from "@qinghao/testing";
import { graphDescriptors } from "../src/featurize/descriptors.ts";
import { type Features, featurise } from "../src/featurize/featurise.ts";
import { toMolGraph } from "../src/featurize/mol-graph.ts";
import { endpointIds } from "../src/index.ts";
import { applyScaling } from "../src/kernel-machine/scaling.ts";
import { evaluate, toMatrix } from "../src/model/evaluate.ts";
import { createPredictor, openModelsFromFolder } from "../src/node.ts";
import { weightsDir } from "../test/weights.ts";

const kit = await loadChemKit();
const models = await openModelsFromFolder(weightsDir);
// Drug-like structures of the lipophilicity set (mean about 27 heavy atoms), each once.
const smiles = [...new Set(models.get("lipophilicity").parts.training.smiles)].slice(0, 3000);

type Rate = { perSecond: number; perCpuSecond: number };
async function rate(count: number, work: () => unknown): Promise<Rate> {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: (1000 * count) / (performance.now() - started), perCpuSecond: (1e6 * count) / (user + system) };
}
const show = (name: string, { perSecond, perCpuSecond }: Rate): void =>
  console.log(
    `  ${name.padEnd(44)} ${Math.round(perSecond).toLocaleString("en").padStart(9)}/s  ${Math.round(perCpuSecond).toLocaleString("en").padStart(9)} per CPU second`,
  );

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; ${smiles.length} molecules, both endpoints`,
);
const throughput = [];
for (const threads of [1, 2]) {
  const started = performance.now();
  const predictor = await createPredictor({ weightsDir, threads, backend: "auto" });
  const ready = performance.now() - started;
  const items = smiles.map((one, i) => ({ id: String(i), smiles: one }));
  const cold = await rate(500, () => predictor.predictBatch(items.slice(0, 500)));
  const warm = await rate(items.length, () => predictor.predictBatch(items));
  const { device } = predictor.record();
  console.log(`${threads} thread${threads > 1 ? "s" : ""}, ${device}: ready in ${(ready / 1000).toFixed(1)} s`);
  show("first 500", cold);
  show("warm", warm);
  throughput.push({ threads, device, readyMs: ready, cold, warm });
  await predictor.close();
}

console.log("stages, one thread:");
const part = smiles.slice(0, 1000);
const backend = await openBackend("auto");
const molecules: Features[] = part.flatMap((one) => {
  const features = featurise(kit, one);
  return features.ok ? [features.value] : [];
});
const matrix = toMatrix(molecules.map((one) => one.descriptors));
const perEndpoint = endpointIds.map((id) => models.get(id));
for (const model of perEndpoint) await evaluate(model, backend, molecules.slice(0, 300));
/** Runs `work` for every item and keeps no result. */
const each = <T>(items: readonly T[], work: (item: T) => unknown): void => {
  for (const item of items) work(item);
};
const stages: Record<string, () => unknown> = {
  "parse (RDKit)": () => each(part, (one) => withMolecule(kit, one, () => 0)),
  "parse and standardise": () => each(part, (one) => withStandardMolecule(kit, one, () => 0)),
  "parse, standardise, graph": () =>
    each(part, (one) => withStandardMolecule(kit, one, (mol) => toMolGraph(mol.graph))),
  "featurise (all of the above, fingerprint, descriptors)": () => each(part, (one) => featurise(kit, one)),
  "descriptors alone": () => each(molecules, (one) => graphDescriptors(one.graph)),
  "kernel machines": async () => {
    for (const model of perEndpoint)
      await (await model.kernelOn(backend)).run(applyScaling(model.parts.scaling, matrix), matrix.rows);
  },
  "boosted trees": () => each(perEndpoint, (model) => each(model.boosting, (score) => score(matrix))),
  "nearest neighbours": () =>
    each(perEndpoint, (model) => each(molecules, (one) => model.neighbours.nearest(one.bits, 5))),
  "all after featurising": async () => {
    for (const model of perEndpoint) await evaluate(model, backend, molecules);
  },
};
const breakdown: Record<string, Rate> = {};
for (const [name, work] of Object.entries(stages)) {
  breakdown[name] = await rate(part.length, work);
  show(name, breakdown[name]);
}
writeBenchReport(import.meta.dirname, { molecules: smiles.length, throughput, stages: breakdown }, "predictions");
process.exit(0);
