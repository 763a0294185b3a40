import { connectivity } from "./descriptors/connectivity.ts";
import { crippenContributions } from "./descriptors/crippen.ts";
import { environmentsOf } from "./descriptors/environment.ts";
import { countAcceptors, countAmideBonds, countDonors, countRotatableBonds } from "./descriptors/functional.ts";
import { countRings } from "./descriptors/rings.ts";
import { labuteArea, polarSurfaceContributions } from "./descriptors/surface.ts";
import { atomicWeights, monoisotopicMasses } from "./elements.ts";
import type { MoleculeGraph } from "./graph.ts";
import type { MolView } from "./molecule.ts";

/** RDKit's 43 molecular properties, in the order of `descriptors`. Masses in g/mol, areas in square angstrom. */
export const descriptorNames = [
  "exactmw",
  "amw",
  "lipinskiHBA",
  "lipinskiHBD",
  "NumRotatableBonds",
  "NumHBD",
  "NumHBA",
  "NumHeavyAtoms",
  "NumAtoms",
  "NumHeteroatoms",
  "NumAmideBonds",
  "FractionCSP3",
  "NumRings",
  "NumAromaticRings",
  "NumAliphaticRings",
  "NumSaturatedRings",
  "NumHeterocycles",
  "NumAromaticHeterocycles",
  "NumSaturatedHeterocycles",
  "NumAliphaticHeterocycles",
  "NumSpiroAtoms",
  "NumBridgeheadAtoms",
  "NumAtomStereoCenters",
  "NumUnspecifiedAtomStereoCenters",
  "labuteASA",
  "tpsa",
  "CrippenClogP",
  "CrippenMR",
  "chi0v",
  "chi1v",
  "chi2v",
  "chi3v",
  "chi4v",
  "chi0n",
  "chi1n",
  "chi2n",
  "chi3n",
  "chi4n",
  "hallKierAlpha",
  "kappa1",
  "kappa2",
  "kappa3",
  "Phi",
] as const;
export type DescriptorName = (typeof descriptorNames)[number];

/** Da */
const ELECTRON_MASS = 0.000548579909;

/**
 * The 43 descriptors of a molecule as it is, length 43; NaN where there is none. Computed from the graph, about five times
 * as fast as RDKit-JS does and to the same values (tested to 1e-6 on thousands of molecules); RDKit itself computes those
 * of molecules with explicit hydrogens, isotopes, radicals, unspecified atoms, dative bonds, pseudoasymmetric atoms or
 * elements beyond radon.
 */
export function descriptors(mol: MolView): Float64Array {
  return isOrdinary(mol.graph) ? fromGraph(mol) : rdkitDescriptors(mol);
}

/** The same as RDKit-JS computes them. */
export function rdkitDescriptors(mol: MolView): Float64Array {
  const text = mol.kit.attempt(() => mol.handle.get_descriptors());
  const values = JSON.parse(text ?? "{}") as Partial<Record<DescriptorName, number>>;
  return Float64Array.from(descriptorNames, (name) => values[name] ?? Number.NaN);
}

function isOrdinary(graph: MoleculeGraph): boolean {
  for (let i = 0; i < graph.atomCount; i++) {
    const number = graph.atomicNumber[i]!;
    if (number < 2 || number > 86 || graph.isotope[i] !== 0 || graph.radicals[i] !== 0) return false;
  }
  return graph.bondOrder.every((order) => order >= 1 && order <= 4);
}

function fromGraph(mol: MolView): Float64Array {
  const { graph } = mol;
  const stereo = countStereoCentres(mol);
  if (stereo === null) return rdkitDescriptors(mol);
  const environments = environmentsOf(graph);
  const { chiV, chiN, alpha, kappa1, kappa2, kappa3 } = connectivity(graph, environments);
  const { logP, refractivity } = crippenContributions(graph);
  const rings = countRings(graph);
  const atoms = countAtoms(graph, environments.totalDegree);
  return Float64Array.of(
    atoms.exactMass,
    atoms.weight,
    atoms.polar,
    atoms.polarH,
    countRotatableBonds(graph),
    countDonors(graph, environments),
    countAcceptors(graph, environments),
    graph.atomCount,
    graph.atomCount + atoms.hydrogens,
    atoms.hetero,
    countAmideBonds(graph),
    atoms.fractionCsp3,
    rings.rings,
    rings.aromatic,
    rings.aliphatic,
    rings.saturated,
    rings.heterocycles,
    rings.aromaticHeterocycles,
    rings.saturatedHeterocycles,
    rings.aliphaticHeterocycles,
    rings.spiroAtoms,
    rings.bridgeheadAtoms,
    stereo.all,
    stereo.unspecified,
    labuteArea(graph),
    sum(polarSurfaceContributions(graph)),
    sum(logP),
    sum(refractivity),
    ...chiV,
    ...chiN,
    alpha,
    kappa1,
    kappa2,
    kappa3,
    (kappa1 * kappa2) / graph.atomCount,
  );
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

function countAtoms(graph: MoleculeGraph, totalDegree: Uint8Array) {
  let exactMass = 0;
  let weight = 0;
  let polar = 0;
  let polarH = 0;
  let hetero = 0;
  let hydrogens = 0;
  let carbons = 0;
  let saturated = 0;
  for (let i = 0; i < graph.atomCount; i++) {
    const number = graph.atomicNumber[i]!;
    exactMass += monoisotopicMasses[number]! - graph.charge[i]! * ELECTRON_MASS;
    weight += atomicWeights[number]!;
    hydrogens += graph.implicitH[i]!;
    if (number === 6) {
      carbons++;
      if (totalDegree[i] === 4) saturated++;
      continue;
    }
    hetero++;
    if (number !== 7 && number !== 8) continue;
    polar++;
    polarH += graph.implicitH[i]!;
  }
  exactMass += hydrogens * monoisotopicMasses[1]!;
  weight += hydrogens * atomicWeights[1]!;
  return { exactMass, weight, polar, polarH, hetero, hydrogens, fractionCsp3: carbons === 0 ? 0 : saturated / carbons };
}

/** Stereocentres need RDKit's symmetry classes, so they are asked of RDKit; null where only its own count will do. */
function countStereoCentres(mol: MolView): { all: number; unspecified: number } | null {
  const text = mol.kit.attempt(() => mol.handle.get_stereo_tags());
  const { CIP_atoms: atoms = [] } = JSON.parse(text ?? "{}") as { CIP_atoms?: [number, string][] };
  const labels = atoms.map(([, label]) => label);
  // Beside a pseudoasymmetric atom RDKit leaves some centres out of its count.
  if (labels.some((label) => label === "(r)" || label === "(s)")) return null;
  return { all: labels.length, unspecified: labels.filter((label) => label === "(?)").length };
}
