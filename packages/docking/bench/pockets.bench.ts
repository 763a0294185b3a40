// Whether the boxes of found pockets hold the crystal ligands of the 32 shared redocking complexes, without being told of
// them. Writes bench/pockets.results.json.
import { unwrap } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { readPdbqtLigands, readPdbqtReceptor } from "../src/formats/index.ts";
import type { Box, DockingLigand } from "../src/model.ts";
import { findPockets } from "../src/prepare/index.ts";
import { hasDockingData, sharedSystems } from "./shared-complexes.ts";

if (!hasDockingData()) {
  console.log("skipped: the shared docking data is absent");
  process.exit(0);
}

/** Share of a ligand's heavy atoms inside a box. */
function shareInside({ elements, positions }: DockingLigand, { center, size }: Box): number {
  const heavy = [...elements.keys()].filter((atom) => elements[atom]! > 1);
  const inside = heavy.filter((atom) =>
    [0, 1, 2].every((axis) => Math.abs(positions[3 * atom + axis]! - center[axis]!) <= size[axis]! / 2),
  );
  return inside.length / heavy.length;
}

const rows = [...sharedSystems()]
  .filter(({ set }) => set === "redock_adgpu42")
  .map(({ id, receptor, ligands }) => {
    const open = unwrap(readPdbqtReceptor(receptor.text, id));
    const [ligand] = unwrap(readPdbqtLigands(ligands[0]!.text, id));
    const started = performance.now();
    const pockets = findPockets(open, 3);
    const milliseconds = Math.round(performance.now() - started);
    const shares = pockets.map(({ box }) => Number(shareInside(ligand!, box).toFixed(2)));
    return {
      id,
      atoms: open.atoms,
      milliseconds,
      pockets: pockets.length,
      first: shares[0] ?? 0,
      best: Math.max(0, ...shares),
    };
  });
const held = (pick: (row: (typeof rows)[number]) => number): number => rows.filter((row) => pick(row) >= 0.9).length;
const summary = {
  complexes: rows.length,
  heldByFirst: held(({ first }) => first),
  heldByFirstThree: held(({ best }) => best),
};
console.log(summary);
writeBenchReport(import.meta.dirname, { ...summary, rows }, "pockets");
