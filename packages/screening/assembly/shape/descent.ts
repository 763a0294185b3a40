// Quasi-Newton descent (BFGS) over the six freedoms of a rigid body: a step turns the body about its own centre and shifts it.
import { measure } from "./overlap";
import { turn } from "./quaternion";
import { gradient, lever, pose } from "./state";

const hessian: usize = memory.data(288, 16);
const direction: usize = memory.data(48, 16);
const before: usize = memory.data(48, 16);
const change: usize = memory.data(48, 16);
const product: usize = memory.data(48, 16);
const start: usize = memory.data(56, 16);

/** Longest step, angstrom, and the first one's. */
const longest: f64 = 1.5;
const first: f64 = 0.4;
/** Steepness below which a pose counts as lowest, per angstrom. */
const flat: f64 = 2e-4;

function dot(a: usize, b: usize): f64 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < 48; i += 8) sum += load<f64>(a + i) * load<f64>(b + i);
  return sum;
}

/** `into` = hessian * vector. */
function multiply(vector: usize, into: usize): void {
  for (let row: usize = 0; row < 6; row++) store<f64>(into + (row << 3), dot(hessian + row * 48, vector));
}

function resetHessian(scale: f64): void {
  memory.fill(hessian, 0, 288);
  for (let i: usize = 0; i < 6; i++) store<f64>(hessian + i * 56, scale);
}

function scaleVector(vector: usize, factor: f64): void {
  for (let i: usize = 0; i < 48; i += 8) store<f64>(vector + i, factor * load<f64>(vector + i));
}

/** The pose of `start`, moved by `share` of the direction. */
function move(share: f64): void {
  memory.copy(pose, start, 56);
  for (let i: usize = 0; i < 24; i += 8) {
    store<f64>(pose + 32 + i, load<f64>(pose + 32 + i) + share * load<f64>(direction + i));
  }
  const angle = share / lever;
  turn(pose, angle * load<f64>(direction, 24), angle * load<f64>(direction, 32), angle * load<f64>(direction, 40));
}

/** Takes in what a step of `share` of the direction taught about curvature; the gradient before it is in `before`. */
function learn(share: f64, isFirst: bool): void {
  for (let i: usize = 0; i < 48; i += 8) {
    store<f64>(change + i, load<f64>(gradient + i) - load<f64>(before + i));
    store<f64>(direction + i, share * load<f64>(direction + i));
  }
  const along = dot(change, direction);
  const squared = dot(change, change);
  if (along <= 1e-12 || squared === 0) return;
  if (isFirst) resetHessian(along / squared);
  multiply(change, product);
  const scale = 1 / along;
  const factor = (1 + dot(change, product) * scale) * scale;
  for (let row: usize = 0; row < 6; row++) {
    for (let column: usize = 0; column < 6; column++) {
      const at = hessian + row * 48 + (column << 3);
      const stepRow = load<f64>(direction + (row << 3));
      const stepColumn = load<f64>(direction + (column << 3));
      const mixed = load<f64>(product + (row << 3)) * stepColumn + stepRow * load<f64>(product + (column << 3));
      store<f64>(at, load<f64>(at) + factor * stepRow * stepColumn - scale * mixed);
    }
  }
}

/** Moves `pose` downhill, by `most` steps at most. @returns the value reached; `overlaps` and `gradient` belong to it */
export function descend(most: i32): f64 {
  let value = measure();
  resetHessian(1);
  for (let step = 0; step < most; step++) {
    multiply(gradient, direction);
    scaleVector(direction, -1);
    let downhill = dot(direction, gradient);
    if (downhill >= 0) {
      resetHessian(1);
      memory.copy(direction, gradient, 48);
      scaleVector(direction, -1);
      downhill = -dot(gradient, gradient);
    }
    if (Math.sqrt(dot(gradient, gradient)) < flat) break;
    const length = Math.sqrt(dot(direction, direction));
    const limit = step === 0 ? first : longest;
    if (length > limit || step === 0) {
      scaleVector(direction, limit / length);
      downhill *= limit / length;
    }
    memory.copy(start, pose, 56);
    memory.copy(before, gradient, 48);
    let share: f64 = 1;
    let reached: f64 = 0;
    let isLower = false;
    for (let attempt = 0; attempt < 8; attempt++) {
      move(share);
      reached = measure();
      if (reached <= value + 1e-4 * share * downhill) {
        isLower = true;
        break;
      }
      // The lowest point of the parabola through both values and the first slope.
      const parabola = (-downhill * share * share) / (2 * (reached - value - downhill * share));
      share = max(0.1 * share, min(0.5 * share, parabola));
    }
    if (!isLower) {
      memory.copy(pose, start, 56);
      return measure();
    }
    const gain = value - reached;
    value = reached;
    learn(share, step === 0);
    if (gain < 1e-6) break;
  }
  return value;
}
