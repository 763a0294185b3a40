// Chemistry per CPU second and core beside Python RDKit of the same release (`QINGHAO_PYTHON` names one); writes
// bench/results.json.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBenchReport } from "@qinghao/testing";
import {
  descriptors,
  type MolView,
  morganCounts,
  morganFingerprint,
  openMolecule,
  rdkitDescriptors,
  standardise,
  withStandardMolecule,
} from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";
import { librarySample } from "../test/library.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** About 2,000 molecules, spread evenly over the library. */
const molecules = librarySample(137) ?? [];
if (molecules.length === 0) process.exit(0);
const kit = await loadChemKit();
const options = { radius: 2, bits: 2048 };

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** Median of three passes; `prepare` is not timed. */
function rate<T>(items: T[], run: (item: T) => void): number {
  const passes = [1, 2, 3].map(() => {
    const start = cpuSeconds();
    for (const item of items) run(item);
    return items.length / (cpuSeconds() - start);
  });
  return Math.round(passes.sort((a, b) => a - b)[1]!);
}
/** As `rate`, over molecules that are already parsed. */
function rateParsed(run: (mol: MolView) => void): number {
  const passes = [1, 2, 3].map(() => {
    const views = molecules.flatMap((text) => {
      const parsed = openMolecule(kit, text);
      return parsed.ok ? [parsed.value] : [];
    });
    const start = cpuSeconds();
    for (const view of views) run(view);
    const seconds = cpuSeconds() - start;
    for (const view of views) view.close();
    return views.length / seconds;
  });
  return Math.round(passes.sort((a, b) => a - b)[1]!);
}

for (const text of molecules.slice(0, 300)) standardise(kit, text);
const ours = {
  parse: rate(molecules, (text) => {
    const parsed = openMolecule(kit, text);
    if (parsed.ok) parsed.value.close();
  }),
  standardise: rate(molecules, (text) => withStandardMolecule(kit, text, (mol) => mol.smiles)),
  "parse + standardise + InChIKey + SMILES": rate(molecules, (text) => standardise(kit, text)),
  "parse + standardise + counts + 43 descriptors": rate(molecules, (text) =>
    withStandardMolecule(kit, text, (mol) => [morganCounts(mol, options), descriptors(mol)]),
  ),
  InChIKey: rateParsed((mol) => mol.inchikey),
  "canonical SMILES": rateParsed((mol) => mol.smiles),
  graph: rateParsed((mol) => mol.graph),
  "Morgan bits": rateParsed((mol) => morganFingerprint(mol, options)),
  "Morgan counts": rateParsed((mol) => morganCounts(mol, options)),
  "43 descriptors": rateParsed((mol) => descriptors(mol)),
  "43 descriptors by RDKit-JS": rateParsed((mol) => rdkitDescriptors(mol)),
};
console.table(ours);

type Peer = { tool: string; molecules: number; perCpuSecond: Record<string, number>; sameParents: number };
const peer = runPeer();
console.log(peer);

const report = {
  molecules: molecules.length,
  ours: { tool: `RDKit-JS ${kit.version} and this package`, perCpuSecond: ours },
  peer,
};
writeBenchReport(here, report);

function runPeer(): Peer | { skipped: string } {
  const python = process.env.QINGHAO_PYTHON;
  if (python === undefined) return { skipped: "QINGHAO_PYTHON is not set" };
  const folder = mkdtempSync(join(tmpdir(), "qinghao-bench-"));
  try {
    writeFileSync(join(folder, "molecules.smi"), molecules.join("\n"));
    const args = [join(here, "peer.py"), join(folder, "molecules.smi"), join(folder, "parents.tsv")];
    const report = JSON.parse(execFileSync(python, args, { maxBuffer: 1 << 26 }).toString()) as Omit<
      Peer,
      "sameParents"
    >;
    const parents = readFileSync(join(folder, "parents.tsv"), "utf8").trim().split("\n");
    const same = parents.filter((line) => {
      const [input, parent] = line.split("\t");
      const made = withStandardMolecule(kit, input!, (mol) => mol.smiles);
      return made.ok && made.value === parent;
    });
    return { ...report, sameParents: same.length / parents.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
