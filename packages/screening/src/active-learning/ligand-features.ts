import { descriptorNames, descriptors, type MolView, morganCounts, type SparseCounts } from "@qinghao/chemistry";

/** What a surrogate knows of a ligand. */
export interface LigandFeatures {
  /** How often each circular environment occurs. */
  readonly counts: SparseCounts;
  /** Whole-molecule properties, each in its own unit; as many for every ligand. */
  readonly properties: Float64Array;
}

/** Long enough that environments of one library hardly fall together. */
const bits = 65536;
const radius = 2;

/** Properties of a docking score's first-order dependence: size, flexibility, polarity, lipophilicity, shape. */
const chosen = [
  "amw",
  "NumRotatableBonds",
  "NumHBD",
  "NumHBA",
  "NumHeavyAtoms",
  "NumAmideBonds",
  "FractionCSP3",
  "NumRings",
  "NumAromaticRings",
  "NumAliphaticRings",
  "tpsa",
  "CrippenClogP",
  "CrippenMR",
  "kappa1",
  "kappa2",
  "kappa3",
] as const;
const places = chosen.map((name) => descriptorNames.indexOf(name));

/** Morgan counts (radius 2) and descriptors of a molecule as it is. */
export function ligandFeatures(mol: MolView): LigandFeatures {
  const all = descriptors(mol);
  const properties = Float64Array.from(places, (place) => {
    const value = all[place]!;
    return Number.isFinite(value) ? value : 0;
  });
  return { counts: morganCounts(mol, { radius, bits }), properties };
}
