import {
  atomBytes,
  branchAxis,
  branchBytes,
  branchColumnX,
  branchColumnY,
  branchColumnZ,
  branchEnd,
  branches,
  branchesBytes,
  branchFirst,
  branchForce,
  branchMoment,
  branchOffset,
  branchOrigin,
  branchParent,
  branchWorldAxis,
  cosines,
  forces,
  localAtoms,
  sines,
  torsions,
  worldAtoms,
} from "./ligand";
import { cross, dot } from "./vector";

/**
 * Sines and cosines of four angles at a time: reduced to a quarter turn, then the short polynomials of Cephes' sinf
 * and cosf.
 */
function turnAngles(angles: usize): void {
  const bytes = (<usize>torsions) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(angles + at);
    const quarters = f32x4.nearest(f32x4.mul(x, f32x4.splat(0.63661977)));
    let r = f32x4.sub(x, f32x4.mul(quarters, f32x4.splat(1.5703125)));
    r = f32x4.sub(r, f32x4.mul(quarters, f32x4.splat(4.8375129e-4)));
    r = f32x4.sub(r, f32x4.mul(quarters, f32x4.splat(7.5497899e-8)));
    const s = f32x4.mul(r, r);
    let sine = f32x4.add(f32x4.mul(s, f32x4.splat(-1.9515296e-4)), f32x4.splat(8.3321609e-3));
    sine = f32x4.add(f32x4.mul(sine, s), f32x4.splat(-1.6666655e-1));
    sine = f32x4.add(f32x4.mul(f32x4.mul(sine, s), r), r);
    let cosine = f32x4.add(f32x4.mul(s, f32x4.splat(2.4433157e-5)), f32x4.splat(-1.3887316e-3));
    cosine = f32x4.add(f32x4.mul(cosine, s), f32x4.splat(4.1666646e-2));
    cosine = f32x4.add(f32x4.mul(f32x4.mul(cosine, s), s), f32x4.sub(f32x4.splat(1), f32x4.mul(s, f32x4.splat(0.5))));
    const quadrant = i32x4.trunc_sat_f32x4_s(quarters);
    const one = i32x4.splat(1);
    const odd = i32x4.eq(v128.and(quadrant, one), one);
    const sineSign = i32x4.shl(v128.and(quadrant, i32x4.splat(2)), 30);
    const cosineSign = i32x4.shl(v128.and(i32x4.add(quadrant, one), i32x4.splat(2)), 30);
    v128.store(sines + at, v128.xor(v128.bitselect(cosine, sine, odd), sineSign));
    v128.store(cosines + at, v128.xor(v128.bitselect(sine, cosine, odd), cosineSign));
  }
}

function placeAtoms(branch: usize): void {
  const origin = v128.load(branch, branchOrigin);
  const x = v128.load(branch, branchColumnX);
  const y = v128.load(branch, branchColumnY);
  const z = v128.load(branch, branchColumnZ);
  const end = <usize>load<u32>(branch, branchEnd);
  for (let atom = <usize>load<u32>(branch, branchFirst); atom < end; atom += 16) {
    const from = localAtoms + atom;
    let at = f32x4.add(origin, f32x4.mul(x, v128.load32_splat(from)));
    at = f32x4.add(at, f32x4.mul(y, v128.load32_splat(from, 4)));
    v128.store(worldAtoms + atom, f32x4.add(at, f32x4.mul(z, v128.load32_splat(from, 8))));
  }
}

