import { dockingErrors } from "../errors.ts";
import type { DockingLigand, Pose, SearchSettings } from "../model.ts";
import type { PoseScorers } from "../scoring/index.ts";
import { descentSeed } from "./descent-seed.ts";
import type { SearchKernel } from "./kernel.ts";
import { type LigandPlace, placeLigand, readLigand, type SearchLigand } from "./ligand-layout.ts";
import { poseAtoms } from "./pose-atoms.ts";
import { rankPoses } from "./rank-poses.ts";
import { bindSite, mapAddress } from "./receptor-site.ts";
import type { SitePlan } from "./site-plan.ts";

/** A thread's kernel bound to a site, and where it may write. */
export interface SearchRoom {
  readonly kernel: SearchKernel;
  readonly memory: ArrayBufferLike;
  readonly plan: SitePlan;
  readonly scorers: PoseScorers;
  readonly room: number;
}

/** How the search spends its effort. */
export interface Effort {
  /**
   * Descents for each of `exhaustiveness`: at least, at most, and how many must end in the best energy to stop
   * between.
   */
  readonly leastDescents: number;
  readonly mostDescents: number;
  readonly agreement: number;
  /**
   * After so many further descents the best poses of all race once more; the steps of that race's first heat for each
   * degree of freedom.
   */
  readonly deepenEvery: number;
  readonly deepHeat: number;
  /** What counts as the same energy, kcal/mol. */
  readonly sameEnergy: number;
  /**
   * Random poses of a descent, how many of the best race, and the steps of the first heat for each degree of
   * freedom.
   */
  readonly starts: number;
  readonly entrants: number;
  readonly heat: number;
  /** A descent ends after so many steps for each degree of freedom without a better pose. */
  readonly patience: number;
  readonly temperature: number;
  readonly shortSteps: number;
  readonly longSteps: number;
  readonly smallestGain: number;
  readonly hopelessAbove: number;
}

export const usualEffort: Effort = {
  leastDescents: 3,
  mostDescents: 12,
  agreement: 1,
  deepenEvery: 12,
  deepHeat: 4,
  sameEnergy: 0.1,
  starts: 64,
  entrants: 16,
  heat: 1,
  patience: 20,
  temperature: 1.2,
  shortSteps: 12,
  longSteps: 30,
  smallestGain: 0.05,
  hopelessAbove: 4,
};

// As `assembly/search/descent.ts` lays out a search.
const searchHead = 32;
const keptLimit = 40;
const keptApartAngstrom = 1;
const searchWall = 20;
const trueWall = 200;
const refineSteps = 60;
/** Candidates that are refined for each pose asked for. */
const refinedPerPose = 3;
/** The random numbers of races of kept poses come after those of all descents. */
const deepSeeds = 2 ** 20;

/**
 * Docks one ligand, in each of its shapes.
 * @param pause called between descents: to look for a cancel
 * Errors: `docking.ligand_too_large`, what `pause` throws
 */
export async function searchLigand(
  at: SearchRoom,
  ligand: DockingLigand,
  settings: SearchSettings,
  pause: () => Promise<void> | undefined,
  effort: Effort = usualEffort,
): Promise<readonly Pose[]> {
  const { kernel, memory, plan } = at;
  const extents = plan.points.map((points) => (points - 1) * plan.spacing);
  let free = at.room;
  const shapes = shapesOf(ligand).map((shape) => {
    const search = openSearch(shape);
    const place = bindLigand(at, search, free);
    const freedoms = 6 + search.tree.length - 1;
    const tune = () => {
      kernel.bindLigand(place.header);
      kernel.tuneDescents(
        ...([extents[0]!, extents[1]!, extents[2]!] as const),
        effort.temperature,
        effort.shortSteps,
        effort.longSteps,
        keptLimit,
        keptApartAngstrom,
        effort.starts,
        effort.entrants,
        Math.ceil(effort.heat * freedoms),
        effort.patience * freedoms,
      );
    };
    tune();
    const start = reserveSearch(at, place, search);
    free = Math.ceil((start + kernel.searchBytes()) / 16) * 16;
    return { search, place, start, tune, deepSteps: Math.ceil(effort.deepHeat * freedoms) };
  });
  kernel.tuneMinimiser(effort.smallestGain, effort.hopelessAbove);
  kernel.chooseEnergy(false, plan.bentFunctions, searchWall);
  const begin = (shape: number, seed: Uint32Array) => {
    const { start, tune } = shapes[shape]!;
    tune();
    new Uint32Array(memory, start, 4).set(seed);
    return start;
  };
  await repeatDescents(
    shapes.length,
    (shape, index) => kernel.descend(begin(shape, descentSeed(ligand, settings.seed, index))),
    (shape, index) =>
      kernel.deepen(begin(shape, descentSeed(ligand, settings.seed, deepSeeds + index)), shapes[shape]!.deepSteps),
    settings.exhaustiveness,
    effort,
    pause,
  );
  const candidates = shapes.flatMap(({ search, place, start }) =>
    collect(memory, start, place, search.scored.length).map((found) => ({ ...found, search, place })),
  );
  candidates.sort((a, b) => a.energy - b.energy);
  return refineCandidates(at, candidates, ligand, settings);
}

