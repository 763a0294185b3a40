import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ChemKit, readRecords } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import { loadConformerKernel } from "../src/conformers/node.ts";
import { readPdb } from "../src/formats/index.ts";
import * as poses from "../src/poses/index.ts";
import { type PoseCase, writePoseCases } from "./pose-cases.ts";
import { hasDockingData } from "./shared-complexes.ts";

// Agreement of the pose checks, RMSD, buried surface and contacts with PoseBusters, spyrmsd, RDKit and ProLIF, pose by
// pose, on the shared complexes and on spoilt copies of their ligands; and the rate of each beside the peer's. The peers
// take minutes: QINGHAO_BENCH_POSES_PEER names a file with what poses_peer.py printed of the same cases earlier.

if (!hasDockingData()) {
  console.log("skipped: ../shared/datasets/docking is not here");
  process.exit(0);
}

type Cell = boolean | number | string | null;
type Failed = { id: string; failed: string };
type PeerCase = {
  id: string;
  seconds: number;
  busted: Record<string, Cell>[];
  strain: Record<string, Cell>[] | null;
  rmsd: ({ spyrmsd: number | null; spyrmsdAligned: number | null } | null)[];
  contacts: string[][] | null;
  surface: { free: number; bound: number }[] | null;
};

/** The peer's name of a check where it differs from ours. */
const peerNames: Readonly<Record<string, string>> = {
  non_aromatic_ring_non_flatness: "non-aromatic_ring_non-flatness",
  protein_ligand_maximum_distance: "protein-ligand_maximum_distance",
  rmsd_within_2: "rmsd_≤_2å",
};

type Counts = { both: number; oursOnly: number; peersOnly: number };
const emptyCounts = (): Counts => ({ both: 0, oursOnly: 0, peersOnly: 0 });

