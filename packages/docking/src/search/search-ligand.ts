import { dockingErrors } from "../errors.ts";
import type { DockingLigand, Pose, SearchSettings } from "../model.ts";
import type { Scorer } from "../scoring/index.ts";
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
  readonly scorer: Scorer;
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

/**
 * Docks one ligand.
 * @param pause called between rounds: to look for a cancel
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
  const search = openSearch(ligand);
  const place = bindLigand(at, search);
  const extents = plan.points.map((points) => (points - 1) * plan.spacing);
  const freedoms = 6 + search.tree.length - 1;
  kernel.tuneMinimiser(effort.smallestGain, effort.hopelessAbove);
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
  const start = reserveSearch(at, place, search);
  kernel.chooseEnergy(false, plan.bentFunctions, searchWall);
  await repeatDescents(
    (index) => {
      new Uint32Array(memory, start, 4).set(descentSeed(ligand, settings.seed, index));
      return kernel.descend(start);
    },
    settings.exhaustiveness,
    effort,
    pause,
  );
  const candidates = collect(memory, start, place, search.scored.length);
  return refineCandidates(at, search, place, candidates, settings);
}

/** Finds the bodies of a ligand. Errors: `docking.ligand_empty` */
export function openSearch(ligand: DockingLigand): SearchLigand {
  const search = readLigand(ligand);
  if (search.scored.length === 0) throw dockingErrors.create("ligand_empty", { name: ligand.name });
  return search;
}

/** Minimises the first candidates against the receptor's atoms, scores and ranks them. The ligand is the bound one. */
export function refineCandidates(
  { kernel, memory, plan, scorer }: SearchRoom,
  search: SearchLigand,
  place: LigandPlace,
  candidates: readonly Float32Array[],
  settings: SearchSettings,
): Pose[] {
  kernel.chooseEnergy(true, plan.trueFunctions, trueWall);
  kernel.tuneMinimiser(0.001, 1e6);
  const freedoms = place.freedomBytes / 4;
  const refined = candidates.slice(0, Math.max(settings.poses * refinedPerPose, 8)).map((freedom) => {
    const pose = new Float32Array(memory, place.end, freedoms).fill(0);
    pose.set(freedom);
    kernel.minimise(place.end, refineSteps, 1e9);
    return poseAtoms(search, pose.slice(), plan.corner);
  });
  const extents = plan.points.map((points) => (points - 1) * plan.spacing);
  return rankPoses(search.ligand, scorer, refined, settings, { corner: plan.corner, extents });
}

/** Descends again and again, until as many descents as are wanted have met in one energy. */
async function repeatDescents(
  descend: (index: number) => number,
  exhaustiveness: number,
  { leastDescents, mostDescents, agreement, sameEnergy }: Effort,
  pause: () => Promise<void> | undefined,
): Promise<void> {
  const reached: number[] = [];
  const met = () => {
    const least = Math.min(...reached);
    return reached.filter((energy) => energy < least + sameEnergy).length;
  };
  while (reached.length < exhaustiveness * mostDescents) {
    reached.push(descend(reached.length));
    await pause();
    if (reached.length >= exhaustiveness * leastDescents && met() >= Math.max(2, exhaustiveness * agreement)) break;
  }
}

/** Writes the ligand into the thread's room and binds the kernel to it. */
export function bindLigand({ kernel, memory, plan, room }: SearchRoom, search: SearchLigand): LigandPlace {
  const place = placeLigand(memory, room, search, (kind) => mapAddress(plan, kind), room + plan.roomBytes);
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

/** The kept poses, best first. */
function collect(memory: ArrayBufferLike, start: number, place: LigandPlace, atoms: number): Float32Array[] {
  const stride = 16 + place.freedomBytes + 16 * atoms;
  const count = new Uint32Array(memory, start + 16, 1)[0]!;
  const found = Array.from({ length: count }, (_, index) => {
    const kept = start + searchHead + index * stride;
    const freedom = new Float32Array(memory, kept + 16, place.freedomBytes / 4).slice();
    return { energy: new Float32Array(memory, kept, 1)[0]!, freedom };
  });
  return found.sort((a, b) => a.energy - b.energy).map(({ freedom }) => freedom);
}
