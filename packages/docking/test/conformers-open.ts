import { type ChemKit, type SpatialGraph, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { unwrap } from "@qinghao/kernel";
import type { ForceFieldOptions } from "../src/conformers/force-field.ts";
import { uffTerms } from "../src/conformers/force-field.ts";
import type { KernelInput } from "../src/conformers/kernel.ts";
import { topologyOf } from "../src/conformers/topology.ts";

/** The graph of a structure with all hydrogens. */
export function graphOf(kit: ChemKit, structure: string): SpatialGraph {
  const graph = unwrap(withMolecule(kit, structure, spatialGraph));
  if (graph === null) throw new Error(`no hydrogens for ${structure}`);
  return graph;
}

/** A molecule for the kernel with wide bounds: every distance from 2 to 3 Å. */
export function forceFieldInput(graph: SpatialGraph, options: ForceFieldOptions): KernelInput {
  const topology = topologyOf(graph);
  if (topology === null) throw new Error("no parameters");
  const n = graph.atomCount;
  const bounds = Float64Array.from({ length: n * n }, (_, at) => (Math.trunc(at / n) < at % n ? 3 : 2));
  const atoms = [0, 1, 2, 3].filter((atom) => atom < n);
  const volumes = { width: 4, numbersEach: 2, atoms: n < 4 ? [] : atoms, numbers: n < 4 ? [] : [-1, 1] };
  return { atoms: n, bounds, volumes, terms: uffTerms(topology, options) };
}

/** 4 x atoms from 3 x atoms; the fourth dimension is zero. */
export const withFourth = (xyz: readonly number[] | Float64Array): Float64Array =>
  Float64Array.from({ length: (xyz.length / 3) * 4 }, (_, i) =>
    i % 4 === 3 ? 0 : xyz[3 * Math.trunc(i / 4) + (i % 4)]!,
  );
