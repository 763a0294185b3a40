import { loadChemKit } from "@qinghao/chemistry/node";
import type { Backend } from "@qinghao/compute";
import { openBackend, probeBackends } from "@qinghao/compute/node";
import { unwrap } from "@qinghao/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpointIds, explain, type ModelSet, predict } from "../src/index.ts";
import { openModelsFromFolder } from "../src/node.ts";
import { type PredictionRow, predictionRowSchema } from "../src/schema.ts";
import { weightsDir } from "./weights.ts";

const aspirin = "CC(=O)Oc1ccccc1C(=O)O";
const molecules = {
  ethanol: "CCO",
  benzene: "c1ccccc1",
  hexadecane: "CCCCCCCCCCCCCCCC",
  glucose: "OCC1OC(O)C(O)C(O)C1O",
  atorvastatin: "CC(C)c1c(C(=O)Nc2ccccc2)c(-c2ccccc2)c(-c2ccc(F)cc2)n1CC[C@@H](O)C[C@@H](O)CC(=O)O",
  amiodarone: "CCCCc1oc2ccccc2c1C(=O)c1cc(I)c(OCCN(CC)CC)c(I)c1",
};

let kit: Awaited<ReturnType<typeof loadChemKit>>;
let backend: Backend;
let models: ModelSet;
beforeAll(async () => {
  [kit, backend, models] = await Promise.all([loadChemKit(), openBackend("wasm"), openModelsFromFolder(weightsDir)]);
});
afterAll(() => backend.dispose());

const valuesOf = (row: PredictionRow | undefined) => {
  if (!row?.ok) throw new Error("the row failed");
  const [solubility, lipophilicity] = endpointIds.map((id) => row.values[id]!);
  return { solubility: solubility!, lipophilicity: lipophilicity! };
};

