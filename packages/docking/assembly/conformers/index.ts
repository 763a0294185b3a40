// Conformers of one connected molecule: distance geometry in four dimensions, then clean-up by a force field.
import { embed } from "./bounded";
import { minimise } from "./minimise";
import { CLEANED, EMBEDDED, evaluate, FLATTENED, RELAXED, setStage } from "./objective";
import { seedRandom } from "./random";
import { at, atoms, position, put, volumeLimits, volumes } from "./state";
import { volumeOf } from "./volumes";

export { smooth } from "./bounded";
export { minimise, roomPerAtom } from "./minimise";
export { attach } from "./state";

/** First free byte of the memory. */
export function heapStart(): usize {
  return __heap_base;
}

/** Outcome of `generate`: coordinates; the bounds were not met; a stereocentre lies on the wrong side. */
const DONE: i32 = 0;
const BOUNDS_NOT_MET: i32 = 1;
const WRONG_SIDE: i32 = 2;

/** Error that an embedding may keep, per atom. */
const ERROR_PER_ATOM: f64 = 0.05;

let energy: f64 = 0.0;

/** What `generate` minimised last, kcal/mol. */
export function lastEnergy(): f64 {
  return energy;
}

/** One attempt at a conformer, its coordinates left in the positions. */
export function generate(seed: u32): i32 {
  seedRandom(seed);
  embed();
  minimise(EMBEDDED, 300, 1e-3, 1e-3);
  const error = minimise(FLATTENED, 200, 1e-3, 1e-3);
  if (!(error < ERROR_PER_ATOM * <f64>atoms)) return BOUNDS_NOT_MET;
  if (!sidesHold()) return WRONG_SIDE;
  for (let i = 0; i < atoms; i++) put(position, 4 * i + 3, 0.0);
  minimise(RELAXED, 120, 0.5, 1e-4);
  energy = minimise(CLEANED, 300, 0.05, 1e-6);
  return sidesHold() ? DONE : WRONG_SIDE;
}

/** Whether every volume that must not vanish has its sign. */
function sidesHold(): bool {
  for (let item = 0; item < volumes; item++) {
    const low = at(volumeLimits, 2 * item);
    const high = at(volumeLimits, 2 * item + 1);
    const volume = volumeOf(item);
    if ((low > 0.0 && volume < 0.25 * low) || (high < 0.0 && volume > 0.25 * high)) return false;
  }
  return true;
}

/** Value of a stage's objective at the current positions; its gradient is left in memory. */
export function measure(stage: i32): f64 {
  setStage(stage);
  return evaluate();
}
