// Limited-memory BFGS with a backtracking line search. Source: Nocedal & Wright 2006, algorithms 7.4 and 3.1.
import { evaluate, setStage } from "./objective";
import { at, atoms, gradient, position, put, work } from "./state";

/** Pairs of steps that are remembered. */
const MEMORY: i32 = 6;
/** No coordinate moves farther in one step, Å. */
const LONGEST: f64 = 0.4;

// Static room: what the runtime allocates would begin where the host lays out its arrays.
const inverse: usize = memory.data(8 * MEMORY, 16);
const share: usize = memory.data(8 * MEMORY, 16);

/** Numbers of 64 bits in the minimiser's room, per atom. */
export function roomPerAtom(): i32 {
  return 4 * (3 + 2 * MEMORY);
}

/**
 * Moves the positions downhill in the objective of a stage.
 * Ends after `steps`, where no component of the gradient exceeds `flat`, or where three steps in a row gained less than
 * the share `gain` of the value. Returns the value reached.
 */
export function minimise(stage: i32, steps: i32, flat: f64, gain: f64): f64 {
  setStage(stage);
  const n = 4 * atoms;
  const bytes = (<usize>n) << 3;
  const direction = work;
  const place = work + bytes;
  const before = work + 2 * bytes;
  const moves = work + 3 * bytes;
  const turns = moves + <usize>MEMORY * bytes;
  let value = evaluate();
  let kept = 0;
  let newest = 0;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    let steepest: f64 = 0.0;
    for (let i = 0; i < n; i++) steepest = max(steepest, abs(at(gradient, i)));
    if (!(steepest >= flat)) break;
    twoLoops(direction, moves, turns, kept, newest, n);
    let slope = dot(direction, gradient, n);
    if (!(slope < 0.0)) {
      kept = 0;
      for (let i = 0; i < n; i++) put(direction, i, -at(gradient, i));
      slope = -dot(gradient, gradient, n);
    }
    let longest: f64 = 0.0;
    for (let i = 0; i < n; i++) longest = max(longest, abs(at(direction, i)));
    let length: f64 = longest > LONGEST ? LONGEST / longest : 1.0;
    if (kept === 0) length = min(length, 0.05 / longest);
    memory.copy(place, position, bytes);
    memory.copy(before, gradient, bytes);
    const old = value;
    let found = false;
    for (let trial = 0; trial < 16; trial++) {
      for (let i = 0; i < n; i++) put(position, i, at(place, i) + length * at(direction, i));
      value = evaluate();
      if (value <= old + 1e-4 * length * slope) {
        found = true;
        break;
      }
      // The lowest point of the parabola through the value, the slope and the trial.
      const guess = (-slope * length * length) / (2.0 * (value - old - slope * length));
      length = guess > 0.1 * length && guess < 0.5 * length ? guess : 0.3 * length;
    }
    if (!found) {
      memory.copy(position, place, bytes);
      value = evaluate();
      if (kept === 0) break;
      kept = 0;
      continue;
    }
    const slot = kept === 0 ? 0 : (newest + 1) % MEMORY;
    const move = moves + <usize>slot * bytes;
    const turn = turns + <usize>slot * bytes;
    for (let i = 0; i < n; i++) {
      put(move, i, at(position, i) - at(place, i));
      put(turn, i, at(gradient, i) - at(before, i));
    }
    const curvature = dot(move, turn, n);
    if (curvature > 1e-12) {
      put(inverse, slot, 1.0 / curvature);
      newest = slot;
      kept = min(kept + 1, MEMORY);
    }
    idle = old - value < gain * max(abs(value), 1.0) ? idle + 1 : 0;
    if (idle >= 3) break;
  }
  return value;
}

/** direction = -H gradient by the two-loop recursion. */
function twoLoops(direction: usize, moves: usize, turns: usize, kept: i32, newest: i32, n: i32): void {
  const bytes = (<usize>n) << 3;
  for (let i = 0; i < n; i++) put(direction, i, -at(gradient, i));
  if (kept === 0) return;
  for (let back = 0; back < kept; back++) {
    const slot = (newest - back + MEMORY) % MEMORY;
    const part = at(inverse, slot) * dot(moves + <usize>slot * bytes, direction, n);
    put(share, slot, part);
    shift(direction, turns + <usize>slot * bytes, -part, n);
  }
  const last = turns + <usize>newest * bytes;
  const scale = 1.0 / (at(inverse, newest) * dot(last, last, n));
  for (let i = 0; i < n; i++) put(direction, i, at(direction, i) * scale);
  for (let back = kept - 1; back >= 0; back--) {
    const slot = (newest - back + MEMORY) % MEMORY;
    const part = at(inverse, slot) * dot(turns + <usize>slot * bytes, direction, n);
    shift(direction, moves + <usize>slot * bytes, at(share, slot) - part, n);
  }
}

function dot(a: usize, b: usize, n: i32): f64 {
  let even = f64x2.splat(0.0);
  for (let i = 0; i < n; i += 2) {
    const place = (<usize>i) << 3;
    even = f64x2.add(even, f64x2.mul(v128.load(a + place), v128.load(b + place)));
  }
  return f64x2.extract_lane(even, 0) + f64x2.extract_lane(even, 1);
}

/** a += factor b */
function shift(a: usize, b: usize, factor: f64, n: i32): void {
  const factors = f64x2.splat(factor);
  for (let i = 0; i < n; i += 2) {
    const place = (<usize>i) << 3;
    v128.store(a + place, f64x2.add(v128.load(a + place), f64x2.mul(factors, v128.load(b + place))));
  }
}
