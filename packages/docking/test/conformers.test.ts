import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { conformerRecord, generateConformers } from "../src/conformers/index.ts";
import { conformersOfRows, loadConformerKernel } from "../src/conformers/node.ts";
import { signedVolume } from "../src/conformers/stereo.ts";
import { graphOf } from "./conformers-open.ts";

const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);

/** Canonical SMILES without explicit hydrogens, as the toolkit reads a structure. */
const canonical = (structure: string): string => unwrap(withMolecule(kit, structure, (mol) => mol.smiles));

function recordsOf(smiles: string, count: number, seed = 1): string[] {
  const graph = graphOf(kit, smiles);
  return unwrap(generateConformers(kernel, graph, { count, seed })).map(({ positions }) =>
    conformerRecord(graph, positions, "", {}),
  );
}

const distance = (xyz: Float64Array, a: number, b: number) =>
  Math.hypot(...[0, 1, 2].map((axis) => xyz[3 * a + axis]! - xyz[3 * b + axis]!));

describe("stereochemistry is that of the input, read back from the coordinates by RDKit", () => {
  it.each([
    ["artemisinin", "C[C@@H]1CC[C@H]2[C@@H](C)C(=O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4"],
    ["quinine", "COc1ccc2c(c1)c(ccn2)[C@H]([C@@H]3C[C@@H]4CCN3C[C@@H]4C=C)O"],
    ["morphine", "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5"],
    ["cholesterol", "C[C@H](CCCC(C)C)[C@H]1CC[C@@H]2[C@@]1(CC[C@H]3[C@H]2CC=C4[C@@]3(CC[C@@H](C4)O)C)C"],
    ["penicillin G", "CC1(C)S[C@@H]2[C@H](NC(=O)Cc3ccccc3)C(=O)N2[C@H]1C(=O)O"],
    ["esomeprazole", "COc1ccc2[nH]c([S@@](=O)Cc3ncc(C)c(OC)c3C)nc2c1"],
    ["tamoxifen", "CC/C(=C(\\c1ccccc1)c1ccc(OCCN(C)C)cc1)c1ccccc1"],
    ["retinoic acid", "CC1=C(C(C)(C)CCC1)/C=C/C(C)=C/C=C/C(C)=C/C(=O)O"],
    ["camphor", "CC1(C)[C@@H]2CC[C@@]1(C)C(=O)C2"],
    ["cis- and trans-decalin", "C1CC[C@H]2CCCC[C@H]2C1.C1CC[C@H]2CCCC[C@@H]2C1"],
    ["cefixime's oxime", "CO/N=C(\\C(=O)NC)c1csc(N)n1"],
    ["sofosbuvir", "CC(C)OC(=O)[C@H](C)N[P@](=O)(OC[C@H]1O[C@@H](N2C=CC(=O)NC2=O)[C@](C)(F)[C@@H]1O)Oc1ccccc1"],
  ])("%s", (_, smiles) => {
    const wanted = canonical(smiles);
    for (const record of recordsOf(smiles, 3)) expect(canonical(record.split("$$$$")[0]!)).toBe(wanted);
  });

  it("gives all conformers of a molecule the same choice where nothing is specified", () => {
    const graph = graphOf(kit, "CC(O)C(F)Cl");
    const conformers = unwrap(generateConformers(kernel, graph, { count: 12, seed: 3 }));
    for (const centre of [1, 3]) {
      const [a, b, c, d] = graph.neighbours.subarray(graph.offsets[centre], graph.offsets[centre + 1]);
      const sides = conformers.map(({ positions }) => Math.sign(signedVolume(positions, [a!, b!, c!, d!])));
      expect(new Set(sides).size).toBe(1);
    }
    const seeds = Array.from({ length: 12 }, (_, seed) =>
      canonical(recordsOf("CC(O)C(F)Cl", 1, seed)[0]!.split("$$$$")[0]!),
    );
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });
});

