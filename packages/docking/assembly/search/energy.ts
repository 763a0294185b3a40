import { atomBytes, atomKinds, forces, localAtoms, pairs, pairsEnd, worldAtoms } from "./ligand";
import { gatherGradient, place } from "./pose";
import { sumLanes } from "./vector";

// Functions of a pair of kinds: over r², knots 1/knotsPerSquare apart, each [energy, dE/dr / r].
const knotsPerSquare: f32 = 8;
const squareEnd: f32 = 64;

/** Points of the maps along x, y, z and per Å; bytes from a point to the next along y and z. */
let last: v128 = f32x4.splat(0);
let pointsPerAngstrom: f32 = 1;
let rowBytes: i32 = 0;
let planeBytes: i32 = 0;
/** Pair functions of the ligand within itself. */
let ownFunctions: usize = 0;
/** Pair functions with the receptor's atoms, and cells with lists of them; used where `exact`. */
let siteFunctions: usize = 0;
let siteAtoms: usize = 0;
let cells: usize = 0;
let cellsPerAngstrom: f32 = 0;
let cellsX: i32 = 0;
let cellsY: i32 = 0;
let cellsZ: i32 = 0;
let exact: bool = false;
/** Energy of one Å outside of the box, for each atom and direction. */
let wall: f32 = 20;
let evaluations: u32 = 0;

export function bindGrid(pointsX: i32, pointsY: i32, pointsZ: i32, spacing: f32): void {
  pointsPerAngstrom = <f32>1 / spacing;
  rowBytes = pointsX << 3;
  planeBytes = rowBytes * pointsY;
  last = f32x4(<f32>(pointsX - 1), <f32>(pointsY - 1), <f32>(pointsZ - 1), 0);
}

export function bindSite(
  functions: usize,
  receptorAtoms: usize,
  lists: usize,
  x: i32,
  y: i32,
  z: i32,
  side: f32,
): void {
  siteFunctions = functions;
  siteAtoms = receptorAtoms;
  cells = lists;
  cellsX = x;
  cellsY = y;
  cellsZ = z;
  cellsPerAngstrom = <f32>1 / side;
}

/** From now on energies come from the maps, or from the receptor's atoms themselves. */
export function chooseEnergy(isExact: bool, functions: usize, wallSlope: f32): void {
  exact = isExact;
  ownFunctions = functions;
  wall = wallSlope;
}

export function countEvaluations(): u32 {
  return evaluations;
}

/** Trilinear interpolation of each atom's map; writes `forces`. */
function gridEnergy(): f32 {
  let energy: f32 = 0;
  const scale = f32x4.splat(pointsPerAngstrom);
  const zero = f32x4.splat(0);
  // Below the last point, so that the cell's far corner is still on the map.
  const ceiling = f32x4.mul(last, f32x4.splat(0.999999));
  for (let atom: usize = 0; atom < atomBytes; atom += 16) {
    const free = f32x4.mul(v128.load(worldAtoms + atom), scale);
    const held = f32x4.pmin(f32x4.pmax(free, zero), ceiling);
    const cell = i32x4.trunc_sat_f32x4_s(held);
    const part = f32x4.sub(held, f32x4.convert_i32x4_s(cell));
    const corner =
      <usize>load<u32>(localAtoms + atom, 12) +
      <usize>(
        (i32x4.extract_lane(cell, 2) * planeBytes +
          i32x4.extract_lane(cell, 1) * rowBytes +
          (i32x4.extract_lane(cell, 0) << 3))
      );
    // Lanes: (x, y), (x, y + 1), (x + 1, y), (x + 1, y + 1).
    const near = v128.load(corner);
    const slopeZ = f32x4.sub(v128.load(corner + <usize>planeBytes), near);
    const level = f32x4.add(near, f32x4.mul(slopeZ, f32x4.splat(f32x4.extract_lane(part, 2))));
    const fx = f32x4.extract_lane(part, 0);
    const fy = f32x4.extract_lane(part, 1);
    const level00 = f32x4.extract_lane(level, 0);
    const level10 = f32x4.extract_lane(level, 2);
    const slopeY0 = f32x4.extract_lane(level, 1) - level00;
    const slopeY1 = f32x4.extract_lane(level, 3) - level10;
    const edge0 = level00 + fy * slopeY0;
    const slopeX = level10 + fy * slopeY1 - edge0;
    const z0 = f32x4.extract_lane(slopeZ, 0);
    const z1 = f32x4.extract_lane(slopeZ, 2);
    const zEdge0 = z0 + fy * (f32x4.extract_lane(slopeZ, 1) - z0);
    const zEdge1 = z1 + fy * (f32x4.extract_lane(slopeZ, 3) - z1);
    energy += edge0 + fx * slopeX;
    const gradient = f32x4(slopeX, slopeY0 + fx * (slopeY1 - slopeY0), zEdge0 + fx * (zEdge1 - zEdge0), 0);
    v128.store(forces + atom, f32x4.mul(gradient, scale));
    const outside = f32x4.sub(free, f32x4.pmin(f32x4.pmax(free, zero), last));
    if (v128.any_true(f32x4.ne(outside, zero))) energy += pushInside(atom, outside);
  }
  return energy;
}

