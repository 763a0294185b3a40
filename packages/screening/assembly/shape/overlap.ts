// First-order Gaussian overlap of two molecules (Grant, Gallardo & Pickup 1996, doi
// 10.1002/(SICI)1096-987X(19961115)17:14<1653::AID-JCC7>3.0.CO;2-K), with its gradient by the pose of one of them. Every pair of
// points adds c * 2^(k * d * d); k and c depend on the kinds of both and are laid out by the host for each kind.
import { toMatrix } from "./quaternion";
import {
  atomCount,
  atomSelf,
  colourSelf,
  colourWeight,
  gradient,
  lever,
  overlaps,
  pointCount,
  points,
  pose,
  queryX,
  queryY,
  queryZ,
} from "./state";

/** Pairs whose exponent is below this are left out: less than 1e-6 of a pair that coincides. */
const faintest: f32 = -20;
/** 2 ln 2: what a derivative of 2^(k d d) has beside k d. */
const slope: f64 = 1.3862943611198906;

const matrix: usize = memory.data(36, 16);
/** Sum, force and torque of the points that were gone through last, seven f64. */
const sums: usize = memory.data(56, 16);

/** 2^y of four numbers in [-126, 0]; relative error below 2e-7. */
function exp2(y: v128): v128 {
  const whole = f32x4.floor(y);
  const part = f32x4.sub(y, whole);
  let power = f32x4.splat(0.0018775766);
  power = f32x4.add(f32x4.mul(power, part), f32x4.splat(0.00898934));
  power = f32x4.add(f32x4.mul(power, part), f32x4.splat(0.055826318));
  power = f32x4.add(f32x4.mul(power, part), f32x4.splat(0.24015362));
  power = f32x4.add(f32x4.mul(power, part), f32x4.splat(0.69315307));
  power = f32x4.add(f32x4.mul(power, part), f32x4.splat(0.99999993));
  return i32x4.add(power, i32x4.shl(i32x4.trunc_sat_f32x4_s(whole), 23));
}

function sumLanes(a: v128): f64 {
  const halves = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.add(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2)), 0) as f64;
}

/** Overlap of the points `from` up to `to` with the query, into `sums`. */
function addPoints(from: i32, to: i32): void {
  let value: f64 = 0;
  let forceX: f64 = 0;
  let forceY: f64 = 0;
  let forceZ: f64 = 0;
  let torqueX: f64 = 0;
  let torqueY: f64 = 0;
  let torqueZ: f64 = 0;
  const shiftX = load<f64>(pose, 32) as f32;
  const shiftY = load<f64>(pose, 40) as f32;
  const shiftZ = load<f64>(pose, 48) as f32;
  for (let point = from; point < to; point++) {
    const at = points + ((point as usize) << 4);
    const px = load<f32>(at);
    const py = load<f32>(at, 4);
    const pz = load<f32>(at, 8);
    const kind = load<u32>(at, 12) as usize;
    const turnedX = load<f32>(matrix) * px + load<f32>(matrix, 4) * py + load<f32>(matrix, 8) * pz;
    const turnedY = load<f32>(matrix, 12) * px + load<f32>(matrix, 16) * py + load<f32>(matrix, 20) * pz;
    const turnedZ = load<f32>(matrix, 24) * px + load<f32>(matrix, 28) * py + load<f32>(matrix, 32) * pz;
    const x = f32x4.splat(turnedX + shiftX);
    const y = f32x4.splat(turnedY + shiftY);
    const z = f32x4.splat(turnedZ + shiftZ);
    let k = load<u32>(kind) as usize;
    let c = load<u32>(kind, 4) as usize;
    const end = load<u32>(kind, 12) as usize;
    let pairSum = f32x4.splat(0);
    let pullX = f32x4.splat(0);
    let pullY = f32x4.splat(0);
    let pullZ = f32x4.splat(0);
    for (let chunk = load<u32>(kind, 8) as usize; chunk < end; chunk += 16, k += 16, c += 16) {
      const dx = f32x4.sub(v128.load(queryX + chunk), x);
      const dy = f32x4.sub(v128.load(queryY + chunk), y);
      const dz = f32x4.sub(v128.load(queryZ + chunk), z);
      const squared = f32x4.add(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)), f32x4.mul(dz, dz));
      const rate = v128.load(k);
      const exponent = f32x4.mul(rate, squared);
      if (!v128.any_true(f32x4.gt(exponent, f32x4.splat(faintest)))) continue;
      const pair = f32x4.mul(exp2(f32x4.max(exponent, f32x4.splat(-126))), v128.load(c));
      const pull = f32x4.mul(pair, rate);
      pairSum = f32x4.add(pairSum, pair);
      pullX = f32x4.add(pullX, f32x4.mul(pull, dx));
      pullY = f32x4.add(pullY, f32x4.mul(pull, dy));
      pullZ = f32x4.add(pullZ, f32x4.mul(pull, dz));
    }
    value += sumLanes(pairSum);
    const ownX = -slope * sumLanes(pullX);
    const ownY = -slope * sumLanes(pullY);
    const ownZ = -slope * sumLanes(pullZ);
    forceX += ownX;
    forceY += ownY;
    forceZ += ownZ;
    torqueX += (turnedY as f64) * ownZ - (turnedZ as f64) * ownY;
    torqueY += (turnedZ as f64) * ownX - (turnedX as f64) * ownZ;
    torqueZ += (turnedX as f64) * ownY - (turnedY as f64) * ownX;
  }
  store<f64>(sums, value);
  store<f64>(sums, forceX, 8);
  store<f64>(sums, forceY, 16);
  store<f64>(sums, forceZ, 24);
  store<f64>(sums, torqueX, 32);
  store<f64>(sums, torqueY, 40);
  store<f64>(sums, torqueZ, 48);
}

/** Adds a share of a Tanimoto coefficient to the gradient. @returns that share of it, with the sign turned */
function addCoefficient(self: f64, share: f64): f64 {
  const overlap = load<f64>(sums);
  const either = self - overlap;
  if (share === 0 || either <= 0) return 0;
  const factor = (-share * self) / (either * either);
  for (let i: usize = 0; i < 6; i++) {
    const at = gradient + (i << 3);
    const part = load<f64>(sums + ((i + 1) << 3));
    store<f64>(at, load<f64>(at) + factor * (i < 3 ? part : part / lever));
  }
  return (-share * overlap) / either;
}

/** What is minimised, at `pose`: minus the weighted mean of both Tanimoto coefficients. Fills `overlaps` and `gradient`. */
export function measure(): f64 {
  toMatrix(pose, matrix);
  memory.fill(gradient, 0, 48);
  addPoints(0, atomCount);
  store<f64>(overlaps, load<f64>(sums));
  let value = addCoefficient(atomSelf, 1 - colourWeight);
  addPoints(atomCount, pointCount);
  store<f64>(overlaps, load<f64>(sums), 8);
  value += addCoefficient(colourSelf, colourWeight);
  return value;
}
