import { type ChemKit, type MoleculeGraph, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { heavySkeleton, prepareMatching, visitMappings } from "../../src/poses/atom-matching.ts";
import { alignedRmsd, symmetricRmsd } from "../../src/poses/index.ts";
import { hasSharedPoses, posesOf, readText } from "./shared-poses.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const graphOf = (smiles: string): MoleculeGraph => unwrap(withMolecule(kit, smiles, ({ graph }) => graph));

/** Symmetric in several ways: rings, carboxylate, tert-butyl, trifluoromethyl, a cage. */
const smiles = [
  "c1ccccc1C(C)(C)C",
  "OC(=O)c1ccc(C(F)(F)F)cc1",
  "C1C2CC3CC1CC(C2)C3",
  "O=[N+]([O-])c1ccc(N)cc1",
  "CC(C)CO",
];

function automorphisms(graph: MoleculeGraph): number[][] {
  const skeleton = heavySkeleton(graph);
  const found: number[][] = [];
  visitMappings(prepareMatching(skeleton, skeleton)!, (mapping) => found.push([...mapping]) > 0);
  return found;
}

/** A symmetry that is far from the identity: the last of a few hundred. */
function automorphismOf(graph: MoleculeGraph): number[] {
  const skeleton = heavySkeleton(graph);
  let found: number[] = [];
  let count = 0;
  visitMappings(prepareMatching(skeleton, skeleton)!, (mapping) => {
    found = [...mapping];
    return ++count < 300;
  });
  return found;
}

const permuted = (positions: Float64Array, mapping: readonly number[]): Float64Array => {
  const moved = new Float64Array(positions.length);
  for (const [atom, image] of mapping.entries()) moved.set(positions.subarray(3 * atom, 3 * atom + 3), 3 * image);
  return moved;
};

const places = (atoms: number) =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3 * atoms, maxLength: 3 * atoms })
    .map((values) => Float64Array.from(values));

describe.each(smiles)("RMSD of %s", (text) => {
  test("is the least over all symmetries, and the same after any of them", () => {
    const graph = graphOf(text);
    const all = automorphisms(graph);
    expect(all.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(places(graph.atomCount), places(graph.atomCount), fc.nat(all.length - 1), (a, b, which) => {
        const plain = (mapping: readonly number[]) => {
          let sum = 0;
          mapping.forEach((image, atom) => {
            for (let axis = 0; axis < 3; axis++) sum += (a[3 * atom + axis]! - b[3 * image + axis]!) ** 2;
          });
          return Math.sqrt(sum / mapping.length);
        };
        const best = symmetricRmsd({ graph, positions: a }, { graph, positions: b })!;
        expect(best.isExact).toBe(true);
        expect(best.rmsd).toBeCloseTo(Math.min(...all.map(plain)), 9);
        const turned = permuted(b, all[which]!);
        expect(symmetricRmsd({ graph, positions: a }, { graph, positions: turned })!.rmsd).toBeCloseTo(best.rmsd, 9);
      }),
      { numRuns: 25 },
    );
  });

  test("with superposition does not change when a pose is moved and turned, and is never larger", () => {
    const graph = graphOf(text);
    fc.assert(
      fc.property(
        places(graph.atomCount),
        places(graph.atomCount),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (a, b, turn) => {
          const [c, s] = [Math.cos(turn), Math.sin(turn)];
          const moved = b.map((_, i) => {
            const [x, y, z] = b.subarray(3 * Math.trunc(i / 3));
            return [c * x! - s * z! + 7, y! - 3, s * x! + c * z! + 1][i % 3]!;
          });
          const before = alignedRmsd({ graph, positions: a }, { graph, positions: b })!.rmsd;
          expect(alignedRmsd({ graph, positions: a }, { graph, positions: moved })!.rmsd).toBeCloseTo(before, 6);
          expect(before).toBeLessThanOrEqual(
            symmetricRmsd({ graph, positions: a }, { graph, positions: b })!.rmsd + 1e-9,
          );
        },
      ),
      { numRuns: 10 },
    );
  });
});

test("two molecules that differ have no RMSD", () => {
  const [one, other] = [graphOf("CCO"), graphOf("CCN")];
  const positions = new Float64Array(9);
  expect(symmetricRmsd({ graph: one, positions }, { graph: other, positions })).toBeNull();
  expect(symmetricRmsd({ graph: graphOf("CC(C)CC"), positions }, { graph: graphOf("CCCCC"), positions })).toBeNull();
});

test("a mirror image is not turned onto its original", () => {
  const graph = graphOf("CC(F)(Cl)Br");
  const positions = Float64Array.of(0, 0, 1.5, 0, 0, 0, 1.3, 0, -0.4, -0.6, 1.5, -0.5, -0.9, -1.6, -0.6);
  const mirrored = positions.map((value, i) => (i % 3 === 0 ? -value : value));
  expect(alignedRmsd({ graph, positions }, { graph, positions: mirrored })!.rmsd).toBeGreaterThan(0.5);
});

test("many symmetric groups are no obstacle", () => {
  // Nine tert-butyl groups alone have 6^9 symmetries, ten million: too many to list.
  const graph = graphOf("C(C(C)(C)C)(C(C)(C)C)(C(C)(C)C)CC(CC(C)(C)C)(CC(C)(C)C)CC(CC(C)(C)C)(CC(C)(C)C)CC(C)(C)C");
  const positions = Float64Array.from({ length: 3 * graph.atomCount }, (_, i) => Math.sin(17 * i) * 4);
  const shaken = positions.map((value, i) => value + 0.3 * Math.cos(29 * i));
  const turned = permuted(shaken, automorphismOf(graph));
  const [plain, other] = [shaken, turned].map(
    (pose) => symmetricRmsd({ graph, positions }, { graph, positions: pose })!,
  );
  expect(plain!.isExact).toBe(true);
  expect(plain!.rmsd).toBeLessThan(0.6);
  expect(other!.rmsd).toBeCloseTo(plain!.rmsd, 9);
});

/** spyrmsd 0.9.0, `symmrmsd` of heavy atoms, without and with `minimize=True`. */
const golden: [string, string, string, number, number][] = [
  ["6YR2_T1C", "6YR2_T1C_tankbind.sdf", "6YR2_T1C_crystal.sdf", 2.485563468118973, 2.1711971643349033],
  ["1Q1G_MTI", "1Q1G_MTI_tankbind.sdf", "1Q1G_MTI_crystal.sdf", 23.512082072670637, 1.6252329399983023],
  ["1MMV_3AR", "1MMV_3AR_tankbind.sdf", "1MMV_3AR_crystal.sdf", 4.9969967820014976, 1.5667109612148022],
  ["1IA1_TQ3", "1IA1_TQ3_ligand.sdf", "1IA1_TQ3_ligands.sdf", 47.79001604827871, 0.06632105591311184],
];
test.skipIf(!hasSharedPoses).each(golden)("%s as spyrmsd", async (folder, pose, reference, plain, aligned) => {
  const [own] = await posesOf(kit, readText("posebusters_examples", folder, pose));
  const [known] = await posesOf(kit, readText("posebusters_examples", folder, reference));
  expect(symmetricRmsd(own!, known!)!.rmsd).toBeCloseTo(plain, 6);
  expect(alignedRmsd(own!, known!)!.rmsd).toBeCloseTo(aligned, 6);
});
