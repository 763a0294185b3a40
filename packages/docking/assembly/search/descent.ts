import { randomInBall, randomTorsion, scatter, turn, wrapTorsions } from "./freedom";
import { atomBytes, freedomBytes, gyration, room, torsions, worldAtoms } from "./ligand";
import { minimise } from "./minimise";
import { squaredDistanceTo } from "./pose";
import { loadRandom, random, randomBelow, saveRandom } from "./random";

// One search: [generator 16][kept u32, best of all f32, 0, 0][kept poses: energy and 0, pose,
// atoms][field: energy, lowest energy and 0, pose][trial pose].
const searchKept: usize = 16;
const searchBest: usize = 20;
const searchHead: usize = 32;
const poseHead: usize = 16;

/** kcal/mol, as AutoDock Vina. */
let temperature: f32 = 1.2;
let boxX: f32 = 0;
let boxY: f32 = 0;
let boxZ: f32 = 0;
let keptLimit: u32 = 16;
let shortMinimum: i32 = 8;
let longMinimum: i32 = 30;
/** Random poses, how many of the best begin, and their steps until the first half of them is dropped. */
let starts: i32 = 64;
let entrants: i32 = 16;
let firstSteps: i32 = 20;
/** Steps without a better pose that end a descent. */
let patience: i32 = 300;
/** Kept poses are at least so far apart: mean squared distance, Å². */
let apart: f32 = 1;

export function tuneDescents(
  farX: f32,
  farY: f32,
  farZ: f32,
  thermal: f32,
  shortSteps: i32,
  longSteps: i32,
  kept: u32,
  keptApart: f32,
  startPoses: i32,
  fieldSize: i32,
  fieldSteps: i32,
  idleSteps: i32,
): void {
  boxX = farX;
  boxY = farY;
  boxZ = farZ;
  temperature = thermal;
  shortMinimum = shortSteps;
  longMinimum = longSteps;
  keptLimit = kept;
  apart = keptApart * keptApart;
  starts = startPoses;
  entrants = fieldSize;
  firstSteps = fieldSteps;
  patience = idleSteps;
}

const keptBytes = (): usize => poseHead + freedomBytes + atomBytes;
const entrantBytes = (): usize => poseHead + freedomBytes;
const fieldOf = (search: usize): usize => search + searchHead + <usize>keptLimit * keptBytes();

/** Bytes of a search of the bound ligand. */
export function searchBytes(): usize {
  return searchHead + <usize>keptLimit * keptBytes() + (<usize>entrants + 1) * entrantBytes();
}

/** One random change: position, orientation or one torsion. */
function mutate(pose: usize): void {
  const which = randomBelow(2 + torsions);
  if (which === 0) {
    const ball = room;
    randomInBall(ball);
    v128.store(pose, f32x4.add(v128.load(pose), f32x4.mul(v128.load(ball), f32x4.splat(2))));
  } else if (which === 1) {
    const ball = room;
    randomInBall(ball);
    const reach: f32 = <f32>2 / gyration;
    turn(pose, load<f32>(ball) * reach, load<f32>(ball, 4) * reach, load<f32>(ball, 8) * reach);
  } else randomTorsion(pose, which - 2);
}

/** Keeps the placed pose where it is new among the kept, or better than the one it is near to. */
function keep(search: usize, pose: usize, energy: f32): void {
  const stride = keptBytes();
  const first = search + searchHead;
  const count = load<u32>(search, searchKept);
  let near: f32 = f32.MAX_VALUE;
  let nearest: usize = 0;
  let worst: usize = first;
  let kept = first;
  for (let index: u32 = 0; index < count; index++) {
    const distance = squaredDistanceTo(kept + poseHead + freedomBytes);
    if (distance < near) {
      near = distance;
      nearest = kept;
    }
    if (load<f32>(kept) > load<f32>(worst)) worst = kept;
    kept += stride;
  }
  let into = kept;
  if (near < apart) {
    if (energy >= load<f32>(nearest)) return;
    into = nearest;
  } else if (count === keptLimit) {
    if (energy >= load<f32>(worst)) return;
    into = worst;
  } else store<u32>(search, count + 1, searchKept);
  store<f32>(into, energy);
  memory.copy(into + poseHead, pose, freedomBytes);
  memory.copy(into + poseHead + freedomBytes, worldAtoms, atomBytes);
}

/** The entrant with the highest lowest energy. */
function worstOf(field: usize, count: i32): usize {
  let worst = field;
  for (let index = 1; index < count; index++) {
    const entrant = field + <usize>index * entrantBytes();
    if (load<f32>(entrant, 4) > load<f32>(worst, 4)) worst = entrant;
  }
  return worst;
}

