// Lays one molecule over another: the pose of greatest shape and colour overlap, from several starts.
import { descend } from "./descent";
import { measure } from "./overlap";
import { gradient, overlaps, pose, setMolecule, setQuery, setScale } from "./state";

export { descend, measure, setMolecule, setQuery, setScale };

export function heapStart(): usize {
  return __heap_base;
}

/** Addresses of the pose, of the overlaps and of the gradient (see state.ts). */
export function poseAt(): usize {
  return pose;
}

export function overlapsAt(): usize {
  return overlaps;
}

export function gradientAt(): usize {
  return gradient;
}

/**
 * Descends a few steps from each start, then from the best of what was reached until it is lowest.
 * @param starts quaternions, 32 bytes each; the poses reached are written behind them, 64 bytes each
 * @param early steps from each start
 * @param kept how many of the best go on
 * @param late steps of those
 * @returns the value of the best pose, which `pose` and `overlaps` then hold
 */
export function overlay(starts: usize, count: i32, early: i32, kept: i32, late: i32): f64 {
  const reached = starts + ((count as usize) << 5);
  for (let i = 0; i < count; i++) {
    memory.copy(pose, starts + ((i as usize) << 5), 32);
    memory.fill(pose + 32, 0, 24);
    const value = descend(early);
    const at = reached + ((i as usize) << 6);
    memory.copy(at, pose, 56);
    store<f64>(at, value, 56);
  }
  let best: f64 = 1;
  const bestAt = reached + ((count as usize) << 6);
  for (let go = 0; go < min(kept, count); go++) {
    let next: usize = reached;
    for (let i = 1; i < count; i++) {
      const at = reached + ((i as usize) << 6);
      if (load<f64>(at, 56) < load<f64>(next, 56)) next = at;
    }
    memory.copy(pose, next, 56);
    store<f64>(next, 2, 56);
    const value = descend(late);
    if (value >= best) continue;
    best = value;
    memory.copy(bestAt, pose, 56);
    memory.copy(bestAt + 56, overlaps, 16);
  }
  memory.copy(pose, bestAt, 56);
  memory.copy(overlaps, bestAt + 56, 16);
  return best;
}
