// Oracles: the definition of the first-order overlap summed in double precision, differences of values for the gradient, the
// volume of a ball, and molecules that were moved by a known amount.
import { spatialGraph, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { type ConformerKernel, generateConformers } from "@qinghao/docking/conformers";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { createRng, unwrap } from "@qinghao/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadShapeKernel } from "../../src/node.ts";
import { colourKinds } from "../../src/shape/colour-features.ts";
import { atomKind, atomKindCount, atomPairs, colourPair } from "../../src/shape/gaussian.ts";
import { applyTransform, bestOverlay } from "../../src/shape/overlay.ts";
import { overlapOf, type PlacedShape, placeShape, shapePlan } from "../../src/shape/placed-shape.ts";
import { movePoints, type RigidPose, rotationMatrix } from "../../src/shape/rigid.ts";
import type { ShapeKernel } from "../../src/shape/shape-kernel.ts";
import { overlayStarts } from "../../src/shape/starts.ts";

let kernel: ShapeKernel;
let kit: Awaited<ReturnType<typeof loadChemKit>>;
let conformers: ConformerKernel;
beforeAll(async () => {
  [kernel, kit, conformers] = await Promise.all([loadShapeKernel(), loadChemKit(), loadConformerKernel()]);
});

/** Points of a made-up molecule: a chain with random kinds and colours. */
function randomShape(seed: number, atoms: number, colours: number): PlacedShape {
  const rng = createRng(seed);
  const walk = [0, 0, 0];
  const chain = Array.from({ length: atoms }, () =>
    walk.map((_, k) => (walk[k]! += 1.5 * (rng.next() - 0.5) + (k === 0 ? 0.6 : 0))),
  );
  const points = [...chain, ...Array.from({ length: colours }, () => chain[rng.int(atoms)]!)].flat();
  const colourOf = Array.from({ length: colours }, () => atomKindCount + rng.int(colourKinds.length)).sort(
    (a, b) => a - b,
  );
  const kinds = Uint8Array.from([...chain.map(() => rng.int(atomKindCount)), ...colourOf]);
  const centred = { points: Float64Array.from(points, (value, at) => value - walk[at % 3]! / 2), kinds };
  const self = overlapOf(centred, centred, atoms, atoms);
  const frame = { origin: [0, 0, 0], axes: [1, 0, 0, 0, 1, 0, 0, 0, 1], spread: [3, 2, 1] };
  return { ...centred, atomCount: atoms, atomSelf: self.atoms, colourSelf: self.colours, ...frame };
}

function randomPose(seed: number): RigidPose {
  const rng = createRng(seed);
  const quaternion = Array.from({ length: 4 }, () => rng.next() - 0.5);
  const length = Math.hypot(...quaternion);
  return Float64Array.from([
    ...quaternion.map((part) => part / length),
    ...[0, 1, 2].map(() => 3 * (rng.next() - 0.5)),
  ]);
}

const moved = (molecule: PlacedShape, pose: RigidPose) => ({
  ...molecule,
  points: movePoints(molecule.points, rotationMatrix(pose), pose.subarray(4)),
});

const cases = fc.record({
  seed: fc.integer(),
  atoms: fc.integer({ min: 1, max: 40 }),
  others: fc.integer({ min: 1, max: 40 }),
  colours: fc.integer({ min: 0, max: 20 }),
  weight: fc.constantFrom(0, 0.5, 1),
});

describe("overlap", () => {
  it("of an atom with itself has the height of Grant and Pickup, and its Gaussian the volume of a ball", () => {
    // V = p * (pi / alpha)^1.5; the pair term of two equal Gaussians is p * p * (pi / 2 alpha)^1.5 = p * V / 2^1.5 = V for p = 2^1.5.
    const carbon = atomPairs[atomKindCount * atomKind(6) + atomKind(6)]!;
    expect(carbon.factor).toBeCloseTo((4 / 3) * Math.PI * 1.7 ** 3, 9);
    expect(carbon.rate).toBeCloseTo(-2.41798793102 / 1.7 ** 2 / 2, 9);
  });

  it("by the kernel is that of the definition", () => {
    fc.assert(
      fc.property(cases, ({ seed, atoms, others, colours, weight }) => {
        const query = randomShape(seed, atoms, colours);
        const molecule = randomShape(seed + 1, others, Math.floor(colours / 2));
        const pose = randomPose(seed);
        kernel.setQuery(query);
        kernel.setMolecule(molecule, weight);
        const found = kernel.measure(pose);
        const expected = overlapOf(query, moved(molecule, pose), atoms, others);
        // What single precision rounds off, and a millionth of each pair that is too faint to count.
        const allowed = (overlap: number, pairs: number, most: number) => 1e-5 * (1 + overlap) + 1e-6 * pairs * most;
        const largest = Math.max(...atomPairs.map(({ factor }) => factor));
        expect(Math.abs(found.atoms - expected.atoms)).toBeLessThan(allowed(expected.atoms, atoms * others, largest));
        expect(Math.abs(found.colours - expected.colours)).toBeLessThan(
          allowed(expected.colours, colours * colours, colourPair.factor),
        );
        const coefficient = (overlap: number, a: number, b: number) =>
          overlap === 0 ? 0 : overlap / (a + b - overlap);
        const value =
          (1 - weight) * coefficient(expected.atoms, query.atomSelf, molecule.atomSelf) +
          weight * coefficient(expected.colours, query.colourSelf, molecule.colourSelf);
        expect(found.value).toBeCloseTo(-value, 4);
      }),
      { numRuns: 200 },
    );
  });

  it("has the gradient that differences of the definition show", () => {
    fc.assert(
      fc.property(cases, ({ seed, atoms, others, colours, weight }) => {
        const query = randomShape(seed, atoms, colours);
        const molecule = randomShape(seed + 1, others, colours);
        const pose = randomPose(seed);
        kernel.setQuery(query);
        kernel.setMolecule(molecule, weight);
        const { gradient } = kernel.measure(pose);
        const lever = Math.hypot(3, 2, 1);
        const valueAt = (freedom: number, step: number) => {
          const shift = [0, 1, 2].map((k) => pose[4 + k]! + (freedom === k ? step : 0));
          let points = movePoints(molecule.points, rotationMatrix(pose), [0, 0, 0]);
          if (freedom >= 3) {
            const angle = step / lever;
            const axis = [0, 1, 2].map((k) => (freedom === 3 + k ? Math.sin(angle / 2) : 0));
            points = movePoints(points, rotationMatrix([Math.cos(angle / 2), ...axis]), [0, 0, 0]);
          }
          const placed = { ...molecule, points: movePoints(points, [1, 0, 0, 0, 1, 0, 0, 0, 1], shift) };
          const found = overlapOf(query, placed, atoms, others);
          const coefficient = (overlap: number, a: number, b: number) =>
            overlap === 0 ? 0 : overlap / (a + b - overlap);
          return (
            -(1 - weight) * coefficient(found.atoms, query.atomSelf, molecule.atomSelf) -
            weight * coefficient(found.colours, query.colourSelf, molecule.colourSelf)
          );
        };
        for (let freedom = 0; freedom < 6; freedom++) {
          const expected = (valueAt(freedom, 1e-4) - valueAt(freedom, -1e-4)) / 2e-4;
          expect(gradient[freedom]).toBeCloseTo(expected, 4);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("overlay", () => {
  const shapesOf = (smiles: string, count: number) => {
    const graph = unwrap(withMolecule(kit, smiles, spatialGraph))!;
    const plan = shapePlan(graph);
    const positions = unwrap(generateConformers(conformers, graph, { count, seed: 1 })).map((one) => one.positions);
    return { graph, plan, positions, shapes: positions.map((one) => placeShape(plan, one)) };
  };

  it("finds a molecule again that was turned and shifted", () => {
    for (const smiles of ["CC(C)Cc1ccc(cc1)C(C)C(=O)O", "Cn1cnc2c1c(=O)n(C)c(=O)n2C", "NCCc1ccc(O)c(O)c1", "CCO"]) {
      const { plan, positions, shapes } = shapesOf(smiles, 1);
      for (let seed = 1; seed <= 10; seed++) {
        const pose = randomPose(seed);
        const away = movePoints(positions[0]!, rotationMatrix(pose), [20, -7, seed]);
        const found = bestOverlay(kernel, shapes, [placeShape(plan, away)]);
        expect(found.shape).toBeGreaterThan(0.999);
        expect(found.colour).toBeGreaterThan(0.99);
        const back = applyTransform(found.transform, away);
        const heavy = plan.atoms.flatMap((at) => [3 * at, 3 * at + 1, 3 * at + 2]);
        for (const at of heavy) expect(back[at]).toBeCloseTo(positions[0]![at]!, 1);
      }
    }
  });

  it("is a rigid move and what it says of the moved molecule is so", () => {
    const query = shapesOf("COc1ccc2cc(ccc2c1)C(C)C(=O)O", 2);
    const ligand = shapesOf("CC(C)Cc1ccc(cc1)C(C)C(=O)O", 4);
    const found = bestOverlay(kernel, query.shapes, ligand.shapes);
    const placed = applyTransform(found.transform, ligand.positions[found.conformer]!);
    const distance = (positions: Float64Array, a: number, b: number) =>
      Math.hypot(...[0, 1, 2].map((k) => positions[3 * a + k]! - positions[3 * b + k]!));
    expect(distance(placed, 0, 9)).toBeCloseTo(distance(ligand.positions[found.conformer]!, 0, 9), 6);
    // The same numbers from the moved coordinates, in one frame for both.
    const inSpace = (plan: typeof query.plan, positions: Float64Array) => {
      const { atomCount, kinds, points, origin, axes } = placeShape(plan, positions);
      const columns = [0, 3, 6, 1, 4, 7, 2, 5, 8].map((at) => axes[at]!);
      return { atomCount, kinds, points: movePoints(points, columns, origin) };
    };
    const a = inSpace(query.plan, query.positions[found.query]!);
    const b = inSpace(ligand.plan, placed);
    const shared = overlapOf(a, b, a.atomCount, b.atomCount);
    const [one, other] = [query.shapes[found.query]!, ligand.shapes[found.conformer]!];
    expect(found.shape).toBeCloseTo(shared.atoms / (one.atomSelf + other.atomSelf - shared.atoms), 4);
    expect(found.colour).toBeCloseTo(shared.colours / (one.colourSelf + other.colourSelf - shared.colours), 4);
    expect(found.score).toBeCloseTo((found.shape + found.colour) / 2, 9);
    expect(found.shape).toBeGreaterThan(0.6);
  });

  it("comes near what a hundred random starts find", () => {
    const query = shapesOf("CN1CCC[C@H]1c1cccnc1", 1).shapes[0]!;
    for (const smiles of [
      "CN(C)CCc1c[nH]c2ccccc12",
      "C1CCC2(CC1)OCCO2",
      "O=C(O)CC(O)(CC(=O)O)C(=O)O",
      "c1ccc2ccccc2c1",
    ]) {
      const molecule = shapesOf(smiles, 1).shapes[0]!;
      kernel.setQuery(query);
      const found = kernel.overlay(molecule, overlayStarts(query, molecule), 0);
      const random = Array.from({ length: 100 }, (_, seed) => [...randomPose(seed).subarray(0, 4)]);
      const thorough = kernel.overlay(molecule, random, 0, { early: 60, kept: 100, late: 60 });
      expect(found.shape).toBeGreaterThan(thorough.shape - 0.03);
      expect(found.shape).toBeLessThan(thorough.shape + 1e-3);
    }
  });

  it("is the same whenever it is asked for", () => {
    const query = shapesOf("CC(C)Cc1ccc(cc1)C(C)C(=O)O", 1).shapes;
    const molecule = shapesOf("COc1ccc2cc(ccc2c1)C(C)C(=O)O", 3).shapes;
    const first = bestOverlay(kernel, query, molecule);
    bestOverlay(kernel, molecule, query);
    expect(bestOverlay(kernel, query, molecule)).toEqual(first);
  });
});