/** The best of some random poses, each minimised a little. */
function fillField(field: usize, trial: usize): void {
  let filled = 0;
  for (let index = 0; index < starts; index++) {
    scatter(trial, boxX, boxY, boxZ);
    const isFull = filled === entrants;
    const into = isFull ? worstOf(field, filled) : field + <usize>filled * entrantBytes();
    const wanted = isFull ? load<f32>(into, 4) : f32.MAX_VALUE;
    const found = minimise(trial, shortMinimum, wanted);
    if (found >= wanted) continue;
    store<f32>(into, found);
    store<f32>(into, found, 4);
    memory.copy(into + poseHead, trial, freedomBytes);
    if (!isFull) filled++;
  }
}

/** The best of the kept poses. Returns how many there are. */
function fillFromKept(search: usize, field: usize): i32 {
  const count = load<u32>(search, searchKept);
  let filled = 0;
  let kept = search + searchHead;
  for (let index: u32 = 0; index < count; index++) {
    const isFull = filled === entrants;
    const into = isFull ? worstOf(field, filled) : field + <usize>filled * entrantBytes();
    const energy = load<f32>(kept);
    if (!isFull || energy < load<f32>(into, 4)) {
      store<f32>(into, energy);
      store<f32>(into, energy, 4);
      memory.copy(into + poseHead, kept + poseHead, freedomBytes);
      if (!isFull) filled++;
    }
    kept += keptBytes();
  }
  return filled;
}

/**
 * Monte Carlo with minimisation (Metropolis over local minima) from an entrant, until so many steps are done or,
 * where `idleLimit` is given, so many brought nothing better.
 */
function advance(search: usize, entrant: usize, trial: usize, steps: i32, idleLimit: i32): void {
  const current = entrant + poseHead;
  let energy = load<f32>(entrant);
  let lowest = load<f32>(entrant, 4);
  let best = load<f32>(search, searchBest);
  let done = 0;
  let idle = 0;
  while (done < steps && idle < idleLimit) {
    done++;
    idle++;
    memory.copy(trial, current, freedomBytes);
    mutate(trial);
    const bound = energy - temperature * Mathf.log(max(random(), <f32>1e-7));
    let found = minimise(trial, shortMinimum, bound);
    if (found > bound) continue;
    if (found < best + 1 || load<u32>(search, searchKept) < keptLimit) {
      found = minimise(trial, longMinimum, f32.MAX_VALUE);
      keep(search, trial, found);
      best = min(best, found);
    }
    wrapTorsions(trial);
    memory.copy(current, trial, freedomBytes);
    energy = found;
    if (energy < lowest - <f32>0.02) idle = 0;
    lowest = min(lowest, energy);
  }
  store<f32>(entrant, energy);
  store<f32>(entrant, lowest, 4);
  store<f32>(search, best, searchBest);
}

/**
 * The entrants of the field race each other; after each heat, twice as long as the one before, the worse half drops out,
 * and the last goes on until it finds nothing better. Returns the lowest energy that it reached.
 */
function race(search: usize, field: usize, trial: usize, entered: i32, steps: i32): f32 {
  let heat = steps;
  for (let count = entered; count > 1; heat <<= 1) {
    for (let index = 0; index < count; index++)
      advance(search, field + <usize>index * entrantBytes(), trial, heat, i32.MAX_VALUE);
    for (const left = (count + 1) >> 1; count > left; count--) {
      const last = field + <usize>(count - 1) * entrantBytes();
      const worst = worstOf(field, count);
      if (worst !== last) memory.copy(worst, last, entrantBytes());
    }
  }
  advance(search, field, trial, i32.MAX_VALUE, patience);
  return load<f32>(field, 4);
}

/** One descent: a race of the best of some random poses. Returns the lowest energy that it reached. */
export function descend(search: usize): f32 {
  loadRandom(search);
  const field = fieldOf(search);
  const trial = field + <usize>entrants * entrantBytes();
  fillField(field, trial);
  const reached = race(search, field, trial, entrants, firstSteps);
  saveRandom(search);
  return reached;
}

/**
 * One more race, of the best poses that earlier descents kept, its first heat of so many steps. Returns the lowest energy
 * that it reached.
 */
export function deepen(search: usize, steps: i32): f32 {
  loadRandom(search);
  const field = fieldOf(search);
  const trial = field + <usize>entrants * entrantBytes();
  const reached = race(search, field, trial, fillFromKept(search, field), steps);
  saveRandom(search);
  return reached;
}
