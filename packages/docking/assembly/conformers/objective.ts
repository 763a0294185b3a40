// What is minimised in each stage.
import { boundsError, fourthDimension } from "./bounded";
import { bend, invert, nudge, stretch, touch, twist } from "./force-field";
import { atoms, gradient } from "./state";
import { volumeError } from "./volumes";

/** Distance bounds in four dimensions, which stereocentres may still turn inside out through. */
export const EMBEDDED: i32 = 0;
/** The same, the fourth dimension pressed out. */
export const FLATTENED: i32 = 1;
/** Bonded terms and the soft repulsion. */
export const RELAXED: i32 = 2;
/** Bonded terms and the repulsive van der Waals part. */
export const CLEANED: i32 = 3;
/** The whole force field. */
export const COMPLETE: i32 = 4;

let stage: i32 = COMPLETE;
export function setStage(value: i32): void {
  stage = value;
}

/** Value of the stage's objective at the current positions; fills the gradient. */
export function evaluate(): f64 {
  memory.fill(gradient, 0, (<usize>atoms) << 5);
  if (stage === EMBEDDED) return boundsError(1.0) + volumeError(1.0) + fourthDimension(0.1);
  if (stage === FLATTENED) return boundsError(1.0) + volumeError(0.2) + fourthDimension(1.0);
  const bonded = stretch() + bend() + twist() + invert();
  if (stage === RELAXED) return bonded + nudge();
  return bonded + touch(stage === COMPLETE ? 1 : 0);
}
