import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPredictor, type Predictor } from "../src/node.ts";
import { weightsDir } from "./weights.ts";

let predictor: Predictor;
beforeAll(async () => {
  predictor = await createPredictor({ weightsDir, threads: 2, backend: "wasm" });
});
afterAll(() => predictor.close());

const items = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `m${i}`, smiles: `${"C".repeat(1 + (i % 30))}O` }));

describe("predictor on worker threads", () => {
  it("gives one row per item, in order, with its id, and tells how far it is", async () => {
    const seen: number[] = [];
    const rows = await predictor.predictBatch([...items(300), { id: "bad", smiles: "C1CC" }], {
      onProgress: (progress) => seen.push(progress.done + progress.failed),
    });
    expect(rows.map((row) => row.id)).toEqual([...items(300).map((item) => item.id), "bad"]);
    expect(rows.filter((row) => row.ok)).toHaveLength(300);
    expect(seen.at(-1)).toBe(301);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it("gives the same values whichever thread computes them", async () => {
    const [a] = await predictor.predictBatch([{ id: "a", smiles: "CCCCO" }]);
    const many = await predictor.predictBatch(items(200));
    const again = many.find((row) => row.smiles === "CCCCO")!;
    if (!a?.ok || !again.ok) throw new Error("a row failed");
    expect(again.values["aqueous-solubility"]!.value).toBeCloseTo(a.values["aqueous-solubility"]!.value, 5);
  });

  it("stops within two seconds when it is cancelled, and works again after that", async () => {
    const controller = new AbortController();
    const running = predictor.predictBatch(items(5000), { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    const started = performance.now();
    await expect(running).rejects.toMatchObject({ code: "compute.cancelled" });
    expect(performance.now() - started).toBeLessThan(2200);
    expect(await predictor.predictBatch(items(3))).toHaveLength(3);
  });

  it("streams batches in order", async () => {
    async function* batches() {
      for (let i = 0; i < 5; i++) yield items(10).map((item) => ({ ...item, id: `${i}/${item.id}` }));
    }
    const ids: string[] = [];
    for await (const rows of predictor.predictStream(batches())) ids.push(...rows.map((row) => row.id));
    expect(ids).toHaveLength(50);
    expect(ids[0]).toBe("0/m0");
    expect(ids[49]).toBe("4/m9");
  });

  it("records what computed the values", () => {
    const record = predictor.record();
    expect(record.backend).toBe("wasm");
    expect(record.toolkit.rdkit).toMatch(/^20\d\d/);
    expect(Object.keys(record.models).sort()).toEqual(["aqueous-solubility", "lipophilicity"]);
  });
});
