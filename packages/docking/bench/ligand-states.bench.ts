// Protonation states at pH 7.4 of 400 ChEMBL molecules (every 25th of the shared ten thousand), here and by Dimorphite-DL.
// Writes bench/ligand-states.results.json. The peer needs a Python with dimorphite-dl: `QINGHAO_PYTHON`, else python3.
// Dimorphite-DL takes plain phenols for ionised at this pH, against their measured pKa of 10: counted apart.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import { ligandStates } from "../src/prepare/index.ts";
import { chemblSample } from "./chembl-sample.ts";

const kit = await loadChemKit();
const pH = 7.4;
const molecules = chemblSample(kit, 25);
if (molecules === null) process.exit(0);

const script = path.join(import.meta.dirname, "../peer/dimorphite_states.py");
const input = molecules.map((smiles, id) => JSON.stringify({ id: String(id), smiles, pH })).join("\n");
const run = spawnSync(process.env.QINGHAO_PYTHON ?? "python3", [script], { input, maxBuffer: 2 ** 28 });
if (run.status !== 0) throw new Error(run.stderr.toString().slice(-500));
const peers = run.stdout
  .toString()
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { id: string; version: string; states: string[] });

/** The same molecule with its phenolates as phenols. */
function withoutPhenolates(smiles: string): string {
  const changed = smiles
    .replace(/^\[O-\](?=c)/, "O")
    .replace(/(c[\d%]*)\(\[O-\]\)/g, "$1(O)")
    .replace(/(c[\d%]*)\[O-\]/g, "$1O");
  const canonical = withMolecule(kit, changed, (molecule) => molecule.smiles);
  return canonical.ok ? canonical.value : changed;
}

let same = 0;
let phenols = 0;
let compared = 0;
let others = 0;
for (const { id, states } of peers) {
  const smiles = molecules[Number(id)]!;
  const ours = ligandStates(kit, smiles, { pH });
  if (!ours.ok || states.length === 0) continue;
  compared++;
  const [first] = ours.value;
  if (states.includes(first!.smiles)) same++;
  else if (states.some((state) => withoutPhenolates(state) === first!.smiles)) phenols++;
  else others++;
}
console.log(
  `${same} of ${compared} as Dimorphite-DL, ${phenols} differ where it ionises a phenol, ${others} otherwise`,
);
writeBenchReport(
  import.meta.dirname,
  { peer: `dimorphite-dl ${peers[0]?.version}`, pH, compared, same, phenols, others },
  "ligand-states",
);
process.exit(0);
