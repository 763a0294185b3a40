// Oracles: Butina.ClusterData of Python RDKit (golden.json, by make-golden.py) and the definitions of the clusterings.
import { readFileSync } from "node:fs";
import { computeFingerprint, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { createRng, unwrap } from "@qinghao/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { butina } from "../../src/clustering/butina.ts";
import { finish } from "../../src/clustering/cluster-fingerprints.ts";
import { plainNeighbours } from "../../src/clustering/neighbours.ts";
import { RowHeap } from "../../src/clustering/row-heap.ts";
import {
  type Clusters,
  clusterFingerprints,
  clusterHits,
  clusterMembers,
  type FingerprintRows,
  packRows,
  type SearchKernel,
} from "../../src/index.ts";
import { loadSearchKernel } from "../../src/node.ts";

type Case = { threshold: number; recount: boolean; clusters: number[][] };
type Golden = { molecules: Case[]; packed: string[]; families: Case[] };
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as unknown;
const golden = read("./golden.json") as Golden;
const { molecules } = read("../golden/substructures.json") as { molecules: string[] };

let kernel: SearchKernel;
beforeAll(async () => {
  kernel = await loadSearchKernel();
});

/** As the golden file has them: each cluster with its centroid first, the others ascending. */
const written = (clusters: Clusters): number[][] =>
  clusterMembers(clusters).map((rows, cluster) => {
    const centroid = clusters.centroids[cluster]!;
    return [centroid, ...rows.filter((row) => row !== centroid)];
  });
const sorted = (clusters: readonly number[][]) =>
  clusters.map(([centroid, ...rest]) => [centroid!, ...rest.toSorted((a, b) => a - b)]);

function similarityOf({ bits, bytes }: FingerprintRows, a: number, b: number): number {
  const width = bits / 8;
  let [both, either] = [0, 0];
  for (let i = 0; i < width; i++) {
    const [one, other] = [bytes[a * width + i]!, bytes[b * width + i]!];
    both += (one & other).toString(2).replaceAll("0", "").length;
    either += (one | other).toString(2).replaceAll("0", "").length;
  }
  return either === 0 ? 0 : both / either;
}

function familiesOf(seed: number, bits: number, rows: number): FingerprintRows {
  const rng = createRng(seed);
  const prints: Uint8Array[] = [];
  for (let row = 0; row < rows; row++) {
    const print = row > 0 && rng.next() < 0.8 ? prints[rng.int(row)]!.slice() : new Uint8Array(bits / 8);
    for (let edit = rng.int(8); edit > 0; edit--) print[rng.int(print.length)]! ^= 1 << rng.int(8);
    prints.push(print);
  }
  return packRows(prints, bits);
}

describe("Taylor-Butina", () => {
  const prints = () =>
    packRows(
      golden.packed.map((text) => Uint8Array.from(Buffer.from(text, "hex"))),
      256,
    );

  it.each(golden.families)("gives RDKit's clusters of random families, $threshold, recount $recount", async (one) => {
    const { threshold, recount } = one;
    const clusters = await clusterFingerprints(kernel, prints(), { method: { kind: "butina", recount }, threshold });
    expect(written(clusters)).toEqual(sorted(one.clusters));
    expect(finish(butina(plainNeighbours(prints(), threshold), recount))).toEqual(clusters);
    if (!recount) expect(clusterHits(prints(), threshold)).toEqual(clusters);
  });

  it("gives RDKit's clusters of molecules", async () => {
    const kit = await loadChemKit();
    const morgan = packRows(
      molecules.map((smiles) => unwrap(withMolecule(kit, smiles, (mol) => computeFingerprint(mol, "morgan2").slice()))),
      2048,
    );
    for (const { threshold, recount, clusters } of golden.molecules) {
      const made = await clusterFingerprints(kernel, morgan, { method: { kind: "butina", recount }, threshold });
      expect(written(made)).toEqual(sorted(clusters));
    }
  });
});

describe("definitions", () => {
  const cases = fc.record({
    seed: fc.integer(),
    bits: fc.constantFrom(64, 192, 512),
    rows: fc.integer({ min: 1, max: 150 }),
    threshold: fc.oneof(fc.constantFrom(0.2, 0.5, 2 / 3, 1), fc.double({ min: 0.05, max: 1, noNaN: true })),
    recount: fc.boolean(),
  });
  /** Every row is in one cluster, near its centroid. */
  const checkMembers = (rows: FingerprintRows, threshold: number, clusters: Clusters) => {
    expect(clusters.sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.rows);
    clusters.clusterOf.forEach((cluster, row) => {
      const centroid = clusters.centroids[cluster]!;
      expect(clusters.clusterOf[centroid]).toBe(cluster);
      if (row !== centroid) expect(similarityOf(rows, row, centroid)).toBeGreaterThanOrEqual(threshold);
    });
  };

  it("the kernel and the lists of bits find the same neighbours and clusters", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, bits, rows, threshold, recount }) => {
        const library = familiesOf(seed, bits, rows);
        const clusters = await clusterFingerprints(kernel, library, { method: { kind: "butina", recount }, threshold });
        checkMembers(library, threshold, clusters);
        const neighbours = plainNeighbours(library, threshold);
        expect(finish(butina(neighbours, recount))).toEqual(clusters);
        // The first centroid has the most neighbours of all; of equal ones it is the lowest.
        const counts = Array.from({ length: rows }, (_, row) => neighbours.of(row).length);
        expect(clusters.centroids[0]).toBe(counts.indexOf(Math.max(...counts)));
        // Recounted, no cluster is larger than one before it.
        if (recount) expect([...clusters.sizes]).toEqual([...clusters.sizes].sort((a, b) => b - a));
      }),
      { numRuns: 80 },
    );
  });

  it("centroids of sphere exclusion are no neighbours; each row went to the first that it is near", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, bits, rows, threshold, recount }) => {
        const library = familiesOf(seed, bits, rows);
        const reference = recount ? library.bytes.slice(0, bits / 8) : undefined;
        const method = { kind: "sphere-exclusion", reference } as const;
        const clusters = await clusterFingerprints(kernel, library, { method, threshold });
        checkMembers(library, threshold, clusters);
        clusters.centroids.forEach((centroid, cluster) => {
          for (const earlier of clusters.centroids.subarray(0, cluster)) {
            expect(similarityOf(library, centroid, earlier)).toBeLessThan(threshold);
          }
        });
        for (let row = 0; row < rows; row++) {
          const near = clusters.centroids.findIndex(
            (centroid) => centroid === row || similarityOf(library, row, centroid) >= threshold,
          );
          expect(clusters.clusterOf[row]).toBe(near);
        }
        if (reference === undefined)
          expect([...clusters.centroids]).toEqual([...clusters.centroids].sort((a, b) => a - b));
        else {
          const away = Array.from(clusters.centroids, (row) => similarityOf(library, row, 0));
          expect(away).toEqual(away.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a long clustering", () => {
  it("tells how far it is and ends when it is called off", async () => {
    const library = familiesOf(3, 1024, 6000);
    const control = new AbortController();
    const steps: { done: number; total: number }[] = [];
    const running = clusterFingerprints(kernel, library, {
      method: { kind: "butina", recount: true },
      threshold: 0.3,
      signal: control.signal,
      onProgress: (step) => {
        steps.push(step);
        if (steps.length === 3) control.abort(new Error("called off"));
      },
    });
    await expect(running).rejects.toThrow("called off");
    expect(steps).toHaveLength(3);
    expect(steps[0]!.total).toBe(12_000);
    expect(steps[2]!.done).toBeGreaterThan(steps[0]!.done);
    expect(steps[2]!.done).toBeLessThan(12_000);
  });

  it("refuses what has no meaning or is too much", async () => {
    const library = familiesOf(3, 64, 5);
    expect(() => clusterHits(library, 0)).toThrow("above 0");
    await expect(clusterFingerprints(kernel, library, { method: { kind: "butina" }, threshold: 1.1 })).rejects.toThrow(
      "above 0",
    );
    expect(() => clusterHits({ bits: 64, rows: 50_001, bytes: new Uint8Array(0) }, 0.5)).toThrow("50000");
    expect(clusterHits(packRows([], 64), 0.5).centroids).toHaveLength(0);
  });

  it("keeps every empty fingerprint to itself", () => {
    const clusters = clusterHits(
      packRows([new Uint8Array(8), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0), new Uint8Array(8)], 64),
      0.5,
    );
    expect([...clusters.sizes]).toEqual([1, 1, 1]);
  });
});

it("takes rows by counts that fall meanwhile", () => {
  const counts = Uint32Array.of(2, 5, 5, 3);
  const heap = new RowHeap(counts);
  expect(heap.pop()).toBe(1);
  counts[2] = 2;
  expect([heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([3, 0, 2, null]);
});
