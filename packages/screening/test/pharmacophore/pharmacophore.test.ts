// Oracle: Chem.Pharm2D.Gobbi_Pharm2D of Python RDKit (golden.json, by make-golden.py).
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { ligandMethod, readSettings } from "../../src/methods/index.ts";
import { gobbiFamilies, gobbiFeatures } from "../../src/pharmacophore/gobbi-features.ts";
import {
  pharmacophoreBits,
  pharmacophoreFingerprint,
  sparseTanimoto,
} from "../../src/pharmacophore/pharmacophore-fingerprint.ts";

type Molecule = { smiles: string; features: number[][]; count: number; sha256: string; bits?: number[] };
type Golden = { size: number; families: string[]; molecules: Molecule[] };
const golden = JSON.parse(readFileSync(new URL("./golden.json", import.meta.url), "utf8")) as Golden;

let kit: Awaited<ReturnType<typeof loadChemKit>>;
beforeAll(async () => {
  kit = await loadChemKit();
});

describe("2D pharmacophores", () => {
  it("have RDKit's families and length", () => {
    expect(gobbiFamilies).toEqual(golden.families);
    expect(pharmacophoreBits).toBe(golden.size);
  });

  it.each(golden.molecules)("of $smiles are RDKit's", ({ smiles, features, count, sha256, bits }) => {
    const made = unwrap(
      withMolecule(kit, smiles, ({ graph }) => ({
        features: gobbiFeatures(graph),
        bits: pharmacophoreFingerprint(graph),
      })),
    );
    expect(made.features).toEqual(features);
    expect(made.bits).toHaveLength(count);
    if (bits !== undefined) expect([...made.bits]).toEqual(bits);
    expect(createHash("sha256").update(made.bits.join()).digest("hex")).toBe(sha256);
  });

  it("are compared by what they share", () => {
    expect(sparseTanimoto(Uint16Array.of(1, 4, 9), Uint16Array.of(2, 4, 9, 12))).toBe(2 / 5);
    expect(sparseTanimoto(new Uint16Array(0), new Uint16Array(0))).toBe(0);
  });
});

describe("the method", () => {
  const score = async (settings: unknown, ligands: readonly string[]) => {
    const method = ligandMethod("pharmacophore");
    const open = await method.open(kit, readSettings(method, settings), 1);
    return open(ligands);
  };
  const [salbutamol, terbutaline, decane] = [
    "CC(C)(C)NCC(O)c1ccc(O)c(CO)c1",
    "CC(C)(C)NCC(O)c1cc(O)cc(O)c1",
    "CCCCCCCCCC",
  ];

  it("takes the nearest active, or the mean of all", async () => {
    const [self, near, far, broken] = await score({ actives: [salbutamol, decane], atLeast: 0.2 }, [
      salbutamol,
      terbutaline,
      "c1ccccc1",
      "C1CC",
    ]);
    expect(self).toEqual({ ok: true, score: 1, passes: true });
    expect(near).toMatchObject({ ok: true, passes: true });
    expect(far).toEqual({ ok: true, score: 0, passes: false });
    expect(broken).toMatchObject({ ok: false });
    const [mean] = await score({ actives: [salbutamol, decane], fusion: "mean" }, [salbutamol]);
    expect(mean).toEqual({ ok: true, score: 0.5, passes: true });
  });
});