/**
 * The wall of the box: linear in the distance outside, and no slope of the map in that direction. `outside` in
 * points.
 */
function pushInside(atom: usize, outside: v128): f32 {
  const zero = f32x4.splat(0);
  const isIn = f32x4.eq(outside, zero);
  const sign = v128.or(v128.and(outside, f32x4.splat(-0.0)), f32x4.splat(wall));
  v128.store(forces + atom, v128.bitselect(v128.load(forces + atom), sign, isIn));
  return (f32x4.extract_lane(sumLanes(f32x4.abs(outside)), 0) * wall) / pointsPerAngstrom;
}

/** Sum over the receptor's atoms near each atom; writes `forces`. */
function siteEnergy(): f32 {
  let energy: f32 = 0;
  const zero = f32x4.splat(0);
  const corner = f32x4.mul(last, f32x4.splat(<f32>1 / pointsPerAngstrom));
  for (let atom: usize = 0; atom < atomBytes; atom += 16) {
    const at = v128.load(worldAtoms + atom);
    const held = f32x4.pmin(f32x4.pmax(at, zero), corner);
    const place = i32x4.trunc_sat_f32x4_s(f32x4.mul(held, f32x4.splat(cellsPerAngstrom)));
    const x = min(i32x4.extract_lane(place, 0), cellsX - 1);
    const y = min(i32x4.extract_lane(place, 1), cellsY - 1);
    const z = min(i32x4.extract_lane(place, 2), cellsZ - 1);
    const slot = cells + ((<usize>((z * cellsY + y) * cellsX + x)) << 2);
    const functions = siteFunctions + <usize>load<u32>(atomKinds + (atom >> 2));
    let force = zero;
    const listEnd = cells + <usize>load<u32>(slot, 4);
    for (let entry = cells + <usize>load<u32>(slot); entry < listEnd; entry += 4) {
      const partner = siteAtoms + <usize>load<u32>(entry);
      // The partner's last lane holds where its functions start: kept out of the distance.
      const there = v128.load(partner);
      const apart = f32x4.replace_lane(f32x4.sub(at, there), 3, 0);
      const square = f32x4.extract_lane(sumLanes(f32x4.mul(apart, apart)), 0);
      if (square < squareEnd) {
        const knots = square * knotsPerSquare;
        const knot = <i32>knots;
        const two = v128.load(functions + <usize>i32x4.extract_lane(there, 3) + ((<usize>knot) << 3));
        const share = f32x4.splat(knots - <f32>knot);
        const value = f32x4.add(two, f32x4.mul(share, f32x4.sub(v128.shuffle<f32>(two, two, 2, 3, 2, 3), two)));
        energy += f32x4.extract_lane(value, 0);
        force = f32x4.add(force, f32x4.mul(apart, v128.shuffle<f32>(value, value, 1, 1, 1, 1)));
      }
    }
    v128.store(forces + atom, force);
    const outside = f32x4.sub(at, held);
    if (v128.any_true(f32x4.ne(outside, zero)))
      energy += pushInside(atom, f32x4.mul(outside, f32x4.splat(pointsPerAngstrom)));
  }
  return energy;
}

/** Pairs of the ligand's own atoms; adds to `forces`. */
function pairEnergy(): f32 {
  let energy: f32 = 0;
  let entry = pairs;
  while (entry < pairsEnd) {
    const i = <usize>load<u32>(entry);
    const runEnd = entry + 8 + ((<usize>load<u32>(entry, 4)) << 3);
    const at = v128.load(worldAtoms + i);
    let force = v128.load(forces + i);
    for (entry += 8; entry < runEnd; entry += 8) {
      const j = <usize>load<u32>(entry);
      const apart = f32x4.sub(at, v128.load(worldAtoms + j));
      const square = f32x4.extract_lane(sumLanes(f32x4.mul(apart, apart)), 0);
      if (square < squareEnd) {
        const knots = square * knotsPerSquare;
        const knot = <i32>knots;
        const two = v128.load(ownFunctions + <usize>load<u32>(entry, 4) + ((<usize>knot) << 3));
        const share = f32x4.splat(knots - <f32>knot);
        const value = f32x4.add(two, f32x4.mul(share, f32x4.sub(v128.shuffle<f32>(two, two, 2, 3, 2, 3), two)));
        energy += f32x4.extract_lane(value, 0);
        const pull = f32x4.mul(apart, v128.shuffle<f32>(value, value, 1, 1, 1, 1));
        force = f32x4.add(force, pull);
        v128.store(forces + j, f32x4.sub(v128.load(forces + j), pull));
      }
    }
    v128.store(forces + i, force);
  }
  return energy;
}

/**
 * Energy of a pose, kcal/mol, and its gradient over position, rotation vector and torsions. Leaves the atoms
 * placed.
 */
export function evaluate(pose: usize, gradient: usize): f32 {
  evaluations++;
  place(pose);
  const outer = exact ? siteEnergy() : gridEnergy();
  const inner = pairEnergy();
  gatherGradient(gradient);
  return outer + inner;
}
