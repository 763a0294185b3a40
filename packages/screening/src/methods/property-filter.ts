import { descriptorNames, descriptors } from "@qinghao/chemistry";
import { z } from "zod";
import { forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod } from "./method.ts";

const settings = z.object({
  /** Inclusive bounds on RDKit descriptors; a bound that is left out is open. */
  ranges: z
    .array(z.object({ descriptor: z.enum(descriptorNames), min: z.number().optional(), max: z.number().optional() }))
    .min(1)
    .max(descriptorNames.length),
  /** How many of the ranges a ligand may miss; Lipinski's rule allows one. */
  violations: z.number().int().nonnegative().default(0),
});

/** Keeps ligands whose descriptors lie in ranges. A descriptor that a molecule does not have counts as missed. */
export const propertyFilter = defineMethod({
  id: "property-filter",
  name: { en: "Property filter", zh: "性质过滤" },
  score: { en: "ranges missed", zh: "超出的范围数" },
  better: "lower",
  shardSize: 1000,
  accelerated: false,
  settings,
  open(kit, { ranges, violations }) {
    const wanted = ranges.map(({ descriptor, min, max }) => ({
      at: descriptorNames.indexOf(descriptor),
      min: min ?? Number.NEGATIVE_INFINITY,
      max: max ?? Number.POSITIVE_INFINITY,
    }));
    return (ligands) =>
      forEachMolecule(kit, ligands, (mol) => {
        const values = descriptors(mol);
        const missed = wanted.filter(({ at, min, max }) => !(values[at]! >= min && values[at]! <= max)).length;
        return { ok: true, score: missed, passes: missed <= violations };
      });
  },
});