describe("what crystal structures prefer", () => {
  it("keeps secondary amides trans and esters Z", () => {
    // N-methylacetamide: C0 C1(=O2) N3 C4; methyl acetate the same with O3.
    for (const smiles of ["CC(=O)NC", "CC(=O)OC"]) {
      const graph = graphOf(kit, smiles);
      for (const { positions } of unwrap(generateConformers(kernel, graph, { count: 5, seed: 1 }))) {
        expect(distance(positions, 0, 4)).toBeGreaterThan(3.5);
      }
    }
  });

  it("finds anti and gauche butane, and benzene flat with equal bonds", () => {
    const butane = unwrap(generateConformers(kernel, graphOf(kit, "CCCC"), { count: 40, seed: 1 }));
    const ends = butane.map(({ positions }) => distance(positions, 0, 3));
    expect(ends.filter((end) => end > 3.7).length).toBeGreaterThan(5);
    expect(ends.filter((end) => end < 3.3).length).toBeGreaterThan(5);
    const [benzene] = unwrap(generateConformers(kernel, graphOf(kit, "c1ccccc1"), { count: 1, seed: 1 }));
    for (let atom = 0; atom < 6; atom++) {
      expect(distance(benzene!.positions, atom, (atom + 1) % 6)).toBeCloseTo(1.395, 1);
      expect(distance(benzene!.positions, atom, (atom + 3) % 6)).toBeCloseTo(2.79, 1);
    }
  });
});

describe("one seed, one file", () => {
  const drug = "CC(C)c1nc(CN(C)C(=O)N[C@@H](C(C)C)C(=O)N[C@@H](C)C[C@H](O)C)cs1";
  it("gives the same bytes for the same seed and others for another", () => {
    expect(recordsOf(drug, 3, 7)).toEqual(recordsOf(drug, 3, 7));
    expect(recordsOf(drug, 1, 8)).not.toEqual(recordsOf(drug, 1, 7));
  });

  it("does so on any number of threads, and lists each row that fails", async () => {
    const rows = [drug, "C1CC", "CCO", "*C", ...Array.from({ length: 30 }, (_, n) => `${"C".repeat(1 + (n % 5))}O`)];
    const made = await Promise.all(
      [1, 2].map((threads) => collected(conformersOfRows(input(rows), { count: 2, seed: 1, threads }))),
    );
    expect(made[0]).toEqual(made[1]);
    expect(made[0]!.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
    expect(made[0]!.flatMap((result) => (result.ok ? [] : [[result.row, result.reason.en]]))).toEqual([
      [2, expect.stringContaining("ring closure")],
      [4, expect.stringContaining("no element")],
    ]);
  });

  async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
    const items: T[] = [];
    for await (const item of source) items.push(item);
    return items;
  }

  async function* input(rows: readonly string[]) {
    for (const [at, text] of rows.entries()) {
      yield { row: at + 1, line: at + 1, text, ok: true as const, name: null, fields: {} };
    }
  }
});

it("says why a molecule cannot be: trans bridgeheads of norbornane", () => {
  const made = generateConformers(kernel, graphOf(kit, "C[C@@]12CC[C@](F)(C1)CC2"), { count: 1, seed: 1 });
  const mirror = generateConformers(kernel, graphOf(kit, "C[C@@]12CC[C@@](F)(C1)CC2"), { count: 1, seed: 1 });
  expect([made, mirror].map(({ ok }) => ok).sort()).toEqual([false, true]);
  const failed = [made, mirror].find(({ ok }) => !ok)!;
  expect(failed).toMatchObject({ error: { code: expect.stringMatching(/^docking\.conformer\./) } });
});

it("sets the parts of a salt side by side", () => {
  const graph = graphOf(kit, "CC(=O)[O-].[Na+]");
  const [conformer] = unwrap(generateConformers(kernel, graph, { count: 1, seed: 1 }));
  const sodium = 4;
  for (const atom of [0, 1, 2, 3]) expect(distance(conformer!.positions, atom, sodium)).toBeGreaterThan(3);
});
