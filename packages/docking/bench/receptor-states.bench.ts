// Protonation states at pH 7.4 of the shared structures without hydrogens, here and by PDB2PQR with PROPKA.
// Writes bench/receptor-states.results.json. The peer needs a Python with pdb2pqr: `QINGHAO_PYTHON`, else python3.
// A histidine whose surroundings decide nothing is HIE here, the tautomer that free histidine prefers, and HID there.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { unwrap } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { readPdb } from "../src/formats/index.ts";
import { prepareReceptor } from "../src/prepare/index.ts";
import { hasDockingData, readShared } from "./shared-complexes.ts";

if (!hasDockingData()) {
  console.log("skipped: the shared docking data is absent");
  process.exit(0);
}
const pH = 7.4;
const structures = [
  { id: "3rod", file: ["gnina_test", "3rod_rec.pdb.gz"] },
  { id: "1G9V", file: ["posebusters_examples", "1G9V_RQ3", "1G9V_RQ3_protein.pdb.gz"] },
  { id: "1IA1", file: ["posebusters_examples", "1IA1_TQ3", "1IA1_TQ3_no_ligand_no_solvent.pdb.gz"] },
  { id: "1s3v", file: ["posebusters_examples", "1s3v", "1s3v_protein_one_lig_removed.pdb.gz"] },
].map(({ id, file }) => ({ id, text: readShared(...file) }));

const proteinOnly = (text: string): string =>
  `${text
    .split("\n")
    .filter((line) => line.startsWith("ATOM"))
    .join("\n")}\n`;
const input = structures.map(({ id, text }) => JSON.stringify({ id, pdb: proteinOnly(text), pH })).join("\n");
const script = path.join(import.meta.dirname, "../peer/pdb2pqr_states.py");
const run = spawnSync(process.env.QINGHAO_PYTHON ?? "python3", [script], { input, maxBuffer: 2 ** 28 });
if (run.status !== 0) throw new Error(run.stderr.toString().slice(-500));
type Answer = { id: string; version: string; states: Record<string, string> };
const answers = run.stdout
  .toString()
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Answer);

const rows = answers.flatMap(({ id, states }) => {
  const { text } = structures.find((structure) => structure.id === id)!;
  const { report } = unwrap(prepareReceptor(unwrap(readPdb(proteinOnly(text), id)), { pH }));
  return report.protonation.flatMap(({ residue, state, reason }) => {
    const theirs = states[residue.replace(/:[A-Z]{3}/, ":")];
    return theirs === undefined ? [] : [{ structure: id, residue, state, reason, theirs }];
  });
});
const isHistidine = ({ residue }: (typeof rows)[number]): boolean => residue.includes(":HIS");
const count = (of: typeof rows) => ({
  residues: of.length,
  same: of.filter(({ state, theirs }) => state === theirs).length,
});
const groups = {
  acidsAndBases: count(rows.filter((row) => !isHistidine(row))),
  histidinesDecidedBySurroundings: count(rows.filter((row) => isHistidine(row) && row.reason !== "ph")),
  histidinesByDefault: count(rows.filter((row) => isHistidine(row) && row.reason === "ph")),
};
console.log(groups);
const differences = rows.filter(({ state, theirs }) => state !== theirs);
writeBenchReport(
  import.meta.dirname,
  { peer: `pdb2pqr ${answers[0]?.version}`, pH, groups, differences },
  "receptor-states",
);