const folder = mkdtempSync(path.join(tmpdir(), "qinghao-poses-"));
try {
  const cases = writePoseCases(folder);
  const peer = askPeer(folder, cases);
  const report = { versions: peer.versions, ...(await compare(cases, peer.cases)) };
  console.log(JSON.stringify(report, null, 1));
  writeBenchReport(import.meta.dirname, report, "poses");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function askPeer(where: string, cases: readonly PoseCase[]): { versions: unknown; cases: (PeerCase | Failed)[] } {
  const earlier = process.env.QINGHAO_BENCH_POSES_PEER;
  if (earlier !== undefined) return JSON.parse(readFileSync(earlier, "utf8"));
  const file = path.join(where, "cases.json");
  writeFileSync(file, JSON.stringify(cases));
  const python = process.env.QINGHAO_PYTHON ?? "python3";
  const program = path.join(import.meta.dirname, "poses_peer.py");
  const output = execFileSync(python, [program, file], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output);
}

async function compare(cases: readonly PoseCase[], peers: readonly (PeerCase | Failed)[]) {
  const kit = await loadChemKit();
  const checks = new Map<string, { compared: number; agree: number; peerFails: number; oursFails: number }>();
  const contacts = new Map<string, Counts>();
  const rmsd = { compared: 0, largestDifference: 0, largestDifferenceAligned: 0 };
  const surface = { compared: 0, meanDifferenceOfFraction: 0, largestDifferenceOfFraction: 0 };
  const strain = { compared: 0, agree: 0, largestShareOfEnergy: 0, largestShareOfRatio: 0 };
  const gauge = new poses.StrainGauge(kit, await loadConformerKernel());
  const peerFailed: string[] = [];
  const disagreements: string[] = [];
  let count = 0;
  let seconds = 0;
  for (const [index, one] of cases.entries()) {
    const theirs = peers[index]!;
    if ("failed" in theirs) {
      peerFailed.push(`${theirs.id}: ${theirs.failed}`);
      continue;
    }
    const read = await readPoses(kit, one.poses);
    const references = one.reference === null ? [] : await readPoses(kit, one.reference);
    const surroundings = one.protein === null ? null : wholeReceptor(one.protein);
    const finder = surroundings === null ? null : new poses.InteractionFinder(surroundings);
    for (const [i, pose] of read.entries()) {
      const started = process.cpuUsage();
      const { outcomes } = poses.checkPose({ pose, surroundings, references });
      const used = process.cpuUsage(started);
      seconds += (used.user + used.system) / 1e6;
      count++;
      for (const [id, { passes, value }] of outcomes) {
        const theirAnswer = theirs.busted[i]?.[peerNames[id] ?? id];
        if (typeof theirAnswer !== "boolean" || passes === null) continue;
        const known = checks.get(id) ?? { compared: 0, agree: 0, peerFails: 0, oursFails: 0 };
        known.compared++;
        if (theirAnswer === passes) known.agree++;
        else disagreements.push(`${one.id} pose ${i + 1}: ${id} ${passes ? "passes" : "fails"} here (${value})`);
        if (!theirAnswer) known.peerFails++;
        if (!passes) known.oursFails++;
        checks.set(id, known);
      }
      const known = theirs.rmsd[i];
      if (known !== null && known !== undefined && known.spyrmsd !== null && known.spyrmsdAligned !== null) {
        const [plain, aligned] = [poses.symmetricRmsd(pose, references[0]!), poses.alignedRmsd(pose, references[0]!)];
        rmsd.compared++;
        rmsd.largestDifference = Math.max(rmsd.largestDifference, Math.abs(plain!.rmsd - known.spyrmsd));
        rmsd.largestDifferenceAligned = Math.max(
          rmsd.largestDifferenceAligned,
          Math.abs(aligned!.rmsd - known.spyrmsdAligned),
        );
      }
      const energy = theirs.strain?.[i];
      if (energy !== undefined && typeof energy.energy_ratio === "number") {
        const own = gauge.measure(pose);
        if (own === null) disagreements.push(`${one.id}: no strain here`);
        else {
          strain.compared++;
          if (own.ratio <= 100 === energy.internal_energy) strain.agree++;
          const off = Math.abs(own.energy / Number(energy.mol_pred_energy) - 1);
          strain.largestShareOfEnergy = Math.max(strain.largestShareOfEnergy, off);
          strain.largestShareOfRatio = Math.max(
            strain.largestShareOfRatio,
            Math.abs(own.ratio / energy.energy_ratio - 1),
          );
        }
      }
      const area = theirs.surface?.[i];
      if (surroundings !== null && area !== undefined && !one.id.endsWith("spoilt")) {
        const difference = Math.abs(poses.buriedSurface(pose, surroundings).fraction - (1 - area.bound / area.free));
        surface.compared++;
        surface.meanDifferenceOfFraction += difference;
        surface.largestDifferenceOfFraction = Math.max(surface.largestDifferenceOfFraction, difference);
      }
      const found = theirs.contacts?.[i];
      if (finder !== null && found !== undefined)
        tally(contacts, poses.interactionFingerprint(finder.find(pose)), found);
    }
  }
  surface.meanDifferenceOfFraction /= Math.max(1, surface.compared);
  return {
    poses: count,
    checks: Object.fromEntries(checks),
    disagreements,
    peerFailed,
    strain,
    rmsd,
    surface,
    contacts: Object.fromEntries([...contacts].map(([kind, counts]) => [kind, { ...counts, ...shares(counts) }])),
    posesPerCpuSecond: {
      ours: count / seconds,
      posebusters: count / peers.reduce((sum, one) => sum + ("failed" in one ? 0 : one.seconds), 0),
    },
  };
}

/** Contacts by kind and role; ProLIF writes residues as `ASP381.A`. */
function tally(contacts: Map<string, Counts>, ours: ReadonlySet<string>, found: readonly string[]): void {
  const theirs = new Set(
    found.map((word) =>
      word.replace(
        /^([A-Z0-9]+?)(-?\d+)(?:\.(\w*))?(?= )/,
        (_, name, number, chain) => `${chain ?? ""}:${name}${number}`,
      ),
    ),
  );
  for (const word of new Set([...ours, ...theirs])) {
    const kind = word.split(" ").slice(1).join(" ");
    const counts = contacts.get(kind) ?? emptyCounts();
    if (ours.has(word) && theirs.has(word)) counts.both++;
    else if (ours.has(word)) counts.oursOnly++;
    else counts.peersOnly++;
    contacts.set(kind, counts);
  }
}

function shares({ both, oursOnly, peersOnly }: Counts) {
  return {
    precision: both + oursOnly === 0 ? null : both / (both + oursOnly),
    recall: both + peersOnly === 0 ? null : both / (both + peersOnly),
  };
}

async function readPoses(kit: ChemKit, file: string): Promise<poses.PoseMolecule[]> {
  const found: poses.PoseMolecule[] = [];
  const bytes = readFileSync(file);
  for await (const record of readRecords(once(bytes), { fileName: "poses.sdf" })) {
    if (!record.ok) throw record.error;
    const pose = poses.readPose(kit, record.text);
    if (!pose.ok) throw pose.error;
    found.push(pose.value);
  }
  return found;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** A receptor as its file has it, nothing left out or added, since the peers see it so. */
function wholeReceptor(file: string): poses.Surroundings {
  const structure = readPdb(readFileSync(file, "utf8"), file);
  if (!structure.ok) throw structure.error;
  const atoms = structure.value.atoms.filter(({ alternate }) => alternate === "" || alternate === "A");
  return poses.openSurroundings({
    elements: Uint8Array.from(atoms, ({ atomicNumber }) => atomicNumber),
    positions: Float64Array.from(atoms.flatMap(({ position }) => position)),
    labels: atoms.map(({ chain, residue, number, insertion, name }) => ({ chain, residue, number, insertion, name })),
  });
}
