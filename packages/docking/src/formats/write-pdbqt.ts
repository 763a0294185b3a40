import type { DockingReceptor, ReceptorAtom } from "../model.ts";
import { atomKinds } from "../scoring/kinds.ts";
import { pointGrid } from "../scoring/point-grid.ts";
import { elementSymbols } from "./elements.ts";

/** Reach of a bond to a polar hydrogen, the longest being that of sulphur. */
const polarBondAngstrom = 1.5;

/**
 * PDBQT of a rigid receptor, with AutoDock types that give each atom its kind and charges of zero, which the Vina
 * function does not look at. Residue numbers above 9,999 and serial numbers above 99,999 are cut as PDB writers do.
 */
export function writePdbqtReceptor(receptor: DockingReceptor): string {
  const lines: string[] = [];
  const polar = polarHydrogens(receptor);
  for (let i = 0; i < receptor.atoms; i++) {
    const type = polar.has(i) ? "HD" : autodockTypeName(receptor, i);
    lines.push(pdbqtLine(i + 1, receptor.labels[i]!, receptor.positions.subarray(3 * i, 3 * i + 3), type));
  }
  return `${lines.join("\n")}\n`;
}

function pdbqtLine(serial: number, label: ReceptorAtom, [x, y, z]: Float64Array, type: string): string {
  const name = label.name.length > 3 ? label.name.slice(0, 4) : ` ${label.name}`.padEnd(4);
  const residue = label.residue.slice(0, 3).padStart(3);
  const number = String(label.number % 10_000).padStart(4);
  const place = [x!, y!, z!].map((value) => value.toFixed(3).padStart(8)).join("");
  const head = `ATOM  ${String(serial % 100_000).padStart(5)} ${name} ${residue} ${label.chain.slice(0, 1) || " "}${number}${label.insertion.slice(0, 1) || " "}`;
  return `${head}   ${place}  1.00  0.00     0.000 ${type}`;
}

function autodockTypeName({ elements, kinds }: DockingReceptor, atom: number): string {
  const atomicNumber = elements[atom]!;
  if (atomicNumber === 1) return "H";
  const isAcceptor = atomKinds[kinds[atom]!]?.acceptor === true;
  if (atomicNumber === 7) return isAcceptor ? "NA" : "N";
  if (atomicNumber === 8) return isAcceptor ? "OA" : "O";
  return elementSymbols[atomicNumber]!;
}

/** Hydrogens within reach of a nitrogen, oxygen or sulphur. */
function polarHydrogens({ elements, positions }: DockingReceptor): Set<number> {
  const bearers = Uint32Array.from([...elements.keys()].filter((atom) => [7, 8, 16].includes(elements[atom]!)));
  const grid = pointGrid(positions, bearers, polarBondAngstrom);
  const polar = new Set<number>();
  for (const [atom, atomicNumber] of elements.entries()) {
    if (atomicNumber !== 1) continue;
    grid.within(positions[3 * atom]!, positions[3 * atom + 1]!, positions[3 * atom + 2]!, () => polar.add(atom));
  }
  return polar;
}
