import { type ChemKit, type MoleculeGraph, type SpatialGraph, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { type ConformerKernel, generateConformers } from "../../conformers/index.ts";
import { dockingErrors } from "../../errors.ts";
import { adjacencyOf } from "../../formats/adjacency.ts";
import type { DockingLigand } from "../../model.ts";
import { alignedRmsd } from "../../poses/rmsd.ts";
import { type PreparedLigand, poseMolblock } from "./prepare-ligand.ts";

export interface RingConformerOptions {
  /** Shapes to dock the ligand in, its own included; null: 8 where it has a macrocycle, else its own alone. */
  readonly ringConformers: number | null;
  readonly seed: number;
}

/** Rings with this many atoms or more are macrocycles, as RDKit's ETKDGv3 counts them (Wang et al. 2020, doi 10.1021/acs.jcim.0c00025). */
const macrocycleAtoms = 9;
/** Shapes that a macrocycle is docked in where nothing else is asked. */
const macrocycleShapes = 8;
/** Conformers that are made for each shape wanted. */
const madePerShape = 8;
/** Shapes of a rigid part differ by more than this, Å, superposed at the best symmetry. */
const apartAngstrom = 0.4;

/**
 * Gives a ligand other shapes of its rings to be docked in: chairs and boats, macrocycles. Docking turns single bonds but
 * leaves each rigid part as it is, so of many conformers those are taken, lowest energy first, in which some rigid part has
 * a shape that none taken before has. A ligand without flexible rings stays as it is.
 * Errors: those of parsing and of `generateConformers`; with `null` a ligand without conformers stays as it is
 */
export function withRingConformers(
  kit: ChemKit,
  kernel: ConformerKernel,
  prepared: PreparedLigand,
  { ringConformers, seed }: RingConformerOptions,
): Result<PreparedLigand, QinghaoError> {
  const { ligand } = prepared;
  const parts = ringParts(ligand);
  const wanted = ringConformers ?? (parts.some(hasMacrocycle) ? macrocycleShapes : 1);
  if (parts.length === 0 || wanted < 2) return ok(prepared);
  const made = conformersOf(kit, kernel, prepared, { count: madePerShape * wanted, seed });
  if (!made.ok) return ringConformers === null ? ok(prepared) : made;
  const shapes: Float64Array[] = [ligand.positions];
  for (const shape of made.value) {
    if (shapes.length === wanted) break;
    if (shapes.every((other) => parts.some((part) => differ(part, shape, other)))) shapes.push(shape);
  }
  return ok({ ...prepared, ligand: { ...ligand, ringConformers: shapes.slice(1) } });
}

/** Conformers of a ligand, lowest energy first, their atoms in the ligand's order. */
function conformersOf(
  kit: ChemKit,
  kernel: ConformerKernel,
  prepared: PreparedLigand,
  options: { readonly count: number; readonly seed: number },
): Result<Float64Array[], QinghaoError> {
  const { ligand } = prepared;
  const graph = withMolecule(kit, poseMolblock(prepared, ligand.positions), spatialGraph);
  if (!graph.ok) return graph;
  const places = graph.value === null ? null : matchAtoms(graph.value, ligand);
  if (graph.value === null || places === null) return err(dockingErrors.create("conformer.no_parameters"));
  const made = generateConformers(kernel, graph.value, options);
  if (!made.ok) return made;
  const byEnergy = [...made.value].sort((a, b) => a.energyKcalPerMol - b.energyKcalPerMol);
  const inOrder = (positions: Float64Array) =>
    Float64Array.from({ length: 3 * ligand.atoms }, (_, at) => positions[3 * places[Math.floor(at / 3)]! + (at % 3)]!);
  return ok(byEnergy.map(({ positions }) => inOrder(positions)));
}

/** Whether the smallest ring through some bond is large. */
const hasMacrocycle = ({ graph }: RigidPart): boolean => {
  const neighboursOf = (atom: number) => graph.neighbours.subarray(graph.offsets[atom]!, graph.offsets[atom + 1]!);
  const ringThrough = (from: number, to: number): number => {
    const steps = new Map([[from, 1]]);
    for (const [atom, count] of steps)
      for (const next of neighboursOf(atom)) {
        if (atom === from && next === to) continue;
        if (next === to) return count + 1;
        if (!steps.has(next)) steps.set(next, count + 1);
      }
    return 0;
  };
  const atoms = Array.from({ length: graph.atomCount }, (_, atom) => atom);
  return atoms.some((atom) => [...neighboursOf(atom)].some((next) => ringThrough(atom, next) >= macrocycleAtoms));
};

/** A rigid part with rings, and the ends of the bonds at which others turn on it: they show how a ring carries them. */
interface RigidPart {
  readonly atoms: readonly number[];
  readonly graph: MoleculeGraph;
}

function ringParts({ elements, bonds, branches, branchOf }: DockingLigand): RigidPart[] {
  const pairs: number[] = [];
  for (let b = 0; b < bonds.length; b += 3) pairs.push(bonds[b]!, bonds[b + 1]!);
  return branches.flatMap((own, branch) => {
    const inside = (atom: number) =>
      elements[atom]! > 1 &&
      (branchOf[atom] === branch ||
        own.from === atom ||
        branches.some(({ parent, to }) => parent === branch && to === atom));
    const atoms = [...elements.keys()].filter(inside);
    const index = new Map(atoms.map((atom, at) => [atom, at]));
    const within: number[] = [];
    for (let p = 0; p < pairs.length; p += 2) {
      const [from, to] = [index.get(pairs[p]!), index.get(pairs[p + 1]!)];
      if (from !== undefined && to !== undefined) within.push(from, to);
    }
    // As many bonds as atoms, or more: there is a ring.
    return within.length / 2 < atoms.length
      ? []
      : [
          {
            atoms,
            graph: partGraph(
              atoms.map((atom) => elements[atom]!),
              within,
            ),
          },
        ];
  });
}

function partGraph(elements: readonly number[], bonds: readonly number[]): MoleculeGraph {
  const neighbours = adjacencyOf(elements.length, bonds);
  const offsets = new Uint16Array(elements.length + 1);
  for (const [atom, near] of neighbours.entries()) offsets[atom + 1] = offsets[atom]! + near.length;
  const graph = {
    atomCount: elements.length,
    atomicNumber: Uint8Array.from(elements),
    offsets,
    neighbours: Uint16Array.from(neighbours.flatMap((near) => [...near])),
  };
  return graph as MoleculeGraph;
}

function differ({ atoms, graph }: RigidPart, one: Float64Array, other: Float64Array): boolean {
  const of = (positions: Float64Array) =>
    Float64Array.from(atoms.flatMap((atom) => [...positions.subarray(3 * atom, 3 * atom + 3)]));
  return (alignedRmsd({ graph, positions: of(one) }, { graph, positions: of(other) })?.rmsd ?? 0) > apartAngstrom;
}

/** Atom of the graph for each atom of the ligand: heavy atoms are in the same order, hydrogens follow their bearers. */
function matchAtoms(graph: SpatialGraph, { atoms, elements, bonds }: DockingLigand): number[] | null {
  const heavy = (list: ArrayLike<number>) => Array.from(list, (_, atom) => atom).filter((atom) => list[atom]! > 1);
  const [own, theirs] = [heavy(elements), heavy(graph.atomicNumber)];
  if (own.length !== theirs.length) return null;
  const places = new Array<number>(atoms).fill(-1);
  for (const [at, atom] of own.entries()) places[atom] = theirs[at]!;
  const hydrogensOf = new Map<number, number[]>();
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const [from, to] = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
    for (const [bearer, atom] of [
      [from, to],
      [to, from],
    ] as const)
      if (graph.atomicNumber[atom] === 1) hydrogensOf.set(bearer, [...(hydrogensOf.get(bearer) ?? []), atom]);
  }
  for (let b = 0; b < bonds.length; b += 3)
    for (const [bearer, atom] of [
      [bonds[b]!, bonds[b + 1]!],
      [bonds[b + 1]!, bonds[b]!],
    ] as const)
      if (elements[atom] === 1 && elements[bearer]! > 1) places[atom] = hydrogensOf.get(places[bearer]!)?.shift() ?? -1;
  return places.includes(-1) ? null : places;
}
