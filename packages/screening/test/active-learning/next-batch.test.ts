import { describe, expect, it } from "vitest";
import { type Acquisition, type BatchOptions, nextBatch } from "../../src/active-learning/index.ts";
import { syntheticLibrary } from "./synthetic-library.ts";

const { ligands, scores } = syntheticLibrary(600, 11);
const options: BatchOptions = { size: 20, better: "lower", seed: 1 };
const best = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!).slice(0, 12);

/** Runs a campaign and says which share of the best 2 % it scores. */
function campaign(budget: number, acquisition: Acquisition): number {
  const known = new Map<number, number | null>();
  while (known.size < budget)
    for (const index of nextBatch(ligands, known, { ...options, acquisition })) known.set(index, scores[index]!);
  return best.filter((index) => known.has(index)).length / best.length;
}

const knownOf = (rows: number) =>
  new Map<number, number | null>(Array.from({ length: rows }, (_, i) => [i, scores[i]!]));

describe("nextBatch", () => {
  it("draws the first batch by the seed", () => {
    const drawn = nextBatch(ligands, new Map(), options);
    expect(new Set(drawn).size).toBe(20);
    expect(nextBatch(ligands, new Map(), options)).toEqual(drawn);
    expect(nextBatch(ligands, new Map(), { ...options, seed: 2 })).not.toEqual(drawn);
  });

  it.each<Acquisition>([{ kind: "greedy" }, { kind: "ucb", spreads: 0.5 }, { kind: "thompson" }])(
    "finds far more of the best than chance in a fifth of the ligands: $kind",
    (acquisition) => {
      // Drawn ligands would hold a fifth of the best.
      expect(campaign(120, acquisition)).toBeGreaterThan(0.5);
    },
  );

  it("chooses nothing twice, nor what failed, and ends with the library", () => {
    const known = new Map(knownOf(580).set(0, null).set(590, null));
    const batch = nextBatch(ligands, known, options);
    expect(batch.toSorted((a, b) => a - b)).toEqual(
      [...ligands.keys()].filter((index) => index >= 580 && index !== 590),
    );
    for (const index of batch) known.set(index, null);
    expect(nextBatch(ligands, known, options)).toEqual([]);
  });

  it("does not learn from failures", () => {
    const known = knownOf(60);
    const before = nextBatch(ligands, known, options);
    known.set(before.at(-1)!, null);
    expect(nextBatch(ligands, known, options).slice(0, 19)).toEqual(before.slice(0, 19));
  });

  it("turns round where higher is better", () => {
    const known = knownOf(60);
    const turned = new Map([...known].map(([index, score]) => [index, -score!]));
    expect(nextBatch(ligands, turned, { ...options, better: "higher" })).toEqual(nextBatch(ligands, known, options));
    expect(nextBatch(ligands, known, { ...options, better: "higher" })).not.toEqual(nextBatch(ligands, known, options));
  });

  it("is the same for the same scores, in whatever order they came", () => {
    const known = knownOf(80);
    const reversed = new Map([...known].reverse());
    const thompson: BatchOptions = { ...options, acquisition: { kind: "thompson" } };
    expect(nextBatch(ligands, reversed, thompson)).toEqual(nextBatch(ligands, known, thompson));
  });
});
