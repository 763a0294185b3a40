import { type ChemKit, type MolView, morganFingerprint, withMolecule, withStandardMolecule } from "@qinghao/chemistry";
import { mapOk, type QinghaoError, type Result } from "@qinghao/kernel";
import { fragmentCount } from "./composition-block.ts";
import { graphDescriptorNames, graphDescriptors } from "./descriptors.ts";
import { formDescriptors, formNames } from "./form-block.ts";
import { type MolGraph, toMolGraph } from "./mol-graph.ts";

/** Morgan fingerprint for the search for neighbours. */
export const fingerprintOptions = { radius: 2, bits: 2048 } as const;

/** Names of the model's inputs, in the order of `Features.descriptors`. */
export const featureNames: readonly string[] = [...graphDescriptorNames, ...formNames];

/** Raises when a descriptor changes its meaning: weights of another version are refused. */
export const featureVersion = 2;

/** One molecule as the models see it. */
export type Features = {
  /** Canonical SMILES of the parent. */
  readonly smiles: string;
  /** True where standardising changed the structure; `graph` then has an atom order of its own. */
  readonly changed: boolean;
  readonly graph: MolGraph;
  /** Of `featureNames`, float32, finite. */
  readonly descriptors: Float32Array;
  /** Bits of the parent's Morgan fingerprint that are set, ascending. */
  readonly bits: Uint16Array;
};

/**
 * Standardises a structure and computes every input of every endpoint from one parse of the parent.
 * The same code trains and predicts, in Node and in the browser. Fails on structures that cannot be read.
 */
export function featurise(kit: ChemKit, text: string): Result<Features, QinghaoError> {
  return withStandardMolecule(kit, text, (mol, origin) =>
    featuresOf(kit, mol, origin.changes.length > 0 ? text : null),
  );
}

/** @param given the text as written where standardising changed it, else null */
function featuresOf(kit: ChemKit, mol: MolView, given: string | null): Features {
  const graph = toMolGraph(mol.graph);
  const descriptors = new Float32Array(featureNames.length);
  descriptors.set(graphDescriptors(graph));
  if (given !== null) {
    const form = withMolecule(kit, given, (whole) => {
      const source = toMolGraph(whole.graph);
      return formDescriptors(source, fragmentCount(source), graph);
    });
    const written = mapOk(form, (values) => descriptors.set(values, graphDescriptorNames.length));
    if (!written.ok) descriptors.fill(0, graphDescriptorNames.length);
  }
  return {
    smiles: mol.smiles,
    changed: given !== null,
    graph,
    descriptors,
    bits: setBits(morganFingerprint(mol, fingerprintOptions)),
  };
}

/** Positions of the set bits of a packed fingerprint, ascending. */
export function setBits(packed: Uint8Array): Uint16Array {
  const out: number[] = [];
  for (let byte = 0; byte < packed.length; byte++) {
    for (let rest = packed[byte]!; rest !== 0; rest &= rest - 1) out.push(byte * 8 + 31 - Math.clz32(rest & -rest));
  }
  return Uint16Array.from(out);
}