describe("prediction with the shipped weights", () => {
  it("orders well-known molecules as chemistry does", async () => {
    const names = Object.keys(molecules) as (keyof typeof molecules)[];
    const rows = await predict(models, kit, backend, Object.values(molecules));
    const of = Object.fromEntries(names.map((name, i) => [name, valuesOf(rows[i])])) as Record<
      keyof typeof molecules,
      ReturnType<typeof valuesOf>
    >;
    expect(of.ethanol.solubility.value).toBeGreaterThan(of.benzene.solubility.value);
    expect(of.benzene.solubility.value).toBeGreaterThan(of.hexadecane.solubility.value);
    expect(of.glucose.solubility.value).toBeGreaterThan(-0.5);
    expect(of.hexadecane.solubility.value).toBeLessThan(-5);
    expect(of.atorvastatin.solubility.value).toBeLessThan(-3.5);
    expect(of.glucose.lipophilicity.value).toBeLessThan(of.benzene.lipophilicity.value);
    expect(of.amiodarone.lipophilicity.value).toBeGreaterThan(2.5);
  });

  it("gives interval, domain and measured neighbours with every value", async () => {
    const rows = await predict(models, kit, backend, [aspirin], { nearest: 3 });
    expect(predictionRowSchema.parse(rows[0])).toEqual(rows[0]);
    for (const one of Object.values(valuesOf(rows[0]))) {
      expect(one.lo).toBeLessThan(one.value);
      expect(one.hi).toBeGreaterThan(one.value);
      expect(one.level).toBe(0.9);
      expect(one.nearest).toHaveLength(3);
      expect(one.nearest[0]!.similarity).toBe(one.similarity);
      expect(one.nearest[0]!.similarity).toBeGreaterThanOrEqual(one.nearest[2]!.similarity);
    }
  });

  it("finds a training molecule itself, with its measured value", async () => {
    const { training } = models.get("lipophilicity").parts;
    const rows = await predict(models, kit, backend, [training.smiles[7]!], { endpoints: ["lipophilicity"] });
    const row = rows[0]!;
    if (!row.ok) throw new Error("the row failed");
    expect(row.values["aqueous-solubility"]).toBeUndefined();
    const exact = row.values.lipophilicity!.nearest.filter((one) => one.similarity === 1);
    expect(exact.map((one) => one.measured)).toContain(training.measured[7]);
    expect(row.values.lipophilicity!.inDomain).toBe(true);
  });

  it("says that a molecule unlike any other is outside the domain, with a wider interval", async () => {
    const rows = await predict(models, kit, backend, ["[Na+].[Na+].O=[W](=O)([O-])[O-]", aspirin], {
      endpoints: ["lipophilicity"],
    });
    const strange = rows[0]!;
    const known = rows[1]!;
    if (!strange.ok || !known.ok) throw new Error("a row failed");
    expect(strange.values.lipophilicity!.inDomain).toBe(false);
  });

  it("gives raw and standardised forms of one compound one value", async () => {
    const rows = await predict(models, kit, backend, [aspirin, "OC(=O)C1=CC=CC=C1OC(C)=O", "CC(=O)Oc1ccccc1C(O)=O"]);
    const [a, b, c] = rows.map((row) => valuesOf(row).solubility.value);
    expect(b).toBeCloseTo(a!, 4);
    expect(c).toBeCloseTo(a!, 4);
  });

  it("keeps one row per input, in order, with the reason for a bad one", async () => {
    const rows = await predict(models, kit, backend, ["CCO", "not a molecule", "", "c1ccccc1"]);
    expect(rows.map((row) => row.ok)).toEqual([true, false, false, true]);
    expect(rows.map((row) => row.smiles)).toEqual(["CCO", "not a molecule", "", "c1ccccc1"]);
    expect(await predict(models, kit, backend, [])).toEqual([]);
  });

  it("stops when it is cancelled", async () => {
    await expect(predict(models, kit, backend, ["CCO"], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "properties.cancelled",
    });
  });

  it("explains a value by its atoms and says what they leave unexplained", async () => {
    const explained = unwrap(await explain(models, kit, backend, aspirin, "aqueous-solubility"));
    const rows = await predict(models, kit, backend, [aspirin]);
    expect(explained.atoms).toHaveLength(13);
    expect(explained.value).toBeCloseTo(valuesOf(rows[0]).solubility.value, 5);
    const sum = explained.atoms.reduce((total, one) => total + one, 0);
    expect(explained.base + sum + explained.unexplained).toBeCloseTo(explained.value, 6);
  });

  it("gives a hydroxyl a helping and a chlorine a hurting share of solubility", async () => {
    const phenol = unwrap(await explain(models, kit, backend, "Oc1ccc(Cl)cc1", "aqueous-solubility"));
    expect(phenol.atoms[0]).toBeGreaterThan(0);
    expect(phenol.atoms[5]).toBeLessThan(0);
  });

  it("explains a molecule of one atom, and refuses one of very many", async () => {
    const methane = unwrap(await explain(models, kit, backend, "C", "lipophilicity"));
    expect(methane.atoms[0]).toBeCloseTo(methane.value - methane.base, 6);
    const large = await explain(models, kit, backend, "C".repeat(300), "lipophilicity");
    expect(large.ok ? null : large.error.code).toBe("properties.explain_too_large");
  });

  it("explains a salt on its parent's atoms", async () => {
    const salt = unwrap(await explain(models, kit, backend, "[Na+].CC(=O)[O-]", "lipophilicity"));
    expect(salt.smiles).toBe("CC(=O)O");
    expect(salt.atoms).toHaveLength(4);
  });
});

describe("backends", () => {
  it("agree on every prediction, far within 1e-4", async () => {
    // Few, because a software WebGPU adapter is slow.
    const smiles = [aspirin, molecules.ethanol, molecules.atorvastatin, molecules.amiodarone];
    const reference = await predict(models, kit, backend, smiles);
    const available = (await probeBackends()).filter((probe) => probe.available && probe.name !== backend.name);
    for (const probe of (await probeBackends()).filter((one) => !one.available))
      console.log(`${probe.name} not compared: ${probe.reason}`);
    for (const { name } of available) {
      const other = await openBackend(name);
      const rows = await predict(models, kit, other, smiles);
      rows.forEach((row, i) => {
        const [ours, theirs] = [valuesOf(reference[i]), valuesOf(row)];
        for (const key of ["solubility", "lipophilicity"] as const) {
          expect(Math.abs(theirs[key].value - ours[key].value), `${name} ${smiles[i]}`).toBeLessThan(1e-9);
          expect(Math.abs(theirs[key].hi - ours[key].hi), `${name} ${smiles[i]} interval`).toBeLessThan(1e-9);
        }
      });
      await other.dispose();
    }
    expect(available.map((probe) => probe.name)).toContain("cpu");
  }, 180_000);
});
