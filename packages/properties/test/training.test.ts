import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featurise } from "../src/featurize/featurise.ts";
import { openModelsFromFolder } from "../src/node.ts";
import { evaluationSchema } from "../src/schema.ts";
import { parseCsv } from "../src/training/dataset.ts";
import { type PeerSource, trainEndpoint, validateEndpoint } from "../src/training/index.ts";
import { bootstrapMean, spearman } from "../src/training/metrics.ts";
import { scaffoldFolds, scaffoldKey } from "../src/training/scaffold-folds.ts";
import { dataDir, weightsDir } from "./weights.ts";

const peerResult = {
  name: "Peer",
  version: "9.9",
  date: "2026-01-01T00:00:00Z",
  command: "python peer.py train_val.csv test.csv 1 2",
  toolkit: { rdkit: "1.2" },
  morgan: { radius: 2, bits: 2048 },
  descriptors: 130,
  trees: 1000,
  perSeed: [
    { seed: 1, mae: 0.4 },
    { seed: 2, mae: 0.5 },
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-train-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("training command", () => {
  it("trains, writes, opens again, and validates to the same figures", async () => {
    const { training } = (await openModelsFromFolder(weightsDir, ["lipophilicity"])).get("lipophilicity").parts;
    const lines = training.smiles.slice(0, 240).map((smiles, i) => `"mol, ${i}",${smiles},${training.measured[i]}`);
    const data = join(folder, "data");
    await mkdir(data);
    const header = "Drug_ID,Drug,Y";
    await writeFile(join(data, "train_val.csv"), [header, ...lines.slice(0, 180)].join("\n"));
    await writeFile(join(data, "test.csv"), [header, ...lines.slice(180), "broken,C1CC,1"].join("\n"));
    const stages = new Set<string>();
    const weights = join(folder, "weights");
    const hash = async (name: string) =>
      createHash("sha256")
        .update(await readFile(join(data, name)))
        .digest("hex");
    const sha256 = { trainVal: await hash("train_val.csv"), test: await hash("test.csv") };
    const peerFile = join(folder, "peer.json");
    await writeFile(peerFile, JSON.stringify({ ...peerResult, sha256 }));
    const manifest = await trainEndpoint({
      endpoint: "lipophilicity",
      dataDir: data,
      outDir: weights,
      seeds: [1, 2],
      commit: "abc",
      peer: { kind: "file", path: peerFile },
      now: () => new Date("2026-01-02T03:04:05Z"),
      onProgress: ({ stage }) => stages.add(stage),
    });
    expect(manifest.peer).toMatchObject({ name: "Peer", date: peerResult.date, command: peerResult.command });
    expect(manifest.peer!.meanMae).toBeCloseTo(0.45, 12);
    expect(manifest.peer!.sdMae).toBeCloseTo(Math.SQRT1_2 / 10, 12);
    expect(manifest.peer!.features.en).toContain("130 descriptors of RDKit 1.2");
    expect(manifest.command).toMatch(/--peer <peer\.json>$/);
    for (const { en, zh } of [manifest.interval.method, manifest.domain.method, manifest.selection.method]) {
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(manifest.selection.method.en).toContain("among 2 kernel machines, 2 boosted models and 21 blends");
    const packed = await readFile(join(weights, "lipophilicity", "1", "evaluation.json.gz"));
    const { test, heldOut, quantiles } = evaluationSchema.parse(JSON.parse(gunzipSync(packed).toString("utf8")));
    expect(test.row).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(heldOut.row).toHaveLength(180);
    for (const column of Object.values(heldOut)) expect(column).toHaveLength(180);
    // By the definition of a conformal quantile, its own scores fall below it in the stated share.
    for (const { level, quantile } of quantiles) {
      const inside = heldOut.row.filter(
        (_, i) => Math.abs(heldOut.measured[i]! - heldOut.value[i]!) / heldOut.expected[i]! <= quantile * 1.02,
      );
      expect(inside.length / 180).toBeGreaterThanOrEqual(level - 0.01);
    }
    expect([...stages]).toEqual(["features", "select", "fit", "test", "done"]);
    expect(manifest).toMatchObject({ commit: "abc", created: "2026-01-02T03:04:05.000Z", model: { seeds: [1, 2] } });
    expect(manifest.test.ensemble.n).toBe(61);
    expect(manifest.test.ensemble.unreadable).toEqual(["C1CC"]);
    const validation = await validateEndpoint({ endpoint: "lipophilicity", weightsDir: weights, dataDir: data });
    expect(validation).toMatchObject({ reproduced: true, sameData: true });
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const running = trainEndpoint({
      endpoint: "lipophilicity",
      dataDir: join(folder, "data"),
      outDir: join(folder, "cancelled"),
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === "select") controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(existsSync(join(folder, "cancelled"))).toBe(false);
  });

  it("refuses a peer's result that is malformed, was measured on other files, or cannot be had", async () => {
    const file = join(folder, "other-peer.json");
    const train = (peer: PeerSource) =>
      trainEndpoint({ endpoint: "lipophilicity", dataDir: join(folder, "data"), outDir: join(folder, "none"), peer });
    await writeFile(file, JSON.stringify({ ...peerResult, sha256: { trainVal: "0", test: "0" } }));
    await expect(train({ kind: "file", path: file })).rejects.toMatchObject({ code: "properties.peer_other_data" });
    await writeFile(file, JSON.stringify({ ...peerResult, perSeed: [] }));
    await expect(train({ kind: "file", path: file })).rejects.toMatchObject({ code: "properties.peer_invalid" });
    await writeFile(file, "0.53");
    await expect(train({ kind: "file", path: file })).rejects.toMatchObject({ code: "properties.peer_invalid" });
    const python = join(folder, "no-python");
    await expect(train({ kind: "run", python })).rejects.toMatchObject({ code: "properties.peer_unavailable" });
  });

  it("refuses data without structures or numbers", async () => {
    const bad = join(folder, "bad");
    await mkdir(bad);
    await writeFile(join(bad, "train_val.csv"), "Drug_ID,Drug,Y\na,CCO,high\n");
    await writeFile(join(bad, "test.csv"), "Drug_ID,Drug,Y\n");
    const train = (dataDir: string) => trainEndpoint({ endpoint: "lipophilicity", dataDir, outDir: folder });
    await expect(train(bad)).rejects.toMatchObject({ code: "properties.dataset_invalid" });
    await expect(train(join(folder, "absent"))).rejects.toMatchObject({ code: "properties.dataset_missing" });
  });

  const present = existsSync(dataDir);
  if (!present) console.log(`validation of the shipped weights skipped: ${dataDir} is absent`);
  it.skipIf(!present)("reproduces the shipped manifest's figures for lipophilicity", async () => {
    const validation = await validateEndpoint({ endpoint: "lipophilicity", weightsDir, dataDir });
    expect(validation.sameData).toBe(true);
    expect(validation.test.meanMae).toBeCloseTo(validation.stated.meanMae, 3);
    expect(validation.reproduced).toBe(true);
  });
});

describe("parts of the training", () => {
  it("keeps molecules of one scaffold in one fold", async () => {
    const kit = await loadChemKit();
    const graphOf = (smiles: string) => unwrap(featurise(kit, smiles)).graph;
    const [toluene, phenol, pyridine, biphenyl, chain] = [
      "Cc1ccccc1",
      "Oc1ccccc1",
      "Cc1ccccn1",
      "c1ccc(-c2ccccc2)cc1",
      "CCCCO",
    ].map(graphOf);
    expect(scaffoldKey(toluene!)).toBe(scaffoldKey(phenol!));
    expect(new Set([toluene, pyridine, biphenyl].map((graph) => scaffoldKey(graph!))).size).toBe(3);
    expect(scaffoldKey(chain!)).toBeNull();
    const folds = scaffoldFolds([toluene!, biphenyl!, phenol!, pyridine!, chain!], 3);
    expect(folds[0]).toBe(folds[2]);
  });

  it("reads quoted fields", () => {
    expect(parseCsv('a,b\r\n"x, ""y""",1\n')).toEqual([
      ["a", "b"],
      ['x, "y"', "1"],
    ]);
  });

  it("ranks ties alike and bounds a mean", () => {
    expect(spearman([1, 2, 2, 3], [10, 20, 20, 30])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    const { value, lo, hi } = bootstrapMean(Float64Array.from({ length: 400 }, (_, i) => i % 2));
    expect(value).toBe(0.5);
    // Normal approximation: 0.5 +- 1.96 * 0.5 / 20.
    expect(lo).toBeCloseTo(0.451, 1);
    expect(hi).toBeCloseTo(0.549, 1);
  });
});
