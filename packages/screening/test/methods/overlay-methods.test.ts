import { loadChemKit } from "@qinghao/chemistry/node";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { readPose } from "@qinghao/docking/poses";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import { ligandMethod, readSettings } from "../../src/methods/index.ts";
import { readShapeQuery } from "../../src/shape/shape-query.ts";

let kit: Awaited<ReturnType<typeof loadChemKit>>;
beforeAll(async () => {
  kit = await loadChemKit();
});

const run = async (id: string, settings: unknown, ligands: readonly string[]) => {
  const method = ligandMethod(id);
  const score = await method.open(kit, readSettings(method, settings), 1);
  return score(ligands);
};
const [ibuprofen, naproxen, citric] = [
  "CC(C)Cc1ccc(cc1)C(C)C(=O)O",
  "COc1ccc2cc(ccc2c1)C(C)C(=O)O",
  "O=C(O)CC(O)(CC(=O)O)C(=O)O",
];

describe("shape", () => {
  const settings = { query: ibuprofen, conformers: 8, queryConformers: 2 };

  test("ranks a molecule before its like, and that before another; poses lie over the query", async () => {
    const [self, near, far, broken] = await run("shape", { ...settings, atLeast: 0.5 }, [
      ibuprofen,
      naproxen,
      citric,
      "C1CC",
    ]);
    expect(self).toMatchObject({ ok: true, passes: true, score: expect.closeTo(1, 3) });
    if (!self?.ok || !near?.ok || !far?.ok) throw new Error("a ligand failed");
    expect(self.score).toBeGreaterThan(near.score);
    expect(near.score).toBeGreaterThan(far.score);
    expect(far.passes).toBe(false);
    expect(broken).toMatchObject({ ok: false, reason: { en: expect.any(String), zh: expect.any(String) } });
    // The query's conformer and the pose of the same conformer are the same atoms in the same places.
    const query = unwrap(readShapeQuery(kit, await loadConformerKernel(), ibuprofen, { count: 2, seed: 1 }));
    const at = Number(/<query_conformer>\n(\d+)/.exec(self.poses!)![1]);
    const [there, here] = [query.records[at - 1]!, self.poses!].map((text) => unwrap(readPose(kit, text)).positions);
    there!.forEach((value, i) => {
      expect(here![i]).toBeCloseTo(value, 1);
    });
    expect(self.poses!.endsWith("$$$$\n")).toBe(true);
  });

  test("takes a molblock in space where it lies", async () => {
    const made = unwrap(readShapeQuery(kit, await loadConformerKernel(), naproxen, { count: 1, seed: 5 }));
    const record = made.records[0]!;
    const shifted = record.replace(/^( *-?\d+\.\d{4})/gm, (x) => (Number(x) + 30).toFixed(4).padStart(10));
    const [outcome] = await run("shape", { ...settings, query: shifted }, [ibuprofen]);
    if (!outcome?.ok) throw new Error("the ligand failed");
    const { positions } = unwrap(readPose(kit, outcome.poses!));
    const { positions: query } = unwrap(readPose(kit, shifted));
    const meanX = (of: Float64Array) =>
      of.filter((_, i) => i % 3 === 0).reduce((sum, x) => sum + x, 0) / (of.length / 3);
    expect(meanX(query)).toBeGreaterThan(25);
    expect(Math.abs(meanX(positions) - meanX(query))).toBeLessThan(2);
  });

  test("makes conformers of a molblock that is flat, and says what is wrong with a query", async () => {
    const flat =
      "\n  flat\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 O   0  0\n  1  2  1  0\nM  END\n";
    const [outcome] = await run("shape", { ...settings, query: flat }, ["CO"]);
    expect(outcome).toMatchObject({ ok: true, score: expect.closeTo(1, 2) });
    await expect(run("shape", { ...settings, query: "C1CC" }, [])).rejects.toThrow();
    await expect(run("shape", { ...settings, conformers: 0 }, [])).rejects.toThrow(/conformers/);
  });
});

describe("best of each cluster", () => {
  const ligands = ["CCCCO", "Clc1ccccc1C", "CCCCCO", "C1CC", "Clc1ccccc1CC", "CCCCCCO"];

  test("keeps the first of each and numbers clusters by it", async () => {
    for (const clustering of ["butina", "sphere-exclusion"]) {
      const outcomes = await run("cluster-representatives", { threshold: 0.3, clustering }, ligands);
      expect(outcomes.map((one) => one.ok && [one.score, one.passes])).toEqual([
        [1, true],
        [2, true],
        [1, false],
        false,
        [2, false],
        [1, false],
      ]);
    }
    const two = await run("cluster-representatives", { threshold: 0.3, each: 2 }, ligands);
    expect(two.map((one) => one.ok && one.passes)).toEqual([true, true, true, false, true, false]);
  });
});
