import { loadChemKit } from "@qinghao/chemistry/node";
import { beforeAll, describe, expect, test } from "vitest";
import { ligandMethod, maxMin, readSettings } from "../../src/methods/index.ts";

type Kit = Awaited<ReturnType<typeof loadChemKit>>;

const aspirin = "CC(=O)Oc1ccccc1C(=O)O";
const salicylic = "O=C(O)c1ccccc1O";
const caffeine = "Cn1c(=O)c2c(ncn2C)n(C)c1=O";
const decane = "CCCCCCCCCC";

describe("methods that need molecules only", () => {
  let kit: Kit;
  beforeAll(async () => {
    kit = await loadChemKit();
  });
  const run = async (id: string, settings: unknown, ligands: readonly string[]) => {
    const method = ligandMethod(id);
    return (await method.open(kit, readSettings(method, settings), 1))(ligands);
  };

  test("a property filter counts the ranges missed", async () => {
    // Molecular weights 180.16, 194.19 and 142.29 g/mol; PubChem.
    const outcomes = await run("property-filter", { ranges: [{ descriptor: "amw", min: 150, max: 190 }] }, [
      aspirin,
      caffeine,
      decane,
      "C1CC",
    ]);
    expect(outcomes.map((one) => one.ok && [one.score, one.passes])).toEqual([
      [0, true],
      [1, false],
      [1, false],
      false,
    ]);
    expect(outcomes[3]).toMatchObject({ ok: false, reason: { en: expect.any(String), zh: expect.any(String) } });
  });

  test("similarity takes the largest coefficient of several actives", async () => {
    const [self, near, far] = await run("similarity", { actives: [caffeine, aspirin], atLeast: 0.3 }, [
      aspirin,
      salicylic,
      decane,
    ]);
    expect(self).toEqual({ ok: true, score: 1, passes: true });
    // Python RDKit 2026.9.1, Morgan radius 2, 2048 bits: aspirin and salicylic acid 13 / 29.
    expect(near).toMatchObject({ ok: true, passes: true, score: expect.closeTo(13 / 29, 9) });
    expect(far).toMatchObject({ ok: true, passes: false });
  });

  test("a diverse selection takes the unlike first and passes over what cannot be read", async () => {
    const outcomes = await run("diversity", { picks: 2 }, [aspirin, "C1CC", salicylic, decane]);
    expect(outcomes.map((one) => one.ok && one.passes)).toEqual([true, false, false, true]);
    expect(outcomes[3]).toEqual({ ok: true, score: 2, passes: true });
  });

  test("MaxMin takes the farthest, and everything when asked for more", () => {
    const prints = [0b1111, 0b1110, 0b11110000, 0b1100].map((bits) => Uint8Array.of(bits));
    // Distances from the first: 1/4, 1, 1/2; then the fourth is farther from both (1/2) than the second (1/4).
    expect(maxMin(prints, 10)).toEqual([0, 2, 3, 1]);
    expect(maxMin([], 3)).toEqual([]);
  });

  test("what is wrong in settings is said with its place", async () => {
    await expect(run("similarity", { actives: [] }, [])).rejects.toThrow(/actives/);
    await expect(run("similarity", { actives: ["C1CC"] }, [])).rejects.toThrow();
    expect(() => ligandMethod("tea-leaves")).toThrow(/property-filter, similarity, diversity/);
  });
});
