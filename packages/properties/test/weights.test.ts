import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endpointIds, openModels, readManifest } from "../src/index.ts";
import { decodeTensors } from "../src/model/tensor-file.ts";
import { createPredictor } from "../src/node.ts";
import { weightsIndexSchema } from "../src/schema.ts";
import { weightsDir } from "./weights.ts";

const load = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(weightsDir, path)));

describe("shipped weights", () => {
  it("cover every endpoint, each at most 5 MiB, with test errors below the bars of their issue", async () => {
    const index = weightsIndexSchema.parse(JSON.parse(new TextDecoder().decode(await load("index.json"))));
    expect(index.models.map((model) => model.id).sort()).toEqual([...endpointIds].sort());
    const bars = { "aqueous-solubility": 0.76, lipophilicity: 0.56 };
    for (const { manifest: path, sha256 } of index.models) {
      const manifest = await readManifest(load, path, sha256);
      expect(manifest.test.meanMae).toBeLessThan(bars[manifest.id]);
      expect(manifest.test.perSeed).toHaveLength(5);
      const size = (role: string) => manifest.files.find((file) => file.role === role)?.size;
      expect(size("weights")).toBeLessThan(5 * 1024 ** 2);
      expect(size("evaluation")).toBeLessThan(200_000);
      expect(manifest.peer?.sha256).toEqual(manifest.dataset.sha256);
      expect(manifest.test.meanMae).toBeLessThan(manifest.peer!.meanMae);
      expect(manifest.dataset.sha256.test).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("are refused when a byte is changed", async () => {
    const damaged = async (path: string) => {
      const bytes = await load(path);
      if (path.endsWith(".bin.gz")) bytes[1000]! ^= 1;
      return bytes;
    };
    await expect(openModels(damaged)).rejects.toMatchObject({ code: "properties.weights_corrupt" });
  });

  it("are reported when they are missing", async () => {
    const empty = await mkdtemp(join(tmpdir(), "qinghao-weights-"));
    try {
      await expect(createPredictor({ weightsDir: empty, threads: 1, backend: "cpu" })).rejects.toMatchObject({
        code: "properties.weights_missing",
      });
    } finally {
      await rm(empty, { recursive: true });
    }
  });

  it("are refused when they are no weights at all", () => {
    expect(() => decodeTensors(new Uint8Array(16))).toThrow(/QHT1/);
  });
});