/** Coordinates of every atom of the pose. Cost O(atoms + branches). */
export function place(pose: usize): void {
  turnAngles(pose + 32);
  const qx = load<f32>(pose, 16);
  const qy = load<f32>(pose, 20);
  const qz = load<f32>(pose, 24);
  const qw = load<f32>(pose, 28);
  v128.store(branches, v128.load(pose), branchOrigin);
  v128.store(
    branches,
    f32x4(1 - 2 * (qy * qy + qz * qz), 2 * (qx * qy + qz * qw), 2 * (qx * qz - qy * qw), 0),
    branchColumnX,
  );
  v128.store(
    branches,
    f32x4(2 * (qx * qy - qz * qw), 1 - 2 * (qx * qx + qz * qz), 2 * (qy * qz + qx * qw), 0),
    branchColumnY,
  );
  v128.store(
    branches,
    f32x4(2 * (qx * qz + qy * qw), 2 * (qy * qz - qx * qw), 1 - 2 * (qx * qx + qy * qy), 0),
    branchColumnZ,
  );
  placeAtoms(branches);
  const end = branches + branchesBytes;
  let angle: usize = 0;
  for (let branch = branches + branchBytes; branch < end; branch += branchBytes) {
    const parent = branches + <usize>load<u32>(branch, branchParent);
    const x = v128.load(parent, branchColumnX);
    const y = v128.load(parent, branchColumnY);
    const z = v128.load(parent, branchColumnZ);
    let origin = f32x4.add(v128.load(parent, branchOrigin), f32x4.mul(x, v128.load32_splat(branch, branchOffset)));
    origin = f32x4.add(origin, f32x4.mul(y, v128.load32_splat(branch, branchOffset + 4)));
    origin = f32x4.add(origin, f32x4.mul(z, v128.load32_splat(branch, branchOffset + 8)));
    v128.store(branch, origin, branchOrigin);
    const alongX = v128.load32_splat(branch, branchAxis);
    const alongY = v128.load32_splat(branch, branchAxis + 4);
    const alongZ = v128.load32_splat(branch, branchAxis + 8);
    let axis = f32x4.add(f32x4.mul(x, alongX), f32x4.mul(y, alongY));
    axis = f32x4.add(axis, f32x4.mul(z, alongZ));
    v128.store(branch, axis, branchWorldAxis);
    // Rodrigues: v cos + (axis x v) sin + axis (axis . v)(1 - cos); axis . column is the axis in the parent's frame.
    const sine = v128.load32_splat(sines + angle);
    const cosine = v128.load32_splat(cosines + angle);
    const rest = f32x4.mul(axis, f32x4.sub(f32x4.splat(1), cosine));
    const turnedX = f32x4.add(
      f32x4.add(f32x4.mul(x, cosine), f32x4.mul(cross(axis, x), sine)),
      f32x4.mul(rest, alongX),
    );
    const turnedY = f32x4.add(
      f32x4.add(f32x4.mul(y, cosine), f32x4.mul(cross(axis, y), sine)),
      f32x4.mul(rest, alongY),
    );
    v128.store(branch, turnedX, branchColumnX);
    v128.store(branch, turnedY, branchColumnY);
    v128.store(branch, cross(turnedX, turnedY), branchColumnZ);
    placeAtoms(branch);
    angle += 4;
  }
}

/** From dE/dx of every atom to dE over position, rotation vector (about the root's origin) and torsions. */
export function gatherGradient(gradient: usize): void {
  for (let branch = branches + branchesBytes - branchBytes; branch >= branches; branch -= branchBytes) {
    v128.store(branch, f32x4.splat(0), branchForce);
    v128.store(branch, f32x4.splat(0), branchMoment);
  }
  let angle = gradient + 28 + ((<usize>torsions) << 2);
  for (let branch = branches + branchesBytes - branchBytes; branch >= branches; branch -= branchBytes) {
    const origin = v128.load(branch, branchOrigin);
    let force = v128.load(branch, branchForce);
    let moment = v128.load(branch, branchMoment);
    const end = <usize>load<u32>(branch, branchEnd);
    for (let atom = <usize>load<u32>(branch, branchFirst); atom < end; atom += 16) {
      const own = v128.load(forces + atom);
      force = f32x4.add(force, own);
      moment = f32x4.add(moment, cross(f32x4.sub(v128.load(worldAtoms + atom), origin), own));
    }
    if (branch === branches) {
      v128.store(gradient, force);
      v128.store(gradient, moment, 16);
      return;
    }
    store<f32>(angle, dot(moment, v128.load(branch, branchWorldAxis)));
    angle -= 4;
    const parent = branches + <usize>load<u32>(branch, branchParent);
    v128.store(parent, f32x4.add(v128.load(parent, branchForce), force), branchForce);
    const arm = f32x4.sub(origin, v128.load(parent, branchOrigin));
    v128.store(parent, f32x4.add(v128.load(parent, branchMoment), f32x4.add(moment, cross(arm, force))), branchMoment);
  }
}

/** Mean squared distance of the placed atoms to coordinates kept as vectors, Å². */
export function squaredDistanceTo(kept: usize): f32 {
  let sum = f32x4.splat(0);
  for (let atom: usize = 0; atom < atomBytes; atom += 16) {
    const apart = f32x4.sub(v128.load(worldAtoms + atom), v128.load(kept + atom));
    sum = f32x4.add(sum, f32x4.mul(apart, apart));
  }
  const total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2);
  return total / <f32>(atomBytes >> 4);
}
