import { freedomBytes, torsions } from "./ligand";
import { random, randomSigned } from "./random";

const halfTurn: f32 = Mathf.PI;
const fullTurn: f32 = 2 * Mathf.PI;

/** Turns the quaternion at `pose + 16` by a rotation vector in the frame of the receptor. */
export function turn(pose: usize, x: f32, y: f32, z: f32): void {
  const angle = Mathf.sqrt(x * x + y * y + z * z);
  if (angle < 1e-9) return;
  const s: f32 = Mathf.sin(<f32>0.5 * angle) / angle;
  const w: f32 = Mathf.cos(<f32>0.5 * angle);
  x *= s;
  y *= s;
  z *= s;
  const qx = load<f32>(pose, 16);
  const qy = load<f32>(pose, 20);
  const qz = load<f32>(pose, 24);
  const qw = load<f32>(pose, 28);
  const tx = w * qx + x * qw + y * qz - z * qy;
  const ty = w * qy - x * qz + y * qw + z * qx;
  const tz = w * qz + x * qy - y * qx + z * qw;
  const tw = w * qw - x * qx - y * qy - z * qz;
  const scale = <f32>1 / Mathf.sqrt(tx * tx + ty * ty + tz * tz + tw * tw);
  v128.store(pose, f32x4(tx * scale, ty * scale, tz * scale, tw * scale), 16);
}

/** `to` = `from` moved by `step` times `direction`. */
export function move(from: usize, direction: usize, step: f32, to: usize): void {
  const scale = f32x4.splat(step);
  v128.store(to, f32x4.add(v128.load(from), f32x4.mul(v128.load(direction), scale)));
  v128.store(to, v128.load(from, 16), 16);
  turn(to, load<f32>(direction, 16) * step, load<f32>(direction, 20) * step, load<f32>(direction, 24) * step);
  for (let at: usize = 32; at < freedomBytes; at += 16)
    v128.store(to + at, f32x4.add(v128.load(from + at), f32x4.mul(v128.load(direction + at), scale)));
}

/** Torsions back into half a turn either way. */
export function wrapTorsions(pose: usize): void {
  for (let at: usize = 32; at < freedomBytes; at += 16) {
    const angles = v128.load(pose + at);
    const turns = f32x4.nearest(f32x4.mul(angles, f32x4.splat(<f32>1 / fullTurn)));
    v128.store(pose + at, f32x4.sub(angles, f32x4.mul(turns, f32x4.splat(fullTurn))));
  }
}

/** A pose anywhere in the box, `x, y, z` its far corner. */
export function scatter(pose: usize, x: f32, y: f32, z: f32): void {
  const atX = x * random();
  const atY = y * random();
  v128.store(pose, f32x4(atX, atY, z * random(), 0));
  randomOrientation(pose);
  for (let torsion = 0; torsion < torsions; torsion++)
    store<f32>(pose + 32 + ((<usize>torsion) << 2), halfTurn * randomSigned());
  for (let at: usize = 32 + ((<usize>torsions) << 2); at < freedomBytes; at += 4) store<f32>(pose + at, 0);
}

/** Uniform over rotations: Shoemake's method. */
export function randomOrientation(pose: usize): void {
  const share = random();
  const first = fullTurn * random();
  const second = fullTurn * random();
  const a = Mathf.sqrt(1 - share);
  const b = Mathf.sqrt(share);
  v128.store(pose, f32x4(a * Mathf.sin(first), a * Mathf.cos(first), b * Mathf.sin(second), b * Mathf.cos(second)), 16);
}

/** A point in the unit ball, to `to`. */
export function randomInBall(to: usize): void {
  for (;;) {
    const x = randomSigned();
    const y = randomSigned();
    const z = randomSigned();
    if (x * x + y * y + z * z < 1) {
      v128.store(to, f32x4(x, y, z, 0));
      return;
    }
  }
}

/** A torsion anywhere. */
export function randomTorsion(pose: usize, torsion: i32): void {
  store<f32>(pose + 32 + ((<usize>torsion) << 2), halfTurn * randomSigned());
}
