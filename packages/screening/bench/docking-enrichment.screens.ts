import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Box, DockingReceptor } from "@qinghao/docking";
import { readPdbqtReceptor } from "@qinghao/docking/formats";
import { createRng, unwrap } from "@qinghao/kernel";

// The docking screens of the shared data: DUD-E's target DEF whole, and DOCKSTRING receptors with samples of DUD ligands.

const data = path.resolve(import.meta.dirname, "../../../../shared/datasets/vs");
const targets = path.join(data, "docking_targets");
/** Ligands are sampled and put in order by this seed, so that an interrupted screen is a sample as well. */
const sampleSeed = 1;
const mostActives = 100;
const mostDecoys = 900;

/** One molecule of a screen, as its file has it. */
export interface ScreenLigand {
  readonly id: string;
  readonly isActive: boolean;
  readonly format: "smiles" | "pdbqt";
  readonly text: string;
}

export interface Screen {
  readonly name: string;
  readonly receptor: DockingReceptor;
  readonly box: Box;
  readonly ligands: readonly ScreenLigand[];
}

/**
 * DUD's name of the ligands of each DOCKSTRING receptor: one of each kind of enzyme. No protease: 58 of the 64 actives of fxa cannot
 * be read (amidines with a carbon of five bonds).
 */
const dudNames: Readonly<Record<string, string>> = {
  PARP1: "parp",
  EGFR: "egfr",
  DHFR: "dhfr",
  ACHE: "ache",
  PTGS2: "cox2",
};

export const dockstringTargets = Object.keys(dudNames);

export const hasScreens = (): boolean => existsSync(targets);

/** A screen with its ligands in seeded order. `name` is DEF or one of `dockstringTargets`. */
export const readScreen = (name: string): Screen => (name === "DEF" ? readDef() : readDockstring(name));

function readDef(): Screen {
  const folder = path.join(targets, "dude_def");
  const config = JSON.parse(readFileSync(path.join(folder, "config_def.json"), "utf8")) as Record<string, number>;
  const ligands: ScreenLigand[] = [];
  for (const { name, text } of tarEntries(gunzipSync(readFileSync(path.join(folder, "ligands_pdbqt.tar.gz"))))) {
    const id = path.basename(name, ".pdbqt");
    ligands.push({ id, isActive: id.startsWith("actives"), format: "pdbqt", text });
  }
  // The archive's own order is that of some disk.
  ligands.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    name: "DEF",
    receptor: receptorOf(path.join(folder, "receptor_def.pdbqt.gz"), "DEF"),
    box: boxOf((key) => config[key]!),
    ligands: createRng(sampleSeed).shuffle(ligands),
  };
}

function readDockstring(name: string): Screen {
  const folder = path.join(targets, "dockstring");
  const conf = readFileSync(path.join(folder, `${name}_conf.txt`), "utf8");
  const rng = createRng(sampleSeed);
  const actives = rng.shuffle(readDud(dudNames[name]!, true)).slice(0, mostActives);
  const decoys = rng.shuffle(readDud(dudNames[name]!, false)).slice(0, mostDecoys);
  return {
    name,
    receptor: receptorOf(path.join(folder, `${name}_target.pdbqt.gz`), name),
    box: boxOf((key) => Number(new RegExp(`^${key}\\s*=\\s*(\\S+)`, "m").exec(conf)?.[1])),
    ligands: rng.shuffle([...actives, ...decoys]),
  };
}

function readDud(name: string, isActive: boolean): ScreenLigand[] {
  const file = path.join(data, "ligand_based", "DUD", `${name}_${isActive ? "actives" : "decoys"}.tsv.gz`);
  const [header, ...rows] = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split(/\r?\n/);
  const columns = header!.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (column: string) => cells[columns.indexOf(column)]!;
    return { id: cell("ID"), isActive, format: "smiles", text: cell("SMILES") };
  });
}

const receptorOf = (file: string, name: string): DockingReceptor =>
  unwrap(readPdbqtReceptor(gunzipSync(readFileSync(file)).toString("utf8"), name));

const boxOf = (value: (key: string) => number): Box => ({
  center: [value("center_x"), value("center_y"), value("center_z")],
  size: [value("size_x"), value("size_y"), value("size_z")],
});

/** The plain files of a tar archive with short names (ustar). */
function* tarEntries(bytes: Buffer): Generator<{ name: string; text: string }> {
  const field = (at: number, length: number) => bytes.toString("latin1", at, at + length).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const kind = field(at + 156, 1);
    if (kind === "" || kind === "0")
      yield { name: field(at, 100), text: bytes.toString("utf8", at + 512, at + 512 + size) };
    at += 512 + 512 * Math.ceil(size / 512);
  }
}
