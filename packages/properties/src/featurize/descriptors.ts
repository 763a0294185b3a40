import { crippenContributions, polarSurfaceContributions } from "@qinghao/chemistry";
import { electrotopologicalState, gasteigerCharges } from "./atom-fields.ts";
import { atomTypeBlock } from "./atom-type-block.ts";
import type { AtomFields } from "./block.ts";
import { compositionBlock } from "./composition-block.ts";
import { functionalGroupBlock } from "./functional-group-block.ts";
import { labuteSurface } from "./labute-surface.ts";
import { distanceMatrix, type MolGraph, toAtomGraph } from "./mol-graph.ts";
import { pharmacophoreBlock } from "./pharmacophore-block.ts";
import { ringBlock } from "./ring-block.ts";
import { surfaceBlock } from "./surface-block.ts";
import { topologyBlock } from "./topology-block.ts";

const blocks = [
  compositionBlock,
  ringBlock,
  topologyBlock,
  surfaceBlock,
  atomTypeBlock,
  functionalGroupBlock,
  pharmacophoreBlock,
];

/** Values are rounded to 1/16384 of their unit. */
const grid = 16384;

/** Names of the graph descriptors, in the order of `graphDescriptors`. */
export const graphDescriptorNames: readonly string[] = blocks.flatMap((block) => block.names);

/** The per-atom quantities behind the descriptors. Cost O(n * (n + m)). */
export function atomFields(graph: MolGraph): AtomFields {
  const atoms = toAtomGraph(graph);
  const { logP, refractivity } = crippenContributions(atoms);
  const charges = gasteigerCharges(graph);
  const surface = labuteSurface(graph);
  const distance = distanceMatrix(graph);
  const { state, intrinsic } = electrotopologicalState(graph, distance);
  return {
    logP,
    mr: refractivity,
    charge: charges.atoms,
    hydrogenCharge: charges.hydrogens,
    tpsa: polarSurfaceContributions(atoms),
    surface: surface.atoms,
    hydrogenSurface: surface.hydrogens,
    state,
    intrinsic,
    distance,
  };
}

/** All graph descriptors of a molecule, float32, in the order of `graphDescriptorNames`; every value is finite. */
export function graphDescriptors(graph: MolGraph): Float32Array {
  const out = new Float32Array(graphDescriptorNames.length);
  const fields = atomFields(graph);
  let at = 0;
  for (const block of blocks) {
    block.write(graph, fields, out, at);
    at += block.names.length;
  }
  // On a grid, so that the order in which atoms were summed up does not show in the last bits and decide a split.
  for (let i = 0; i < out.length; i++) out[i] = Number.isFinite(out[i]!) ? Math.round(out[i]! * grid) / grid : 0;
  return out;
}
