import { loadChemKit } from "@qinghao/chemistry/node";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { writeMolblock } from "@qinghao/docking/formats";
import { embedConformer, openReceptor, prepareLigand } from "@qinghao/docking/prepare";
import { createScorer, vinardo } from "@qinghao/docking/scoring";
import { unwrap } from "@qinghao/kernel";
import { madeUpPocket } from "@qinghao/testing";
import { describe, expect, test } from "vitest";
import { openRescorer } from "../../src/methods/index.ts";

const { receptor } = unwrap(openReceptor(madeUpPocket(), "pocket.pdb", { drop: ["A:BEN900"] }));

const record = (block: string, rank: number) => `${block.trimEnd()}\n>  <pose_rank>\n${rank}\n\n$$$$\n`;
const ranksOf = (poses: string) => [...poses.matchAll(/<pose_rank>\n(\d+)/g)].map(([, rank]) => Number(rank));

describe("rescoring", async () => {
  const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);
  const { molecule, ligand } = unwrap(
    prepareLigand(kit, unwrap(embedConformer(kit, kernel, 1)("O=C([O-])c1ccccc1")), "benzoate"),
  );
  /** Benzoate with its middle on the x axis, so far from the middle of the pocket, Å. */
  const at = (x: number) => {
    const middle = [0, 1, 2].map((axis) => {
      const values = ligand.positions.filter((_, i) => i % 3 === axis);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    const places = ligand.positions.map((value, i) => value - middle[i % 3]! + (i % 3 === 0 ? x : 0));
    return writeMolblock(molecule, places);
  };
  const all = { requireValid: false };
  const totalOf = (block: string) =>
    createScorer(receptor, "vina", vinardo).score(unwrap(prepareLigand(kit, block, "pose")).ligand).total;

  test("scores by Vinardo and puts the best first", () => {
    const outcome = openRescorer(kit, receptor, all)(record(at(3), 1) + record(at(0), 2));
    if (!outcome.ok) throw new Error(outcome.reason.en);
    expect(outcome.score).toBe(Math.min(totalOf(at(0)), totalOf(at(3))));
    expect(outcome.score).toBe(totalOf(at(0)));
    expect(ranksOf(outcome.poses!)).toEqual([1, 2]);
    expect(outcome.poses!.match(/<vinardo_kcal_per_mol>/g)).toHaveLength(2);
    const firstAtom = at(0).split("\n")[4]!;
    expect(outcome.poses!.split("$$$$")[0]).toContain(firstAtom);
  });

  test("passes over poses that run into the receptor, and a ligand that has no other", () => {
    const inWall = record(at(5), 1);
    expect(openRescorer(kit, receptor, { requireValid: true })(inWall)).toMatchObject({ ok: true, passes: false });
    expect(openRescorer(kit, receptor, all)(inWall)).toMatchObject({ ok: true, passes: true });
    expect(openRescorer(kit, receptor, { ...all, atMost: totalOf(at(5)) - 0.01 })(inWall)).toMatchObject({
      passes: false,
    });
  });

  test("says so where there is no pose", () => {
    expect(openRescorer(kit, receptor, all)(null)).toMatchObject({ ok: false, code: "screening.rescoring.no_pose" });
  });
});
