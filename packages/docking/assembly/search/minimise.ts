import { evaluate } from "./energy";
import { move } from "./freedom";
import { freedomBytes, mobility, room } from "./ligand";
import { dotArrays } from "./vector";

/** Largest change in one step: Å for the position, radians for the rotation and each torsion. */
const longestMove: f32 = 1;
const longestTurn: f32 = 0.8;
/** A step that promises less is not taken, kcal/mol. */
let enough: f32 = 0.01;
/** Minimising is given up where the promised energy stays above the wanted one by more. */
let hopeless: f32 = 4;

export function tuneMinimiser(smallestGain: f32, hopelessAbove: f32): void {
  enough = smallestGain;
  hopeless = hopelessAbove;
}

function startHessian(inverse: usize): void {
  memory.fill(inverse, 0, (freedomBytes * freedomBytes) >> 2);
  for (let at: usize = 0; at < freedomBytes; at += 4)
    store<f32>(inverse + ((at * freedomBytes) >> 2) + at, load<f32>(mobility + at));
}

/** out = matrix times vector; the matrix is symmetric. */
function multiply(matrix: usize, vector: usize, out: usize): void {
  for (let row: usize = 0; row < freedomBytes; row += 4) {
    store<f32>(out + row, dotArrays(matrix, vector, freedomBytes));
    matrix += freedomBytes;
  }
}

/** Broyden-Fletcher-Goldfarb-Shanno update of the inverse Hessian for step s, gradient change y and u = H y. */
function updateHessian(inverse: usize, s: usize, y: usize, u: usize, along: f32): void {
  const curvature = dotArrays(y, u, freedomBytes);
  const both: f32 = (<f32>1 + curvature / along) / along;
  const each: f32 = <f32>-1 / along;
  for (let row: usize = 0; row < freedomBytes; row += 4) {
    const own = load<f32>(s + row);
    const withS = f32x4.splat(both * own + each * load<f32>(u + row));
    const withU = f32x4.splat(each * own);
    for (let at: usize = 0; at < freedomBytes; at += 16) {
      const sum = f32x4.add(f32x4.mul(withS, v128.load(s + at)), f32x4.mul(withU, v128.load(u + at)));
      v128.store(inverse + at, f32x4.add(v128.load(inverse + at), sum));
    }
    inverse += freedomBytes;
  }
}

/** The largest factor of a direction that keeps each coordinate's change small; at most 1. */
function longestStep(direction: usize): f32 {
  let most: f32 = 0;
  for (let at: usize = 16; at < freedomBytes; at += 4) most = max(most, abs(load<f32>(direction + at)));
  let step: f32 = most > longestTurn ? longestTurn / most : 1;
  most = max(abs(load<f32>(direction)), max(abs(load<f32>(direction, 4)), abs(load<f32>(direction, 8))));
  if (most * step > longestMove) step = longestMove / most;
  return step;
}

/**
 * Quasi-Newton minimisation in place, at most `limit` steps; given up early where the energy will clearly stay above
 * `wanted`. Leaves the atoms of the pose placed. Returns its energy, kcal/mol.
 */
export function minimise(pose: usize, limit: i32, wanted: f32): f32 {
  let gradient = room;
  let nextGradient = gradient + freedomBytes;
  const direction = nextGradient + freedomBytes;
  const change = direction + freedomBytes;
  const turned = change + freedomBytes;
  const trial = turned + freedomBytes;
  const inverse = trial + freedomBytes;
  let energy = evaluate(pose, gradient);
  startHessian(inverse);
  let isFresh = true;
  for (let count = 0; count < limit; count++) {
    multiply(inverse, gradient, direction);
    for (let at: usize = 0; at < freedomBytes; at += 16)
      v128.store(direction + at, f32x4.neg(v128.load(direction + at)));
    const slope = dotArrays(gradient, direction, freedomBytes);
    if (!(slope < -enough)) {
      if (isFresh || slope <= 0) break;
      startHessian(inverse);
      isFresh = true;
      continue;
    }
    if (count >= 4 && energy + hopeless * slope > wanted) break;
    let step = longestStep(direction);
    let next: f32 = 0;
    let isLower = false;
    for (let tries = 0; tries < 5; tries++) {
      move(pose, direction, step, trial);
      next = evaluate(trial, nextGradient);
      if (next <= energy + 0.0001 * step * slope) {
        isLower = true;
        break;
      }
      // The parabola through both energies and the slope at the start.
      const bend = next - energy - step * slope;
      const share: f32 = (-0.5 * step * slope) / bend;
      step *= min(max(share, <f32>0.1), <f32>0.5);
    }
    if (!isLower) {
      if (isFresh) break;
      startHessian(inverse);
      isFresh = true;
      continue;
    }
    memory.copy(pose, trial, freedomBytes);
    energy = next;
    for (let at: usize = 0; at < freedomBytes; at += 16) {
      v128.store(change + at, f32x4.sub(v128.load(nextGradient + at), v128.load(gradient + at)));
      v128.store(direction + at, f32x4.mul(v128.load(direction + at), f32x4.splat(step)));
    }
    const swap = gradient;
    gradient = nextGradient;
    nextGradient = swap;
    const along = dotArrays(direction, change, freedomBytes);
    if (along > 1e-6) {
      multiply(inverse, change, turned);
      if (isFresh) {
        // The first step tells the scale of the curvature (Nocedal and Wright, 6.20).
        const scale = along / dotArrays(change, turned, freedomBytes);
        for (let at: usize = 0; at < freedomBytes; at += 4) {
          const diagonal = inverse + ((at * freedomBytes) >> 2) + at;
          store<f32>(diagonal, load<f32>(diagonal) * scale);
          store<f32>(turned + at, load<f32>(turned + at) * scale);
        }
        isFresh = false;
      }
      updateHessian(inverse, direction, change, turned, along);
    }
  }
  return energy;
}
