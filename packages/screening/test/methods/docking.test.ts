import { loadChemKit } from "@qinghao/chemistry/node";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { wasmDocking } from "@qinghao/docking/node";
import { boxAround, openReceptor, prepareLigand } from "@qinghao/docking/prepare";
import { createScorer } from "@qinghao/docking/scoring";
import { unwrap } from "@qinghao/kernel";
import { madeUpPocket } from "@qinghao/testing";
import { describe, expect, test } from "vitest";
import { dockForms, docking, openFormMaker, readSettings } from "../../src/methods/index.ts";

const { receptor } = unwrap(openReceptor(madeUpPocket(), "pocket.pdb", { drop: ["A:BEN900"] }));
const box = boxAround([0, 0, 0], { padding: 6, minimumSize: 12 });
const settings = readSettings(docking, { receptor: "rcpt_000000000", box, exhaustiveness: 1, poses: 3 });

describe("docking as a method", async () => {
  const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);
  const formsOf = openFormMaker(kit, kernel, settings, 1);
  const dock = async (ligands: readonly string[], chosen = settings) => {
    const open = await wasmDocking({ threads: 1 }).open(receptor, box);
    try {
      return await dockForms(open, ligands.map(formsOf), chosen, 1, new AbortController().signal);
    } finally {
      await open.close();
    }
  };

  test("writes poses whose score is that of the Vina function", async () => {
    const [outcome] = await dock(["OC(=O)c1ccccc1"]);
    if (!outcome?.ok) throw new Error("not docked");
    const [first] = outcome.poses!.split("$$$$\n");
    expect(first).toMatch(/> {2}<docked_form>\nO=C\(\[O-\]\)c1ccccc1\n/);
    const { ligand } = unwrap(prepareLigand(kit, first!, "pose"));
    expect(createScorer(receptor, "vina").score(ligand).total).toBeCloseTo(outcome.score, 1);
    const scores = [...outcome.poses!.matchAll(/<score_kcal_per_mol>\n(\S+)/g)].map(([, score]) => Number(score));
    expect(scores.length).toBeLessThanOrEqual(3);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  test("gives each ligand the same poses alone and among others, and lists those that fail", async () => {
    const ligands = ["OC(=O)c1ccccc1", "C1CC", "CC(N)C(F)Cl"];
    const together = await dock(ligands);
    expect(together.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(together[1]).toMatchObject({ reason: { en: expect.any(String), zh: expect.any(String) } });
    expect(await dock([ligands[2]!])).toEqual([together[2]]);
  });

  test("tries the stereoisomers that a structure leaves open, and keeps the best of them", async () => {
    const made = formsOf("CC(N)C(F)Cl");
    expect(made.ok && made.forms.length).toBe(2);
    const [both] = await dock(["CC(N)C(F)Cl"]);
    const each = await dock(made.ok ? made.forms.map(({ smiles }) => smiles) : []);
    const scores = each.map((one) => (one.ok ? one.score : Number.NaN));
    expect(both).toMatchObject({ ok: true, score: Math.min(...scores) });
  });

  test("tries tautomers where it is told to, the drawn one among them", () => {
    const made = openFormMaker(kit, kernel, { ...settings, tautomers: 3 }, 1)("Oc1ccccn1");
    expect(made.ok && made.forms.map(({ smiles }) => smiles)).toEqual(["Oc1ccccn1", "O=c1cccc[nH]1"]);
    expect(formsOf("Oc1ccccn1")).toMatchObject({ ok: true, forms: [{ smiles: "Oc1ccccn1" }] });
  });

  test("passes at the limit and below", async () => {
    const [kept] = await dock(["c1ccccc1"]);
    const score = kept?.ok ? kept.score : Number.NaN;
    expect(await dock(["c1ccccc1"], { ...settings, atMost: score })).toMatchObject([{ passes: true }]);
    expect(await dock(["c1ccccc1"], { ...settings, atMost: score - 0.1 })).toMatchObject([{ passes: false }]);
  });

  test("tries other shapes of rings where it is told to, and never scores worse for it", async () => {
    const chosen = { ...settings, ringConformers: 4 };
    const [rigid] = await dock(["OC1CCC(N)CC1"]);
    const shaped = openFormMaker(kit, kernel, chosen, 1)("OC1CCC(N)CC1");
    expect(shaped.ok && shaped.forms[0]!.ligand.ringConformers!.length).toBeGreaterThan(0);
    const open = await wasmDocking({ threads: 1 }).open(receptor, box);
    const [other] = await dockForms(open, [shaped], chosen, 1, new AbortController().signal);
    await open.close();
    if (!rigid?.ok || !other?.ok) throw new Error("not docked");
    expect(other.score).toBeLessThan(rigid.score + 0.1);
  });
});
