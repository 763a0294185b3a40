import type { SpatialGraph } from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import { AMIDE_ORDER, distanceBounds } from "./bounds.ts";
import { separations, uffTerms } from "./force-field.ts";
import { connectedParts } from "./fragments.ts";
import { chosenStereo } from "./free-stereo.ts";
import { type GeometryFault, geometryFault } from "./geometry-check.ts";
import { naturalAngle } from "./ideal-angles.ts";
import type { ConformerKernel, Outcome } from "./kernel.ts";
import { type Stereo, showsStereo, sidesOf, specifiedStereo, volumeTerms } from "./stereo.ts";
import { type Topology, topologyOf } from "./topology.ts";
import { knownTorsions } from "./torsion-rules.ts";

export type ConformerOptions = {
  /** Conformers wanted. */
  readonly count: number;
  /** The same seed gives the same conformers. */
  readonly seed: number;
  /** Embeddings that may fail for one conformer; default 30. */
  readonly attempts?: number;
};

export type Conformer = {
  /** 3 x atoms, Å, in the order of the graph's atoms. */
  readonly positions: Float64Array;
  /** What the clean-up reached, kcal/mol: for comparing conformers of one molecule. */
  readonly energyKcalPerMol: number;
};

/** Van der Waals distance of a polar hydrogen and an acceptor in the clean-up, Å. */
const HYDROGEN_BOND = 1.9;
/** The published inversions leave aromatic rings softer than they are. */
const FLATNESS = 3;
/** The published barriers of conjugated single bonds, which only ring bonds keep here, are two to three times too high. */
const CONJUGATION = 0.4;
/** Without attraction the published distances hold atoms too far apart; these are near the sums of Bondi's radii. */
const CONTACT_SHARE = 0.9;
/** Room between the parts of a salt or mixture, Å. */
const GAP = 3.5;
const DEFAULT_ATTEMPTS = 30;

/**
 * Conformers of a molecule: distance geometry, then the Universal Force Field with the torsions that crystal structures
 * prefer and without attraction. Specified centres and double bonds are as specified; unspecified ones are as the first
 * conformer has them. Gives fewer than `count` only where attempts ran out after the first.
 *
 * @param graph all hydrogens are atoms
 * Errors: `docking.conformer.no_parameters`, `docking.conformer.not_embedded` with the reason
 */
export function generateConformers(
  kernel: ConformerKernel,
  graph: SpatialGraph,
  options: ConformerOptions,
): Result<Conformer[], QinghaoError> {
  const parts: { atoms: number[]; conformers: Conformer[] }[] = [];
  for (const part of connectedParts(graph)) {
    const made = conformersOfPart(kernel, part.graph, options);
    if (!made.ok) return made;
    parts.push({ atoms: part.atoms, conformers: made.value });
  }
  if (parts.length === 1) return ok(parts[0]!.conformers);
  const count = Math.min(...parts.map(({ conformers }) => conformers.length));
  return ok(Array.from({ length: count }, (_, index) => sideBySide(graph.atomCount, parts, index)));
}

function conformersOfPart(
  kernel: ConformerKernel,
  graph: SpatialGraph,
  options: ConformerOptions,
): Result<Conformer[], QinghaoError> {
  const topology = topologyOf(graph);
  if (topology === null) return err(dockingErrors.create("conformer.no_parameters"));
  if (graph.atomCount === 1) {
    return ok(Array.from({ length: options.count }, () => ({ positions: new Float64Array(3), energyKcalPerMol: 0 })));
  }
  const specified = specifiedStereo(topology);
  const conformers: Conformer[] = [];
  const faults = new Map<Fault, number>();
  const attempts = options.attempts ?? DEFAULT_ATTEMPTS;
  let model = loadModel(kernel, topology, specified);
  for (let index = 0; index < options.count; index++) {
    const made = attempt(kernel, model, options.seed, index, attempts, faults);
    if (made === null) {
      if (index === 0) return err(notEmbedded(faults, attempts));
      continue;
    }
    conformers.push(made);
    if (index > 0 || options.count === 1) continue;
    const chosen = chosenStereo(topology, specified, made.positions);
    const isMore =
      chosen.centres.length > specified.centres.length || chosen.doubleBonds.length > specified.doubleBonds.length;
    if (isMore) model = loadModel(kernel, topology, chosen);
  }
  return ok(conformers);
}

