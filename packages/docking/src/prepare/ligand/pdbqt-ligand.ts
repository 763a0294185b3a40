import { type ChemKit, type MoleculeGraph, withMolecule } from "@qinghao/chemistry";
import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { readPdbqtAtom } from "../../formats/pdbqt-atom.ts";
import { readPdbqtLigands } from "../../formats/read-pdbqt-ligand.ts";
import type { PlacedMolecule } from "../../formats/write-molblock.ts";
import type { DockingLigand } from "../../model.ts";
import type { PreparedLigand } from "./prepare-ligand.ts";

/** A ligand of a PDBQT file. */
export interface PdbqtLigand extends PreparedLigand {
  /** Whether the file tells its bond orders and charges; else every bond is written as single. */
  readonly hasBondOrders: boolean;
}

/**
 * Reads the ligands of a PDBQT file with the torsion trees they have there, and with the bond orders and charges that the
 * file's `REMARK SMILES` tells, where the program that prepared it wrote one.
 * Errors: `pdbqt.*` with the line.
 */
export function preparePdbqt(kit: ChemKit, text: string, name: string): Result<PdbqtLigand[], QinghaoError> {
  const ligands = readPdbqtLigands(text, name);
  if (!ligands.ok) return ligands;
  const chemistry = readRemarks(kit, text);
  return ok(
    ligands.value.map((ligand) => {
      const molecule = chemistry === null ? null : withChemistry(ligand, chemistry);
      const bonds = molecule === null ? ligand.bonds : Uint16Array.from(molecule.bonds);
      return {
        ligand: { ...ligand, bonds },
        molecule: molecule ?? plainMolecule(ligand),
        addedHydrogens: 0,
        hasBondOrders: molecule !== null,
      };
    }),
  );
}

interface Remarks {
  readonly graph: MoleculeGraph;
  /** Atom of the ligand for each atom of the graph. */
  readonly atomOfGraph: ReadonlyMap<number, number>;
}

/** The molecule of the first model's remarks and where its atoms stand; null where they are missing or do not fit. */
function readRemarks(kit: ChemKit, text: string): Remarks | null {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line.startsWith("ENDMDL"));
  const own = end < 0 ? lines : lines.slice(0, end);
  const smiles = own.map((line) => /^REMARK SMILES (?!IDX)(\S+)/.exec(line)?.[1]).find((found) => found !== undefined);
  if (smiles === undefined) return null;
  const graph = withMolecule(kit, smiles, (molecule) => molecule.graph);
  if (!graph.ok) return null;
  const indexOfSerial = new Map<number, number>();
  for (const line of own) {
    if (!/^(ATOM {2}|HETATM)/.test(line)) continue;
    const atom = readPdbqtAtom(line, 0);
    if (atom.ok && !atom.value.type.isStandIn) indexOfSerial.set(atom.value.serial, indexOfSerial.size);
  }
  const numbers = own
    .filter((line) => line.startsWith("REMARK SMILES IDX"))
    .flatMap((line) => line.slice(17).trim().split(/\s+/).map(Number));
  const atomOfGraph = new Map<number, number>();
  for (let k = 0; k + 1 < numbers.length; k += 2) {
    const atom = indexOfSerial.get(numbers[k + 1]!);
    if (atom !== undefined) atomOfGraph.set(numbers[k]! - 1, atom);
  }
  return atomOfGraph.size === graph.value.atomCount ? { graph: graph.value, atomOfGraph } : null;
}

/** The ligand's atoms with the bonds of the graph, and the bonds to its own hydrogens; null where elements disagree. */
function withChemistry(ligand: DockingLigand, { graph, atomOfGraph }: Remarks): PlacedMolecule | null {
  const graphAtom = new Map([...atomOfGraph].map(([inGraph, atom]) => [atom, inGraph]));
  for (const [atom, inGraph] of graphAtom) {
    if (ligand.elements[atom] !== graph.atomicNumber[inGraph]) return null;
  }
  const bonds: number[] = [];
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const begin = atomOfGraph.get(graph.bondAtoms[2 * bond]!)!;
    const end = atomOfGraph.get(graph.bondAtoms[2 * bond + 1]!)!;
    bonds.push(begin, end, graph.kekuleOrder[bond]!);
  }
  for (let b = 0; b < ligand.bonds.length; b += 3) {
    const ends = [ligand.bonds[b]!, ligand.bonds[b + 1]!];
    if (ends.some((atom) => !graphAtom.has(atom) && ligand.elements[atom] === 1)) bonds.push(ends[0]!, ends[1]!, 1);
  }
  const fromGraph = (values: ArrayLike<number>): number[] =>
    Array.from(ligand.elements, (_, atom) => values[graphAtom.get(atom) ?? -1] ?? 0);
  return {
    name: ligand.name,
    elements: ligand.elements,
    charges: fromGraph(graph.charge),
    isotopes: fromGraph(graph.isotope),
    radicals: fromGraph(graph.radicals),
    bonds,
  };
}

function plainMolecule({ name, elements, bonds }: DockingLigand): PlacedMolecule {
  const zeros = new Uint8Array(elements.length);
  return { name, elements, charges: zeros, isotopes: zeros, radicals: zeros, bonds };
}
