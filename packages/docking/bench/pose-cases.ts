import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createRng, type Rng } from "@qinghao/kernel";
import { dockingData, molblocks, readShared, sharedSystems } from "./shared-complexes.ts";

/** One set of poses of one ligand, written out for another program to read. */
export type PoseCase = {
  readonly id: string;
  /** Files; null where there is none. */
  readonly poses: string;
  readonly protein: string | null;
  readonly reference: string | null;
  /** Whether contacts are compared: the receptor has all its hydrogens. */
  readonly contacts: boolean;
  readonly strain: boolean;
};

/** Ligands taken of each receptor of a series. */
const PER_SERIES = 1;

/** Writes crystal poses, published wrong poses and spoilt copies of crystal poses into a folder. */
export function writePoseCases(folder: string): PoseCase[] {
  mkdirSync(folder, { recursive: true });
  const rng = createRng(20);
  return [...examples(folder), ...series(folder, rng)];
}

/** The complexes that PoseBusters is tested with, among them wrong poses that other programs made. */
function examples(folder: string): PoseCase[] {
  const set = "posebusters_examples";
  const root = path.join(dockingData, set);
  const cases: PoseCase[] = [];
  for (const id of readdirSync(root)) {
    const names = readdirSync(path.join(root, id));
    const named = (pattern: RegExp) => {
      const name = names.find((candidate) => pattern.test(candidate));
      return name === undefined ? null : write(folder, name.replace(/\.gz$/, ""), readShared(set, id, name));
    };
    const protein = named(/_(protein|no_ligand).*\.pdb/);
    const reference = named(/_(ligands|crystal)\.sdf$/);
    for (const pattern of [/_ligand\.sdf$/, /_tankbind\.sdf/, /_gold_redock\.sdf/]) {
      const name = names.find((candidate) => pattern.test(candidate));
      if (name === undefined) continue;
      const text = readShared(set, id, name);
      const poses = write(
        folder,
        name.replace(/\.gz$/, ""),
        text.includes("$$$$") ? text : `${text.trimEnd()}\n$$$$\n`,
      );
      cases.push({
        id: `${id} ${name}`,
        poses,
        protein,
        reference: protein === null ? null : reference,
        contacts: false,
        strain: false,
      });
    }
  }
  return cases;
}

/** Receptors with all hydrogens and their ligands; each ligand again with noise, moved and as its mirror image. */
function series(folder: string, rng: Rng): PoseCase[] {
  const cases: PoseCase[] = [];
  for (const { id, protein: text, ligands } of [...tutorials(), ...affinitySeries()]) {
    const protein = write(folder, `${id}.pdb`, text);
    for (const [index, molblock] of ligands.slice(0, PER_SERIES).entries()) {
      const name = `${id}_${index + 1}`;
      const reference = write(folder, `${name}.sdf`, `${molblock}$$$$\n`);
      const spoilt = spoiltCopies(molblock, rng).map((copy) => `${copy}$$$$\n`);
      const bad = write(folder, `${name}_spoilt.sdf`, spoilt.join(""));
      cases.push({ id: name, poses: reference, protein, reference: null, contacts: true, strain: cases.length < 14 });
      cases.push({ id: `${name} spoilt`, poses: bad, protein, reference, contacts: false, strain: false });
    }
  }
  return cases;
}

type System = { readonly id: string; readonly protein: string; readonly ligands: readonly string[] };

function tutorials(): System[] {
  const set = "vina_examples";
  const known = [
    ["1iep", "1iep_ligand"],
    ["1uw6", "1uw6_ligand"],
    ["5x72", "5x72_ligand_p59", "5x72_ligand_p69"],
  ] as const;
  return known.map(([id, ...names]) => ({
    id,
    protein: readShared(set, id, `${id}_receptorH.pdb.gz`),
    ligands: names.flatMap((name) => molblocks(readShared(set, id, `${name}.sdf`)).map(({ text }) => text)),
  }));
}

const affinitySeries = (): System[] =>
  [...sharedSystems()]
    .filter(({ set }) => set.startsWith("affinity"))
    .map(({ id, receptor, ligands }) => ({ id, protein: receptor.text, ligands: ligands.map(({ text }) => text) }));

type Place = readonly [number, number, number];

function spoiltCopies(molblock: string, rng: Rng): string[] {
  const gauss = () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  const noise = (size: number) =>
    moved(molblock, ([x, y, z]) => [x + size * gauss(), y + size * gauss(), z + size * gauss()]);
  const shift = (size: number) => {
    const way = [gauss(), gauss(), gauss()] as const;
    const by = size / Math.hypot(...way);
    return moved(molblock, ([x, y, z]) => [x + by * way[0], y + by * way[1], z + by * way[2]]);
  };
  const centre = centreOf(molblock);
  const mirrored = moved(molblock, ([x, y, z]) => [2 * centre - x, y, z]);
  return [noise(0.05), noise(0.12), noise(0.2), noise(0.4), shift(0.7), shift(1.5), shift(4), shift(12), mirrored];
}

/** The same molblock with its atoms elsewhere. */
function moved(molblock: string, move: (place: Place) => Place): string {
  const lines = molblock.split("\n");
  const atoms = Number(lines[3]!.slice(0, 3));
  for (let i = 4; i < 4 + atoms; i++) {
    const line = lines[i]!;
    const place = [0, 10, 20].map((at) => Number(line.slice(at, at + 10))) as [number, number, number];
    lines[i] =
      move(place)
        .map((value) => value.toFixed(4).padStart(10))
        .join("") + line.slice(30);
  }
  return lines.join("\n");
}

function centreOf(molblock: string): number {
  const lines = molblock.split("\n");
  const atoms = lines.slice(4, 4 + Number(lines[3]!.slice(0, 3)));
  return atoms.reduce((sum, line) => sum + Number(line.slice(0, 10)), 0) / atoms.length;
}

function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) writeFileSync(file, text);
  return file;
}
