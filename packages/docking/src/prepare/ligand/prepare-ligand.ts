import { bondBetween, type ChemKit, type MoleculeGraph, withMolecule } from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { adjacencyOf, atomsWithin } from "../../formats/adjacency.ts";
import { type PlacedMolecule, writeMolblock } from "../../formats/write-molblock.ts";
import { type DockingLigand, notScored } from "../../model.ts";
import { type MolblockAtoms, readMolblockAtoms } from "../../poses/molblock-atoms.ts";
import { torsionTree } from "../torsion-tree.ts";
import { ligandKinds } from "./atom-kinds.ts";
import { missingHydrogens } from "./complete-hydrogens.ts";
import { type InputAtoms, matchInputAtoms } from "./input-atoms.ts";
import { protonateInput } from "./protonate-input.ts";
import { rigidBodies } from "./rigid-bodies.ts";
import { rotatableBonds } from "./rotatable-bonds.ts";

/** A ligand ready for docking, and what is needed to write its poses. */
export interface PreparedLigand {
  readonly ligand: DockingLigand;
  readonly molecule: PlacedMolecule;
  /** Hydrogens that the input left out; they are the last atoms. */
  readonly addedHydrogens: number;
}

const atomLimit = 999;
const hydrogenIsotopes: Readonly<Record<string, number>> = { D: 2, T: 3 };

export interface LigandOptions {
  /** Ionises what is drawn neutral and is charged at this pH; as drawn when absent. */
  readonly pH?: number;
}

/**
 * Prepares a ligand from a molblock with 3D coordinates: kinds of its atoms, rigid parts, rotatable bonds. Hydrogens that
 * the molblock leaves out are put at ideal places after its own atoms, which keep their order.
 * Errors: those of parsing a structure; `ligand.coordinates`, `ligand.flat`, `ligand.fragments`, `ligand.too_large`.
 */
export function prepareLigand(
  kit: ChemKit,
  molblock: string,
  name: string,
  options: LigandOptions = {},
): Result<PreparedLigand, QinghaoError> {
  const parsed = withMolecule(kit, molblock, (molecule) => molecule.graph);
  if (!parsed.ok) return parsed;
  const read = readMolblockAtoms(molblock);
  const drawn = read === null ? null : { graph: parsed.value, atoms: read };
  const placed = drawn === null || options.pH === undefined ? drawn : protonateInput(drawn, options.pH);
  const input = placed === null ? null : matchInputAtoms(placed.graph, placed.atoms);
  if (placed === null || input === null) return err(dockingErrors.create("ligand.coordinates"));
  if (isFlat(placed.atoms.positions)) return err(dockingErrors.create("ligand.flat"));
  const parts = fragmentCount(placed.graph);
  if (parts > 1) return err(dockingErrors.create("ligand.fragments", { count: parts }));
  const prepared = complete(placed.graph, placed.atoms, input, name);
  const count = prepared.ligand.atoms;
  return count > atomLimit
    ? err(dockingErrors.create("ligand.too_large", { atoms: count, limit: atomLimit }))
    : ok(prepared);
}

/** Molblock of a pose, with all hydrogens. @param positions 3 x atoms of the ligand, Å */
export const poseMolblock = (prepared: PreparedLigand, positions: Float64Array): string =>
  writeMolblock(prepared.molecule, positions);

function complete(graph: MoleculeGraph, atoms: MolblockAtoms, input: InputAtoms, name: string): PreparedLigand {
  const added = missingHydrogens(graph, input, atoms.positions);
  const elements = Uint8Array.from([...input.elements, ...added.map(() => 1)]);
  const positions = Float64Array.from([...atoms.positions, ...added.flatMap(({ position }) => position)]);
  const bonds = [...atoms.bonds];
  added.forEach(({ bearer }, k) => {
    bonds.push(bearer, input.elements.length + k);
  });
  const graphBonds = graphBondsOf(graph, input, bonds);
  const kindsOfGraph = ligandKinds(graph);
  const fromGraph = (values: ArrayLike<number>, otherwise: number): number[] =>
    Array.from(elements, (_, atom) => values[input.graphAtom[atom] ?? -1] ?? otherwise);
  const kinds = Uint8Array.from(fromGraph(kindsOfGraph, notScored));
  const turning = rotatableBonds(graph);
  const bearers = [...input.bearer, ...added.map(({ bearer }) => bearer)];
  const { bodies, bodyOf } = rigidBodies({
    atoms: elements.length,
    isPlainHydrogen: Uint8Array.from(bearers, (bearer) => (bearer >= 0 && !isPolar(elements[bearer]!) ? 1 : 0)),
    bonds,
    rotatable: graphBonds.map((bond) => (bond < 0 ? 0 : turning[bond]!)),
  });
  const neighbours = adjacencyOf(elements.length, bonds);
  const withOrders = (orders: Uint8Array): number[] =>
    graphBonds.flatMap((bond, b) => [bonds[2 * b]!, bonds[2 * b + 1]!, bond < 0 ? 1 : orders[bond]!]);
  return {
    ligand: {
      name,
      atoms: elements.length,
      elements,
      kinds,
      positions,
      ...torsionTree({ elements, kinds, neighbours, bodies, bodyOf }),
      bonds: Uint16Array.from(withOrders(graph.bondOrder)),
    },
    molecule: {
      name,
      elements,
      charges: fromGraph(graph.charge, 0),
      isotopes: fromGraph(graph.isotope, 0).map((mass, i) => mass || (hydrogenIsotopes[atoms.symbols[i] ?? ""] ?? 0)),
      radicals: fromGraph(graph.radicals, 0),
      bonds: withOrders(graph.kekuleOrder),
    },
    addedHydrogens: added.length,
  };
}

/** The graph's bond of each bond; -1 where one end is a hydrogen. */
function graphBondsOf(graph: MoleculeGraph, input: InputAtoms, bonds: readonly number[]): number[] {
  return Array.from({ length: bonds.length / 2 }, (_, b) => {
    const begin = input.graphAtom[bonds[2 * b]!] ?? -1;
    const end = input.graphAtom[bonds[2 * b + 1]!] ?? -1;
    return begin < 0 || end < 0 ? -1 : bondBetween(graph, begin, end);
  });
}

/** Whether a hydrogen on this element is polar, so that turning it counts as turning a part. */
const isPolar = (atomicNumber: number): boolean => [7, 8, 9, 15, 16].includes(atomicNumber);

const isFlat = (positions: Float64Array): boolean =>
  positions.length > 9 && positions.every((value, i) => i % 3 !== 2 || value === positions[2]);

function fragmentCount(graph: MoleculeGraph): number {
  const neighbours = adjacencyOf(graph.atomCount, graph.bondAtoms);
  const seen = new Set<number>();
  let count = 0;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (seen.has(atom)) continue;
    count++;
    for (const member of atomsWithin(neighbours, atom, graph.atomCount)) seen.add(member);
  }
  return count;
}
