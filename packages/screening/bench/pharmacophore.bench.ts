// 2D pharmacophores in the ligand-based benchmark of Riniker & Landrum (2013) on the shared lists, beside ECFP4 and fused with it, on
// one thread; and the bits beside RDKit's, where QINGHAO_PYTHON names a Python with rdkit. Names of collections after the script take
// these only, without them DUD and MUV; `parity` takes the bits only.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import {
  benchmarkBits,
  benchmarkFingerprint,
  bitRows,
  type Evaluation,
  evaluateLists,
  fingerprintScores,
  fusedScores,
  listsOfPresent,
  meanOf,
  type TargetRows,
} from "../src/evaluation/index.ts";
import { readSmiles } from "../src/evaluation/node/benchmark-folder.ts";
import { readBenchmarkFolder } from "../src/node.ts";
import { pharmacophoreBits, pharmacophoreFingerprint } from "../src/pharmacophore/pharmacophore-fingerprint.ts";
import { measureParity } from "./pharmacophore-parity.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = path.resolve(here, "../../../../shared/datasets/vs/ligand_based");
if (!existsSync(folder)) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}
const wanted = process.argv.slice(2);
const collections = wanted.length > 0 ? wanted : ["DUD", "MUV"];
const kit = await loadChemKit();
const resultFile = path.join(here, "pharmacophore.results.json");
const parity = measureParity(kit, path.resolve(folder, "../.."), process.env.QINGHAO_PYTHON ?? "python3");
console.log(parity);
if (wanted.includes("parity")) {
  const { summary, targets } = JSON.parse(readFileSync(resultFile, "utf8")) as Record<string, unknown>;
  writeBenchReport(here, { threads: 1, parity, summary, targets }, "pharmacophore");
  process.exit(0);
}
const pharmacophoreWords = Math.ceil(pharmacophoreBits / 32);

type MoleculeSet = { present: number[]; ecfp4: TargetRows["actives"]; pharmacophore: TargetRows["actives"] };

function readMolecules(file: string): MoleculeSet {
  const present: number[] = [];
  const smiles = readSmiles(file);
  const circular = new Uint32Array((smiles.length * benchmarkBits) / 32);
  const features = new Uint32Array(smiles.length * pharmacophoreWords);
  smiles.forEach((text, row) => {
    const made = withMolecule(kit, text, (mol) => {
      circular.set(benchmarkFingerprint(mol, "ecfp4"), (present.length * benchmarkBits) / 32);
      for (const bit of pharmacophoreFingerprint(mol.graph))
        features[present.length * pharmacophoreWords + (bit >> 5)]! |= 1 << (bit & 31);
    });
    if (made.ok) present.push(row);
  });
  const rows = (words: Uint32Array, width: number) => bitRows(words.subarray(0, present.length * width), width);
  return {
    present,
    ecfp4: rows(circular, benchmarkBits / 32),
    pharmacophore: rows(features, pharmacophoreWords),
  };
}

type Result = { collection: string; target: string } & Record<"ecfp4" | "pharmacophore" | "fused", Evaluation>;
const targets: Result[] = [];
let shared: { file: string; set: MoleculeSet } | undefined;
for (const { collection, target, lists, activesFile, decoysFile } of readBenchmarkFolder(folder)) {
  if (!collections.includes(collection)) continue;
  const actives = readMolecules(activesFile);
  if (shared?.file !== decoysFile) shared = { file: decoysFile, set: readMolecules(decoysFile) };
  const decoys = shared.set;
  const queries = listsOfPresent(lists, actives.present);
  const scores = (["ecfp4", "pharmacophore"] as const).map((kind) =>
    fingerprintScores({ actives: actives[kind], decoys: decoys[kind] }, queries),
  );
  const [ecfp4, pharmacophore] = scores.map((of) => evaluateLists(of, queries));
  const fused = evaluateLists(fusedScores(scores), queries);
  targets.push({ collection, target, ecfp4: ecfp4!, pharmacophore: pharmacophore!, fused });
  console.log(
    `${collection}/${target} ecfp4 ${ecfp4!.auc.toFixed(3)} pharmacophore ${pharmacophore!.auc.toFixed(3)} fused ${fused.auc.toFixed(3)}`,
  );
  const summary = collections.map((name) => {
    const of = targets.filter((one) => one.collection === name);
    const mean = (method: "ecfp4" | "pharmacophore" | "fused") => meanOf(of.map((one) => one[method]));
    return {
      collection: name,
      targets: of.length,
      ecfp4: mean("ecfp4"),
      pharmacophore: mean("pharmacophore"),
      fused: mean("fused"),
    };
  });
  writeBenchReport(here, { threads: 1, parity, summary, targets }, "pharmacophore");
}
