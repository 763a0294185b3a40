import { type ChemKit, type SpatialGraph, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { publishedUff, uffTerms } from "../conformers/force-field.ts";
import { generateConformers } from "../conformers/generate.ts";
import type { ConformerKernel } from "../conformers/kernel.ts";
import { volumeTerms } from "../conformers/stereo.ts";
import { type Topology, topologyOf } from "../conformers/topology.ts";
import { hydrogenBondLength, placeHydrogens } from "../prepare/hydrogens/place-hydrogens.ts";
import { bondShape } from "../prepare/ligand/bond-shape.ts";
import { neighboursOf } from "./ideal-geometry.ts";
import type { PoseMolecule } from "./pose-molecule.ts";
import { pointAt, type Vector } from "./vectors.ts";

export type Strain = {
  /** Energy of the pose in the Universal Force Field, kcal/mol. */
  readonly energy: number;
  /** Mean of its relaxed conformers. */
  readonly relaxed: number;
  /** The first as a multiple of the second. */
  readonly ratio: number;
};

/** Conformers that the mean is taken over, and steps of their relaxation. */
const CONFORMERS = 50;
const STEPS = 200;
const SEED = 42;
/** Steps by which hydrogens that a pose lacks find their places. */
const HYDROGEN_STEPS = 120;

/**
 * Measures how strained poses are (Buttenschoen, Morris & Deane 2024, doi 10.1039/D3SC04185A): the energy of the pose
 * beside that of conformers that nothing holds. Those of a molecule are made once. Holds a kernel for itself.
 */
export class StrainGauge {
  readonly #kit: ChemKit;
  readonly #kernel: ConformerKernel;
  readonly #relaxed = new Map<string, number | null>();

  constructor(kit: ChemKit, kernel: ConformerKernel) {
    this.#kit = kit;
    this.#kernel = kernel;
  }

  /** Null where the force field has no parameters, or no conformer could be made. */
  measure(pose: PoseMolecule): Strain | null {
    const read = withMolecule(this.#kit, pose.molblock, spatialGraph);
    const topology = read.ok && read.value !== null ? topologyOf(read.value) : null;
    if (topology === null) return null;
    const relaxed = this.#relaxedEnergy(pose.smiles, topology.graph);
    if (relaxed === null) return null;
    const energy = this.#energyOf(pose, topology);
    return { energy, relaxed, ratio: energy / (relaxed === 0 ? Number.EPSILON : relaxed) };
  }

  #relaxedEnergy(smiles: string, graph: SpatialGraph): number | null {
    const known = this.#relaxed.get(smiles);
    if (known !== undefined) return known;
    const made = generateConformers(this.#kernel, graph, { count: CONFORMERS, seed: SEED });
    const topology = topologyOf(graph);
    let mean: number | null = null;
    if (made.ok && made.value.length > 0 && topology !== null) {
      this.#load(topology);
      const energies = made.value.map(({ positions }) => {
        this.#kernel.place(inFour(positions));
        return this.#kernel.minimise("complete", STEPS);
      });
      mean = energies.reduce((sum, energy) => sum + energy, 0) / energies.length;
    }
    this.#relaxed.set(smiles, mean);
    return mean;
  }

  #energyOf(pose: PoseMolecule, topology: Topology): number {
    const { positions, added } = withHydrogens(pose, topology.graph);
    this.#load(topology);
    const four = inFour(positions);
    this.#kernel.place(four);
    return added.length === 0 ? this.#kernel.measure("complete").value : this.#settle(four, added);
  }

  /** Moves some atoms downhill and leaves the others: steepest descent with a step that grows and shrinks. */
  #settle(four: Float64Array, atoms: readonly number[]): number {
    let { value, gradient } = this.#kernel.measure("complete");
    let step = 0.001;
    for (let i = 0; i < HYDROGEN_STEPS; i++) {
      const tried = four.slice();
      for (const atom of atoms)
        for (let axis = 0; axis < 3; axis++) {
          const by = step * gradient[4 * atom + axis]!;
          tried[4 * atom + axis] = tried[4 * atom + axis]! - Math.max(-0.1, Math.min(0.1, by));
        }
      this.#kernel.place(tried);
      const next = this.#kernel.measure("complete");
      if (next.value < value) {
        four = tried;
        ({ value, gradient } = next);
        step *= 1.3;
      } else step *= 0.4;
    }
    return value;
  }

  #load(topology: Topology): void {
    const atoms = topology.graph.atomCount;
    const bounds = new Float64Array(atoms * atoms);
    this.#kernel.load({ atoms, bounds, volumes: volumeTerms([]), terms: uffTerms(topology, publishedUff) });
  }
}

/** The kernel keeps four numbers for each atom. */
function inFour(positions: Float64Array): Float64Array {
  const four = new Float64Array((positions.length / 3) * 4);
  for (let atom = 0; atom < positions.length / 3; atom++) {
    four.set(positions.subarray(3 * atom, 3 * atom + 3), 4 * atom);
  }
  return four;
}

/** Places of all atoms of the graph: heavy ones and explicit hydrogens from the pose, the others where they belong. */
function withHydrogens(pose: PoseMolecule, graph: SpatialGraph): { positions: Float64Array; added: number[] } {
  const positions = new Float64Array(3 * graph.atomCount);
  positions.set(pose.positions);
  const own = pose.graph.atomCount;
  const added: number[] = [];
  for (let atom = 0; atom < own; atom++) {
    const hydrogens = neighboursOf(graph, atom).filter((other) => other >= own);
    const given = pose.hydrogenParents.flatMap((parent, i) =>
      parent === atom ? [pointAt(pose.hydrogenPositions, i)] : [],
    );
    const missing = Math.max(0, hydrogens.length - given.length);
    const heavy = neighboursOf(pose.graph, atom);
    const beyond = heavy.length === 0 ? undefined : neighboursOf(pose.graph, heavy[0]!).find((other) => other !== atom);
    const places: readonly Vector[] = [
      ...given,
      ...placeHydrogens(
        {
          at: pointAt(pose.positions, atom),
          neighbours: [...heavy.map((other) => pointAt(pose.positions, other)), ...given],
          beyond: beyond === undefined ? null : pointAt(pose.positions, beyond),
          shape: bondShape(pose.graph, atom),
          bondLength: hydrogenBondLength(pose.graph.atomicNumber[atom]!),
        },
        missing,
      ),
    ];
    hydrogens.forEach((hydrogen, i) => {
      positions.set(places[i] ?? pointAt(pose.positions, atom), 3 * hydrogen);
      if (i >= given.length) added.push(hydrogen);
    });
  }
  return { positions, added };
}
