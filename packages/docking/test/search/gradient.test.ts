import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notScored } from "../../src/index.ts";
import { pairCutoffAngstrom, pairEnergy } from "../../src/scoring/index.ts";
import { placeLigand, readLigand } from "../../src/search/ligand-layout.ts";
import { poseAtoms } from "../../src/search/pose-atoms.ts";
import { mapAddress } from "../../src/search/receptor-site.ts";
import { chain, pocket, pocketBox } from "./artificial-complex.ts";
import { openRoom } from "./open-room.ts";

const ligand = chain();
const search = readLigand(ligand);
const receptor = pocket();
const room = await openRoom(receptor, pocketBox, [0, 1, 8, 3, 9, 12]);
const { kernel, memory, plan } = room;
const place = placeLigand(memory, room.room, search, (kind) => mapAddress(plan, kind), room.room + plan.roomBytes);
kernel.bindLigand(place.header);
const torsions = search.tree.length - 1;
const freedoms = place.freedomBytes / 4;

/** Kernel's energy and gradient: position, rotation vector, torsions. */
function evaluate(pose: readonly number[]) {
  new Float32Array(memory, place.end, freedoms).set(pose);
  const energy = kernel.evaluate(place.end, place.end + place.freedomBytes);
  const all = new Float32Array(memory, place.end + place.freedomBytes, freedoms);
  return { energy, gradient: [...all.slice(0, 3), ...all.slice(4, 7), ...all.slice(8, 8 + torsions)] };
}

/**
 * The same energy in double precision, over all pairs. `continuous` moves each function to 0 at the cut-off, which
 * leaves its slope as it is, so that differences do not see pairs come and go.
 */
function reference(pose: readonly number[], continuous = false): number {
  const positions = poseAtoms(search, pose, plan.corner);
  let sum = 0;
  const add = (first: number, second: number, distance: number) => {
    if (distance >= pairCutoffAngstrom) return;
    sum +=
      pairEnergy(first, second, distance) - (continuous ? pairEnergy(first, second, pairCutoffAngstrom - 1e-9) : 0);
  };
  for (let i = 0; i < ligand.atoms; i++) {
    if (ligand.kinds[i] === notScored) continue;
    for (let j = 0; j < receptor.atoms; j++)
      if (receptor.kinds[j] !== notScored)
        add(ligand.kinds[i]!, receptor.kinds[j]!, distance(positions, i, receptor.positions, j));
  }
  for (let p = 0; p < ligand.pairs.length; p += 2) {
    const [i, j] = [ligand.pairs[p]!, ligand.pairs[p + 1]!];
    add(ligand.kinds[i]!, ligand.kinds[j]!, distance(positions, i, positions, j));
  }
  return sum;
}

const distance = (a: Float64Array, i: number, b: Float64Array, j: number) =>
  Math.hypot(...[0, 1, 2].map((axis) => a[3 * i + axis]! - b[3 * j + axis]!));

/** A pose with one coordinate changed; rotations are turned about an axis of the receptor's frame. */
function nudged(pose: readonly number[], coordinate: number, by: number): number[] {
  const moved = [...pose];
  if (coordinate < 3) moved[coordinate]! += by;
  else if (coordinate >= 6) moved[coordinate + 2]! += by;
  else {
    const turn = [0, 0, 0, Math.cos(by / 2)];
    turn[coordinate - 3] = Math.sin(by / 2);
    const [ax, ay, az, aw] = turn as [number, number, number, number];
    const [bx, by2, bz, bw] = pose.slice(4, 8) as [number, number, number, number];
    moved[4] = aw * bx + ax * bw + ay * bz - az * by2;
    moved[5] = aw * by2 - ax * bz + ay * bw + az * bx;
    moved[6] = aw * bz + ax * by2 - ay * bx + az * bw;
    moved[7] = aw * bw - ax * bx - ay * by2 - az * bz;
  }
  return moved;
}

const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const poses = fc
  .tuple(
    fc.array(fc.double({ min: 5, max: 11, noNaN: true }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    fc.array(angle, { minLength: torsions, maxLength: torsions }),
  )
  .filter(([, quaternion]) => Math.hypot(...quaternion) > 0.1)
  .map(([position, quaternion, angles]) => {
    const length = Math.hypot(...quaternion);
    return [...position, 0, ...quaternion.map((part) => part / length), ...angles];
  });

/** How far a slope is from the central difference. */
function slopeError(
  energy: (pose: readonly number[]) => number,
  pose: readonly number[],
  coordinate: number,
  slope: number,
  step: number,
) {
  const numeric = (energy(nudged(pose, coordinate, step)) - energy(nudged(pose, coordinate, -step))) / (2 * step);
  return Math.abs(slope - numeric);
}

describe("energies of poses", () => {
  it("are those of the scoring function where the receptor's atoms are summed", () => {
    kernel.chooseEnergy(true, plan.trueFunctions, 200);
    fc.assert(
      fc.property(poses, (pose) => {
        const energy = reference(pose);
        fc.pre(energy < 100);
        expect(Math.abs(evaluate(pose).energy - energy)).toBeLessThan(0.01 + 0.002 * Math.abs(energy));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("have gradients that agree with differences of the scoring function", () => {
    kernel.chooseEnergy(true, plan.trueFunctions, 200);
    const errors: number[] = [];
    for (const pose of fc.sample(poses, { numRuns: 200, seed: 2 })) {
      if (reference(pose) > 100) continue;
      const { gradient } = evaluate(pose);
      const largest = Math.max(10, ...gradient.map(Math.abs));
      for (const [coordinate, value] of gradient.entries())
        errors.push(slopeError((at) => reference(at, true), pose, coordinate, value, 1e-3) / largest);
    }
    errors.sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(500);
    expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThan(0.01);
    // The rest: between two knots of a table the slope is a line, which rounds off the corners of the ramps.
    expect(errors[Math.floor(0.99 * errors.length)]).toBeLessThan(0.1);
  });

  it("have gradients over the maps that agree with differences of the maps", () => {
    kernel.chooseEnergy(false, plan.bentFunctions, 20);
    const energy = (pose: readonly number[]) => evaluate(pose).energy;
    fc.assert(
      fc.property(poses, (pose) => {
        const { gradient } = evaluate(pose);
        const largest = Math.max(...gradient.map(Math.abs));
        // The gradient over the maps jumps at the faces of their cells.
        for (const [coordinate, value] of gradient.entries())
          expect(slopeError(energy, pose, coordinate, value, 4e-3)).toBeLessThan(0.5 + 0.15 * largest);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it("rise linearly outside of the box, with the slope pointing back", () => {
    kernel.chooseEnergy(false, plan.bentFunctions, 20);
    const far = [-30, 8, 8, 0, 0, 0, 0, 1, ...Array<number>(torsions).fill(0)];
    const further = [-31, ...far.slice(1)];
    expect(evaluate(further).energy - evaluate(far).energy).toBeCloseTo(20 * search.scored.length, 0);
    expect(evaluate(far).gradient[0]).toBeCloseTo(-20 * search.scored.length, 0);
  });
});