type Model = { topology: Topology; stereo: Stereo; bounds: Float64Array; apart: Uint8Array };
type Fault = Exclude<Outcome, "done"> | GeometryFault | "stereo";

function loadModel(kernel: ConformerKernel, topology: Topology, stereo: Stereo): Model {
  kernel.load({
    atoms: topology.graph.atomCount,
    bounds: distanceBounds(topology, sidesOf(topology, stereo.doubleBonds)),
    volumes: volumeTerms(stereo.centres),
    terms: uffTerms(topology, {
      amideOrder: AMIDE_ORDER,
      knownTorsions: (bond) => knownTorsions(topology, bond),
      naturalAngle: (i, j, k) => naturalAngle(topology, i, j, k),
      flatness: FLATNESS,
      conjugation: CONJUGATION,
      contactShare: CONTACT_SHARE,
      hydrogenBond: HYDROGEN_BOND,
    }),
  });
  kernel.smooth();
  return { topology, stereo, bounds: kernel.bounds(), apart: separations(topology, 5) };
}

/** One conformer, or null when all attempts failed; counts what was wrong with each. */
function attempt(
  kernel: ConformerKernel,
  model: Model,
  seed: number,
  index: number,
  attempts: number,
  faults: Map<Fault, number>,
): Conformer | null {
  for (let trial = 0; trial < attempts; trial++) {
    const outcome = kernel.generate(mixed(seed, index, trial));
    const positions = kernel.positions();
    const fault = outcome === "done" ? faultOf(model, positions) : outcome;
    if (fault === null) return { positions, energyKcalPerMol: kernel.energy() };
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  return null;
}

function faultOf({ topology, stereo, bounds, apart }: Model, positions: Float64Array): Fault | null {
  const fault = geometryFault(topology, positions, bounds, apart);
  return fault ?? (showsStereo(positions, stereo) ? null : "stereo");
}

/** A seed of its own for each attempt, the same on every machine. */
function mixed(seed: number, index: number, trial: number): number {
  let value =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35) ^ Math.imul(trial + 1, 0x27d4eb2f);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

function notEmbedded(faults: Map<Fault, number>, attempts: number): QinghaoError {
  const [fault] = [...faults].sort((a, b) => b[1] - a[1])[0] ?? ["bounds-not-met" as const];
  switch (fault) {
    case "stereo":
    case "wrong-side":
      return dockingErrors.create("conformer.stereo", { attempts });
    case "clash":
      return dockingErrors.create("conformer.clash", { attempts });
    case "not-flat":
      return dockingErrors.create("conformer.not_flat", { attempts });
    case "bond-length":
    case "bond-angle":
    case "torsion":
      return dockingErrors.create("conformer.strained", { attempts });
    default:
      return dockingErrors.create("conformer.not_embedded", { attempts });
  }
}

/** The parts of a salt or mixture next to each other along x. */
function sideBySide(
  atomCount: number,
  parts: { atoms: number[]; conformers: Conformer[] }[],
  index: number,
): Conformer {
  const positions = new Float64Array(3 * atomCount);
  let edge = 0;
  let energyKcalPerMol = 0;
  for (const { atoms, conformers } of parts) {
    const { positions: own, energyKcalPerMol: energy } = conformers[index]!;
    const xs = atoms.map((_, i) => own[3 * i]!);
    const shift = edge - Math.min(...xs);
    atoms.forEach((atom, i) => {
      positions.set([own[3 * i]! + shift, own[3 * i + 1]!, own[3 * i + 2]!], 3 * atom);
    });
    edge += Math.max(...xs) - Math.min(...xs) + GAP;
    energyKcalPerMol += energy;
  }
  return { positions, energyKcalPerMol };
}
