/** What came of one complex. */
export interface Row {
  readonly set: string;
  readonly complex: string;
  readonly torsions: number;
  readonly ours: readonly (Result & { readonly seed: number })[];
  readonly vina: (Result & { readonly crystalScore: number; readonly crystalMinimised: number }) | null;
  /** Vina with further seeds. */
  readonly vinaSeeds: readonly (Result & { readonly seed: number })[];
}

interface Result {
  readonly score: number;
  readonly cpuSeconds: number;
  readonly rmsdTop1: number;
  /** Of the pose that the Vina function puts first. */
  readonly rmsdBestScored: number;
  readonly rmsdBest: number;
  /** PoseBusters' tests that the top pose fails; null where it was not judged. */
  readonly failedTests: readonly string[] | null;
}

/** Whether the settings of the search may have been tuned on a complex: every other one of the redocking set by name. */
export function isDevelopment(rows: readonly Pick<Row, "set" | "complex">[], { set, complex }: Row): boolean {
  const names = rows.filter((row) => row.set === "redock_adgpu42").map((row) => row.complex);
  return set === "redock_adgpu42" && names.sort().indexOf(complex) % 2 === 0;
}

/** Success, rate and validity of ours, seed by seed, and of Vina on the complexes that Vina finished; ours, seed 1, on all. */
export function summarise(all: readonly Row[], seeds: readonly number[]) {
  const groups: Record<string, readonly Row[]> = {
    "all sets": all,
    redock_adgpu42: all.filter(({ set }) => set === "redock_adgpu42"),
    "redock_adgpu42, development half": all.filter((row) => isDevelopment(all, row)),
    "redock_adgpu42, held-out half": all.filter((row) => row.set === "redock_adgpu42" && !isDevelopment(all, row)),
    "other sets": all.filter(({ set }) => set !== "redock_adgpu42"),
  };
  const compare = (rows: readonly Row[]) => {
    const both = rows.filter(({ vina }) => vina !== null);
    return {
      complexes: rows.length,
      comparedWithVina: both.length,
      ours: seeds.map((seed, at) => ({ seed, ...measure(both.map(({ ours }) => ours[at]!)) })),
      oursMean: meanOf(seeds.map((_, at) => measure(both.map(({ ours }) => ours[at]!)))),
      vina: measure(both.map(({ vina }) => vina!)),
      vinaSeeds: furtherSeeds(both).map((seed) => ({
        seed,
        ...measure(both.map(({ vinaSeeds }) => vinaSeeds.find((result) => result.seed === seed)!)),
      })),
      oursOnAll: measure(rows.map(({ ours }) => ours[0]!)),
    };
  };
  return Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, compare(rows)]));
}

/** Seeds beside the first with which Vina finished all of these complexes. */
const furtherSeeds = (rows: readonly Row[]): number[] =>
  (rows[0]?.vinaSeeds ?? [])
    .map(({ seed }) => seed)
    .filter((seed) => rows.every(({ vinaSeeds }) => vinaSeeds.some((result) => result.seed === seed)));

function measure(results: readonly Result[]) {
  const seconds = results.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const judged = results.filter(({ failedTests }) => failedTests !== null);
  const valid = judged.filter(({ failedTests }) => failedTests!.length === 0);
  return {
    top1Within2A: results.filter(({ rmsdTop1 }) => rmsdTop1 <= 2).length,
    bestScoredWithin2A: results.filter(({ rmsdBestScored }) => rmsdBestScored <= 2).length,
    anyWithin2A: results.filter(({ rmsdBest }) => rmsdBest <= 2).length,
    judged: judged.length,
    valid: valid.length,
    validWithin2A: valid.filter(({ rmsdTop1 }) => rmsdTop1 <= 2).length,
    cpuSeconds: round(seconds),
    ligandsPerMinutePerCore: round((60 * results.length) / seconds),
  };
}

function meanOf(list: readonly ReturnType<typeof measure>[]): Record<string, number> {
  const keys = Object.keys(list[0] ?? {}) as (keyof ReturnType<typeof measure>)[];
  return Object.fromEntries(
    keys.map((key) => [key, round(list.reduce((sum, one) => sum + one[key], 0) / list.length)]),
  );
}

const round = (value: number): number => Number(value.toFixed(2));
