import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { graphDescriptorNames, graphDescriptors } from "../src/featurize/descriptors.ts";
import { featureNames, featurise } from "../src/featurize/featurise.ts";
import { toMolGraph, withoutAtom } from "../src/featurize/mol-graph.ts";
import golden from "./golden/descriptors.json" with { type: "json" };

let kit: Awaited<ReturnType<typeof loadChemKit>>;
beforeAll(async () => {
  kit = await loadChemKit();
});

const graphOf = (smiles: string) => unwrap(withMolecule(kit, smiles, (mol) => toMolGraph(mol.graph)));
const at = (name: string): number => graphDescriptorNames.indexOf(name);

describe("graph descriptors", () => {
  it("have distinct names and finite values", () => {
    expect(new Set(featureNames).size).toBe(featureNames.length);
    for (const { smiles } of golden.molecules)
      expect(graphDescriptors(graphOf(smiles)).every(Number.isFinite)).toBe(true);
  });

  it.each(golden.molecules)("agree with RDKit for $smiles", (expected) => {
    const values = graphDescriptors(graphOf(expected.smiles));
    expect(values[at("logP")]).toBeCloseTo(expected.logP, 3);
    expect(values[at("molarRefractivity")]).toBeCloseTo(expected.mr, 2);
    expect(values[at("tpsa")]).toBeCloseTo(expected.tpsa, 2);
    expect(values[at("rings")]).toBe(expected.rings);
    expect(values[at("aromaticRings")]).toBe(expected.aromaticRings);
    expect(values[at("fractionSp3")]).toBeCloseTo(expected.fractionSp3, 4);
    expect(values[at("spiroAtoms")]).toBe(expected.spiro);
    expect(values[at("molWeight")]).toBeCloseTo(expected.weight, 1);
  });

  it("do not depend on how the structure was written", () => {
    const pairs = [
      ["OCC", "CCO"],
      ["c1ccccc1C(=O)O", "OC(=O)c1ccccc1"],
      ["CC(=O)Oc1ccccc1C(=O)O", "O=C(O)C1=CC=CC=C1OC(C)=O"],
    ] as const;
    for (const [one, other] of pairs) {
      const [a, b] = [unwrap(featurise(kit, one)), unwrap(featurise(kit, other))];
      expect(a.smiles).toBe(b.smiles);
      a.descriptors.forEach((value, i) => {
        expect(b.descriptors[i], featureNames[i]).toBeCloseTo(value, 3);
      });
    }
  });

  it("tell a salt from its parent by the form descriptors alone", () => {
    const acid = unwrap(featurise(kit, "OC(=O)c1ccccc1"));
    const salt = unwrap(featurise(kit, "[Na+].[O-]C(=O)c1ccccc1"));
    expect(salt.smiles).toBe(acid.smiles);
    const differing = featureNames.filter((_, i) => Math.abs(acid.descriptors[i]! - salt.descriptors[i]!) > 1e-4);
    expect(differing).toContain("form:alkali");
    expect(differing.every((name) => name.startsWith("form:"))).toBe(true);
  });

  it("count a molecule that lost an atom as that molecule", () => {
    const toluene = graphOf("Cc1ccccc1");
    const benzene = graphDescriptors(graphOf("c1ccccc1"));
    graphDescriptors(withoutAtom(toluene, 0)).forEach((value, i) => {
      expect(value, graphDescriptorNames[i]).toBeCloseTo(benzene[i]!, 4);
    });
  });

  it("report a structure that cannot be read", () => {
    expect(featurise(kit, "C1CC").ok).toBe(false);
  });
});
