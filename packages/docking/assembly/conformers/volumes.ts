// Signed volumes: what holds a stereocentre to its side.
import { at, position, pull, volumeAtoms, volumeLimits, volumes, word } from "./state";

// The tetrahedron that `edges` looked at last.
let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;
let d: i32 = 0;
let ax: f64 = 0;
let ay: f64 = 0;
let az: f64 = 0;
let bx: f64 = 0;
let by: f64 = 0;
let bz: f64 = 0;
let cx: f64 = 0;
let cy: f64 = 0;
let cz: f64 = 0;

/** Six times the volume of the tetrahedron of four atoms, seen from the last one, Å³. */
export function volumeOf(item: i32): f64 {
  edges(item);
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
}

/** Squared excess of each volume over its limits; adds its gradient. */
export function volumeError(weight: f64): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < volumes; item++) {
    const volume = volumeOf(item);
    const low = at(volumeLimits, 2 * item);
    const high = at(volumeLimits, 2 * item + 1);
    const excess = volume < low ? volume - low : volume > high ? volume - high : 0.0;
    if (excess === 0.0) continue;
    energy += excess * excess;
    slide(item, 2.0 * weight * excess);
  }
  return energy * weight;
}

function slide(item: i32, slope: f64): void {
  edges(item);
  const gax = slope * (by * cz - bz * cy);
  const gay = slope * (bz * cx - bx * cz);
  const gaz = slope * (bx * cy - by * cx);
  const gbx = slope * (cy * az - cz * ay);
  const gby = slope * (cz * ax - cx * az);
  const gbz = slope * (cx * ay - cy * ax);
  const gcx = slope * (ay * bz - az * by);
  const gcy = slope * (az * bx - ax * bz);
  const gcz = slope * (ax * by - ay * bx);
  pull(a, gax, gay, gaz);
  pull(b, gbx, gby, gbz);
  pull(c, gcx, gcy, gcz);
  pull(d, -gax - gbx - gcx, -gay - gby - gcy, -gaz - gbz - gcz);
}

/** Sets the tetrahedron's atoms and its edges from the last atom to the others. */
function edges(item: i32): void {
  a = 4 * word(volumeAtoms, 4 * item);
  b = 4 * word(volumeAtoms, 4 * item + 1);
  c = 4 * word(volumeAtoms, 4 * item + 2);
  d = 4 * word(volumeAtoms, 4 * item + 3);
  ax = at(position, a) - at(position, d);
  ay = at(position, a + 1) - at(position, d + 1);
  az = at(position, a + 2) - at(position, d + 2);
  bx = at(position, b) - at(position, d);
  by = at(position, b + 1) - at(position, d + 1);
  bz = at(position, b + 2) - at(position, d + 2);
  cx = at(position, c) - at(position, d);
  cy = at(position, c + 1) - at(position, d + 1);
  cz = at(position, c + 2) - at(position, d + 2);
}
