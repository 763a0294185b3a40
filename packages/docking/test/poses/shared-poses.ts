import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type ChemKit, readRecords } from "@qinghao/chemistry";
import { type PoseMolecule, readPose } from "../../src/poses/index.ts";

/** The shared docking data beside the repository. */
const root = path.join(import.meta.dirname, "../../../../../shared/datasets/docking");

export const hasSharedPoses = existsSync(root);
if (!hasSharedPoses) console.log("tests on shared complexes are skipped: ../shared/datasets/docking is not here");

export function readText(...parts: string[]): string {
  const bytes = readFileSync(path.join(root, ...parts));
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Every pose of an SDF file. */
export async function posesOf(kit: ChemKit, sdf: string): Promise<PoseMolecule[]> {
  async function* bytes() {
    yield new TextEncoder().encode(sdf);
  }
  const poses: PoseMolecule[] = [];
  for await (const record of readRecords(bytes(), { fileName: "poses.sdf" })) {
    if (!record.ok) throw record.error;
    const pose = readPose(kit, record.text);
    if (!pose.ok) throw pose.error;
    poses.push(pose.value);
  }
  return poses;
}

/** A molblock of heavy atoms: symbol and place of each, then bonds as first, last (from 1), order. */
export function molblockOf(
  atoms: readonly (readonly [string, number, number, number])[],
  bonds: readonly (readonly number[])[],
): string {
  const count = (value: number) => String(value).padStart(3);
  return [
    "pose",
    "  Qinghao          3D",
    "",
    `${count(atoms.length)}${count(bonds.length)}  0  0  0  0  0  0  0  0999 V2000`,
    ...atoms.map(([symbol, ...place]) => {
      const numbers = place.map((value) => value.toFixed(4).padStart(10)).join("");
      return `${numbers} ${symbol.padEnd(3)} 0  0  0  0  0  0  0  0  0  0  0  0`;
    }),
    ...bonds.map((bond) => `${bond.map(count).join("")}  0`),
    "M  END",
    "",
  ].join("\n");
}

/** A ring in the xy plane around the origin, Å from its middle. */
export const ringOf = (symbols: readonly string[], radius: number): [string, number, number, number][] =>
  symbols.map((symbol, i) => {
    const turn = (2 * Math.PI * i) / symbols.length;
    return [symbol, radius * Math.cos(turn), radius * Math.sin(turn), 0];
  });

export const benzeneBonds = [0, 1, 2, 3, 4, 5].map((i) => [i + 1, ((i + 1) % 6) + 1, i % 2 === 0 ? 2 : 1]);
