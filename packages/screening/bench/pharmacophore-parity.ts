import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type ChemKit, moleculeGraph, withMolecule } from "@qinghao/chemistry";
import { pharmacophoreFingerprint } from "../src/pharmacophore/pharmacophore-fingerprint.ts";
import { librarySmiles } from "./shape-overlays.ts";

const moleculeCount = 600;
const repeats = 3;

/** Library molecules in whose bits we and RDKit agree, and what each takes of a molecule that is read already. */
export function measureParity(kit: ChemKit, datasets: string, python: string) {
  const smiles = librarySmiles(path.join(datasets, "libraries/screening_library.tsv.gz"), moleculeCount);
  const graphs = smiles.flatMap((text) => {
    const read = withMolecule(kit, text, moleculeGraph);
    return read.ok ? [{ text, graph: read.value }] : [];
  });
  let bits: Uint16Array[] = [];
  const rates: number[] = [];
  // Once more than counted: the first compiles.
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const before = process.cpuUsage();
    bits = graphs.map(({ graph }) => pharmacophoreFingerprint(graph));
    const { user, system } = process.cpuUsage(before);
    if (repeat > 0) rates.push((user + system) / 1000 / graphs.length);
  }
  const ours = { msPerMolecule: rates.toSorted((a, b) => a - b)[rates.length >> 1]! };
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-pharmacophore-"));
  try {
    const file = path.join(folder, "molecules.smi");
    writeFileSync(file, `${graphs.map(({ text }) => text).join("\n")}\n`);
    const program = path.join(fileURLToPath(new URL(".", import.meta.url)), "pharmacophore_peer.py");
    const out = execFileSync(python, [program, file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const { digests, ...rdkit } = JSON.parse(out) as { release: string; msPerMolecule: number; digests: string[] };
    const same = bits.filter((of, at) => createHash("sha256").update(of.join()).digest("hex") === digests[at]).length;
    return { molecules: graphs.length, same, ours, rdkit };
  } catch {
    return { molecules: graphs.length, ours, rdkit: { skipped: `${python} has no rdkit` } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