/** The ligand with each of its shapes in place of its own. */
export const shapesOf = (ligand: DockingLigand): DockingLigand[] => [
  ligand,
  ...(ligand.ringConformers ?? []).map((positions) => ({ ...ligand, positions })),
];

/** Finds the bodies of a ligand. Errors: `docking.ligand_empty` */
export function openSearch(ligand: DockingLigand): SearchLigand {
  const search = readLigand(ligand);
  if (search.scored.length === 0) throw dockingErrors.create("ligand_empty", { name: ligand.name });
  return search;
}

/** A pose of one shape of a ligand, to be refined. */
export interface Candidate {
  readonly search: SearchLigand;
  readonly place: LigandPlace;
  readonly freedom: Float32Array;
}

/** Minimises the first candidates against the receptor's atoms, scores and ranks them. */
export function refineCandidates(
  at: SearchRoom,
  candidates: readonly Candidate[],
  ligand: DockingLigand,
  settings: SearchSettings,
): Pose[] {
  const { kernel, memory, plan, scorers } = at;
  kernel.chooseEnergy(true, plan.trueFunctions, trueWall);
  kernel.tuneMinimiser(0.001, 1e6);
  const free = Math.max(at.room, ...candidates.map(({ place }) => place.end));
  const refined = candidates
    .slice(0, Math.max(settings.poses * refinedPerPose, 8))
    .map(({ search, place, freedom }) => {
      kernel.bindLigand(place.header);
      const pose = new Float32Array(memory, free, place.freedomBytes / 4).fill(0);
      pose.set(freedom);
      kernel.minimise(free, refineSteps, 1e9);
      return poseAtoms(search, pose.slice(), plan.corner);
    });
  const extents = plan.points.map((points) => (points - 1) * plan.spacing);
  return rankPoses(ligand, scorers, refined, settings, { corner: plan.corner, extents });
}

/**
 * Descends again and again, the shapes in turn, until as many descents as are wanted have met in one energy. Where they do
 * not meet soon, the best poses of the best shape race once more every so often.
 */
async function repeatDescents(
  shapes: number,
  descend: (shape: number, index: number) => number,
  deepen: (shape: number, index: number) => number,
  exhaustiveness: number,
  { leastDescents, mostDescents, agreement, sameEnergy, deepenEvery }: Effort,
  pause: () => Promise<void> | undefined,
): Promise<void> {
  const reached: number[] = [];
  let [least, bestShape, met] = [Infinity, 0, 0];
  const note = (energy: number, shape: number) => {
    reached.push(energy);
    if (energy < least) [least, bestShape] = [energy, shape];
    met = reached.filter((other) => other < least + sameEnergy).length;
  };
  const first = exhaustiveness * leastDescents;
  for (let index = 0; index < exhaustiveness * mostDescents * shapes; index++) {
    note(descend(index % shapes, index), index % shapes);
    await pause();
    if (index + 1 < first) continue;
    if (met >= Math.max(2, exhaustiveness * agreement)) break;
    if ((index + 1 - first) % deepenEvery > 0) continue;
    // It starts from what others reached, so it tells nothing new unless it is better.
    const energy = deepen(bestShape, index);
    if (energy < least) note(energy, bestShape);
    await pause();
  }
}

/** Writes the ligand into the thread's room, from the first free byte on, and binds the kernel to it. */
export function bindLigand(
  { kernel, memory, plan, room }: SearchRoom,
  search: SearchLigand,
  free: number = room,
): LigandPlace {
  const place = placeLigand(memory, free, search, (kind) => mapAddress(plan, kind), room + plan.roomBytes);
  bindSite(kernel, plan);
  kernel.bindLigand(place.header);
  return place;
}

function reserveSearch(
  { kernel, memory, plan, room }: SearchRoom,
  place: LigandPlace,
  { ligand }: SearchLigand,
): number {
  if (place.end + kernel.searchBytes() > room + plan.roomBytes)
    throw dockingErrors.create("ligand_too_large", { name: ligand.name, atoms: ligand.atoms });
  new Uint32Array(memory, place.end, searchHead / 4).fill(0);
  new Float32Array(memory, place.end + 20, 1).fill(Number.MAX_VALUE);
  return place.end;
}

/** The kept poses. */
function collect(memory: ArrayBufferLike, start: number, place: LigandPlace, atoms: number) {
  const stride = 16 + place.freedomBytes + 16 * atoms;
  const count = new Uint32Array(memory, start + 16, 1)[0]!;
  return Array.from({ length: count }, (_, index) => {
    const kept = start + searchHead + index * stride;
    const freedom = new Float32Array(memory, kept + 16, place.freedomBytes / 4).slice();
    return { energy: new Float32Array(memory, kept, 1)[0]!, freedom };
  });
}
