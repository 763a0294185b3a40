import { isQinghaoError } from "@qinghao/kernel";
import { afterAll, describe, expect, it } from "vitest";
import { type DockedLigand, type DockingLigand, notScored, type SearchSettings } from "../../src/index.ts";
import { wasmDocking } from "../../src/node.ts";
import { createScorer, vinardo } from "../../src/scoring/index.ts";
import { chain, pocket, pocketBox } from "./artificial-complex.ts";

const settings: SearchSettings = { exhaustiveness: 1, poses: 5, seed: 11, minimumRmsd: 1, energyRange: 3 };
const one = await wasmDocking({ threads: 1 }).open(pocket(), pocketBox);
const two = await wasmDocking({ threads: 2 }).open(pocket(), pocketBox);
afterAll(() => Promise.all([one.close(), two.close()]));

const ligands = [chain("a"), chain("b", 1.02), chain("c", 0.98)];
const empty: DockingLigand = { ...chain("empty"), kinds: new Uint8Array(13).fill(notScored) };

async function dock(docking: typeof one, list: readonly DockingLigand[], changed: Partial<SearchSettings> = {}) {
  const results: DockedLigand[] = [];
  for await (const result of docking.dock(list, { ...settings, ...changed })) results.push(result);
  return results;
}

describe("docking with WebAssembly threads", () => {
  it("gives the same poses, bit for bit, in any order and on any number of threads", async () => {
    const forwards = await dock(one, ligands);
    const backwards = (await dock(two, [...ligands].reverse())).reverse();
    expect(forwards.map(({ poses }) => poses.length > 0)).toEqual([true, true, true]);
    expect(backwards.map(({ poses }) => poses)).toEqual(forwards.map(({ poses }) => poses));
  });

  it("gives other poses for another seed", async () => {
    const [first] = await dock(one, [ligands[0]!], { seed: 1 });
    const [second] = await dock(one, [ligands[0]!], { seed: 2 });
    expect(second!.poses[0]!.positions).not.toEqual(first!.poses[0]!.positions);
  });

  it("gives poses inside of the box, apart from each other, ranked, with the scores of the scoring function", async () => {
    const [{ poses } = { poses: [] }] = await dock(one, [ligands[0]!]);
    const scorer = createScorer(pocket(), "vina");
    const [best] = [...poses].sort((a, b) => a.score - b.score);
    expect(best!.score).toBeCloseTo(scorer.score(ligands[0]!, best!.positions).total, 9);
    const other = createScorer(pocket(), "vina", vinardo);
    const energies = poses.map(({ positions, intermolecular, intramolecular }) => {
      const second = other.score(ligands[0]!, positions);
      return (intermolecular + intramolecular + second.intermolecular + second.intramolecular) / 2;
    });
    // By the mean of both functions; what is subtracted is the same for all poses.
    expect(energies).toEqual([...energies].sort((a, b) => a - b));
    for (const [index, { consensus }] of poses.entries())
      expect(consensus - poses[0]!.consensus).toBeCloseTo(energies[index]! - energies[0]!, 9);
    for (const { positions } of poses) {
      for (let at = 0; at < 3 * 12; at++) expect(Math.abs(positions[at]!)).toBeLessThan(8.3);
    }
    for (const [index, { positions }] of poses.entries()) {
      for (const other of poses.slice(0, index)) {
        let sum = 0;
        for (let at = 0; at < 3 * 12; at++) sum += (positions[at]! - other.positions[at]!) ** 2;
        expect(Math.sqrt(sum / 12)).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it("keeps bond lengths", async () => {
    const [{ poses } = { poses: [] }] = await dock(one, [ligands[0]!]);
    const { bonds, positions } = ligands[0]!;
    const length = (at: Float64Array, bond: number) =>
      Math.hypot(...[0, 1, 2].map((axis) => at[3 * bonds[bond]! + axis]! - at[3 * bonds[bond + 1]! + axis]!));
    for (const pose of poses)
      for (let bond = 0; bond < bonds.length; bond += 3)
        expect(length(pose.positions, bond)).toBeCloseTo(length(positions, bond), 6);
  });

  it("docks a ligand in every shape of its rings, and keeps the poses of the one that fits", async () => {
    // A shape that cannot fit: pulled out to four times its length.
    const long = chain("a", 4).positions;
    const hard = { exhaustiveness: 4 };
    const [own] = await dock(one, [{ ...ligands[0]!, ringConformers: [long] }], hard);
    const [other] = await dock(
      one,
      [{ ...ligands[0]!, positions: long, ringConformers: [ligands[0]!.positions] }],
      hard,
    );
    const bond = (at: Float64Array) => Math.hypot(at[3]! - at[0]!, at[4]! - at[1]!, at[5]! - at[2]!);
    for (const { poses } of [own!, other!])
      expect(bond(poses[0]!.positions)).toBeCloseTo(bond(ligands[0]!.positions), 6);
    expect(Math.abs(other!.poses[0]!.score - own!.poses[0]!.score)).toBeLessThan(0.1);
    const [again] = await dock(two, [{ ...ligands[0]!, ringConformers: [long] }], hard);
    expect(again!.poses).toEqual(own!.poses);
  });

  it("names a ligand that cannot be docked and goes on", async () => {
    const results = await dock(two, [ligands[0]!, empty, ligands[1]!]);
    expect(results.map(({ ligand, error }) => [ligand, error?.code])).toEqual([
      [0, undefined],
      [1, "docking.ligand_empty"],
      [2, undefined],
    ]);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const many = Array.from({ length: 50 }, () => ligands[0]!);
    const docked: number[] = [];
    const run = async () => {
      for await (const { ligand } of one.dock(many, { ...settings, exhaustiveness: 8 }, stop.signal)) {
        docked.push(ligand);
        stop.abort();
      }
    };
    await expect(run()).rejects.toSatisfy((error) => isQinghaoError(error) && error.code === "compute.cancelled");
    expect(docked).toEqual([0]);
    expect(await dock(one, [ligands[0]!])).toHaveLength(1);
  });

  it("refuses a box away from the receptor and one that is none", async () => {
    const away = { center: [100, 0, 0], size: [16, 16, 16] } as const;
    await expect(wasmDocking({ threads: 1 }).open(pocket(), away)).rejects.toMatchObject({
      code: "docking.site_empty",
    });
    const flat = { center: [0, 0, 0], size: [16, 0, 16] } as const;
    await expect(wasmDocking({ threads: 1 }).open(pocket(), flat)).rejects.toMatchObject({
      code: "docking.box_invalid",
    });
  });
});
