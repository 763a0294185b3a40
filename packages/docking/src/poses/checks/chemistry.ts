import { neighboursOf } from "../ideal-geometry.ts";
import { heavyAtoms, type PoseMolecule } from "../pose-molecule.ts";
import { type CheckOutcome, notApplicable, type PoseCheck } from "./check.ts";

/** The ligand is one molecule, not several. */
export const connected: PoseCheck = {
  id: "all_atoms_connected",
  needs: "pose",
  unit: "fragments",
  run: ({ pose }) => {
    const fragments = countFragments(pose);
    return { passes: fragments === 1, value: fragments };
  },
};

/** No atom has an unpaired electron, as one with a missing bond or hydrogen has. */
export const noRadicals: PoseCheck = {
  id: "no_radicals",
  needs: "pose",
  unit: "electrons",
  run: ({ pose }) => {
    const electrons = pose.graph.radicals.reduce((sum, count) => sum + count, 0);
    return { passes: electrons === 0, value: electrons };
  },
};

function countFragments({ graph }: PoseMolecule): number {
  const isSeen = new Array<boolean>(graph.atomCount).fill(false);
  let fragments = 0;
  for (const start of heavyAtoms(graph)) {
    if (isSeen[start]) continue;
    fragments++;
    isSeen[start] = true;
    const queue = [start];
    for (const atom of queue) {
      for (const next of neighboursOf(graph, atom)) {
        if (isSeen[next]) continue;
        isSeen[next] = true;
        queue.push(next);
      }
    }
  }
  return fragments;
}

/**
 * Layers of the standard InChI, which does not depend on how bonds were drawn. A layer that one of the two lacks differs.
 * Charges are left out: the protonation of a crystal ligand is a guess.
 */
function sameLayers(prefixes: readonly string[]): PoseCheck["run"] {
  return ({ pose, references }): CheckOutcome => {
    const own = layersOf(pose);
    const known = references.map(layersOf).filter((layers) => layers !== null);
    if (own === null || known.length === 0) return notApplicable;
    const isSame = known.some((layers) => prefixes.every((prefix) => own.get(prefix) === layers.get(prefix)));
    return { passes: isSame, value: null };
  };
}

function layersOf({ inchi }: PoseMolecule): Map<string, string> | null {
  const [version, formula, ...layers] = inchi.split("/");
  if (version === undefined || formula === undefined) return null;
  return new Map([
    ["formula", withoutProtons(formula)],
    ...layers.map((layer) => [layer[0]!, layer.slice(1)] as const),
  ]);
}

/** The formula without hydrogens: their number follows the protonation. */
const withoutProtons = (formula: string): string => formula.replace(/H\d*(?![a-z])/, "");

/** Same elements as the reference, in the same numbers; hydrogens are not counted. */
export const sameFormula: PoseCheck = {
  id: "molecular_formula",
  needs: "reference",
  unit: "",
  run: sameLayers(["formula"]),
};

/** Same connections as the reference. */
export const sameBonds: PoseCheck = {
  id: "molecular_bonds",
  needs: "reference",
  unit: "",
  run: sameLayers(["formula", "c"]),
};

/** Double bonds are cis and trans as in the reference. */
export const sameDoubleBonds: PoseCheck = {
  id: "double_bond_stereochemistry",
  needs: "reference",
  unit: "",
  run: sameLayers(["b"]),
};

/** Every tetrahedral centre has the hand that it has in the reference. */
export const sameCentres: PoseCheck = {
  id: "tetrahedral_chirality",
  needs: "reference",
  unit: "",
  run: sameLayers(["t", "m"]),
};
