// Signed volumes: what holds a stereocentre to its side.
import { add, at, gradient, position, volumeAtoms, volumeLimits, volumes, word } from "./state";

/** Six times the volume of the tetrahedron of four atoms, seen from the last one, Å³. */
export function volumeOf(item: i32): f64 {
  const a = 4 * word(volumeAtoms, 4 * item);
  const b = 4 * word(volumeAtoms, 4 * item + 1);
  const c = 4 * word(volumeAtoms, 4 * item + 2);
  const d = 4 * word(volumeAtoms, 4 * item + 3);
  const ax = at(position, a) - at(position, d);
  const ay = at(position, a + 1) - at(position, d + 1);
  const az = at(position, a + 2) - at(position, d + 2);
  const bx = at(position, b) - at(position, d);
  const by = at(position, b + 1) - at(position, d + 1);
  const bz = at(position, b + 2) - at(position, d + 2);
  const cx = at(position, c) - at(position, d);
  const cy = at(position, c + 1) - at(position, d + 1);
  const cz = at(position, c + 2) - at(position, d + 2);
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
  const a = 4 * word(volumeAtoms, 4 * item);
  const b = 4 * word(volumeAtoms, 4 * item + 1);
  const c = 4 * word(volumeAtoms, 4 * item + 2);
  const d = 4 * word(volumeAtoms, 4 * item + 3);
  const ax = at(position, a) - at(position, d);
  const ay = at(position, a + 1) - at(position, d + 1);
  const az = at(position, a + 2) - at(position, d + 2);
  const bx = at(position, b) - at(position, d);
  const by = at(position, b + 1) - at(position, d + 1);
  const bz = at(position, b + 2) - at(position, d + 2);
  const cx = at(position, c) - at(position, d);
  const cy = at(position, c + 1) - at(position, d + 1);
  const cz = at(position, c + 2) - at(position, d + 2);
  const gax = slope * (by * cz - bz * cy);
  const gay = slope * (bz * cx - bx * cz);
  const gaz = slope * (bx * cy - by * cx);
  const gbx = slope * (cy * az - cz * ay);
  const gby = slope * (cz * ax - cx * az);
  const gbz = slope * (cx * ay - cy * ax);
  const gcx = slope * (ay * bz - az * by);
  const gcy = slope * (az * bx - ax * bz);
  const gcz = slope * (ax * by - ay * bx);
  add(gradient, a, gax);
  add(gradient, a + 1, gay);
  add(gradient, a + 2, gaz);
  add(gradient, b, gbx);
  add(gradient, b + 1, gby);
  add(gradient, b + 2, gbz);
  add(gradient, c, gcx);
  add(gradient, c + 1, gcy);
  add(gradient, c + 2, gcz);
  add(gradient, d, -gax - gbx - gcx);
  add(gradient, d + 1, -gay - gby - gcy);
  add(gradient, d + 2, -gaz - gbz - gcz);
}
