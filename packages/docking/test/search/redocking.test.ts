import { expect, it } from "vitest";
import { hasDockingData, readShared } from "../../bench/shared-complexes.ts";
import { readPdbqtLigands, readPdbqtReceptor } from "../../src/formats/index.ts";
import { type DockingLigand, notScored } from "../../src/index.ts";
import { wasmDocking } from "../../src/node.ts";

if (!hasDockingData()) console.log("Redocking is left out: the shared docking data is not here.");

const folder = (name: string) => ["redock_adgpu42", name] as const;

function ligandOf(name: string, file: string): DockingLigand {
  const read = readPdbqtLigands(readShared(...folder(name), file), name);
  if (!read.ok) throw read.error;
  return read.value[0]!;
}

// Scores of AutoDock Vina 1.2.7 at exhaustiveness 8, seed 1, in the same boxes.
it.skipIf(!hasDockingData()).each([
  ["1lrh", -7.86],
  ["1n46", -12.62],
  ["1k3u", -9.98],
])("finds the crystal pose of %s and a score like AutoDock Vina's", async (name, vinaScore) => {
  const crystal = ligandOf(name, "ligand_xray.pdbqt");
  const receptor = readPdbqtReceptor(readShared(...folder(name), "protein.pdbqt.gz"), name);
  if (!receptor.ok) throw receptor.error;
  const heavy = Array.from(crystal.kinds.keys()).filter((atom) => crystal.kinds[atom] !== notScored);
  const middle = [0, 1, 2].map((axis) => {
    const places = heavy.map((atom) => crystal.positions[3 * atom + axis]!);
    return (Math.min(...places) + Math.max(...places)) / 2;
  }) as [number, number, number];
  const docking = await wasmDocking({ threads: 1 }).open(receptor.value, { center: middle, size: [22.5, 22.5, 22.5] });
  try {
    const settings = { exhaustiveness: 8, poses: 9, seed: 1, minimumRmsd: 1, energyRange: 3 };
    const start = ligandOf(name, "ligand_random_start.pdbqt");
    for await (const { poses } of docking.dock([start], settings)) {
      const best = poses[0]!;
      expect(best.score).toBeLessThan(vinaScore + 0.05);
      expect(best.score).toBeGreaterThan(vinaScore - 0.3);
      // The shape of what is bound: without regard to symmetry, the middle of the ligand lies where it does in the
      // crystal.
      for (let axis = 0; axis < 3; axis++) {
        const mean = (of: Float64Array) => heavy.reduce((sum, atom) => sum + of[3 * atom + axis]!, 0) / heavy.length;
        expect(Math.abs(mean(best.positions) - mean(crystal.positions))).toBeLessThan(1);
      }
    }
  } finally {
    await docking.close();
  }
});
