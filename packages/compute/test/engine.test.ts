import { isQinghaoError } from "@qinghao/kernel";
import { describe, expect, test } from "vitest";
import { acquireBackend, type Tf } from "../src/engine/backend.ts";
import { computeErrors, loadDense, runDense } from "../src/index.ts";
import { openBackend } from "../src/node.ts";
import { randomCounts, randomNetwork } from "./random-network.ts";

test("a backend asked for by name is refused with its reason", async () => {
  const error = await openBackend("tensorflow", { tensorflowDir: "/nonexistent" }).catch((thrown: unknown) => thrown);
  if (!isQinghaoError(error)) throw new Error("expected a table error");
  expect(error.code).toBe("compute.backend_unavailable");
  expect(error.user.en).toMatch(/npm run setup:tensorflow/);
  expect(error.user.zh).toMatch(/tensorflow/);
});

describe("running", () => {
  test("work is serialised over all handles, and tensors made across await are freed", async () => {
    const one = await openBackend("cpu");
    const two = await openBackend("wasm");
    const order: string[] = [];
    const before = await one.run((tf) => tf.memory().numTensors);
    const job = (label: string, backend: typeof one) =>
      backend.run(async (tf) => {
        order.push(`${label}+`);
        expect(tf.getBackend()).toBe(backend.name);
        const a = tf.ones([10]);
        await new Promise((resume) => setTimeout(resume, 5));
        const [sum] = await tf.sum(a).data();
        order.push(`${label}-`);
        return sum;
      });
    expect(await Promise.all([job("a", one), job("b", two), job("c", one)])).toEqual([10, 10, 10]);
    expect(order).toEqual(["a+", "a-", "b+", "b-", "c+", "c-"]);
    expect(await one.run((tf) => tf.memory().numTensors)).toBe(before);
    await expect(one.run(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
    expect(await one.run(() => 5)).toBe(5);
    await one.dispose();
    await two.dispose();
  });

  test("a closed handle refuses work; another handle on the same engine goes on; it can be opened again", async () => {
    const one = await openBackend("wasm");
    const two = await openBackend("wasm");
    await one.dispose();
    await one.dispose();
    await expect(one.run(() => 1)).rejects.toMatchObject({ code: "compute.backend_closed" });
    const network = randomNetwork([4, 2, 1], 1);
    expect(await runDense(two, network, randomCounts(3, 4, 2), 3)).toHaveLength(3);
    await two.dispose();
    const again = await openBackend("wasm");
    expect(await runDense(again, network, randomCounts(3, 4, 2), 3)).toHaveLength(3);
    await again.dispose();
  });

  test("an engine that fails to open leaves nothing behind", async () => {
    const tf = await plainTf();
    const refuse = () => Promise.reject(new Error("no"));
    await expect(acquireBackend(tf, "webgpu", refuse)).rejects.toThrow("no");
    await expect(acquireBackend(tf, "webgpu", refuse)).rejects.toThrow("no");
  });
});

describe("networks", () => {
  test("misfits are refused with the layer named", async () => {
    const backend = await openBackend("cpu");
    const wrong = { layers: [...randomNetwork([4, 3], 1).layers, ...randomNetwork([5, 1], 1).layers] };
    await expect(loadDense(backend, wrong)).rejects.toThrow("layer 2 takes 5 values but layer 1 gives 3");
    await expect(loadDense(backend, { layers: [] })).rejects.toThrow("no layers");
    const fits = randomNetwork([4, 3], 1);
    await expect(runDense(backend, fits, new Float32Array(7), 2)).rejects.toMatchObject({
      code: "compute.input_invalid",
    });
    expect(await runDense(backend, fits, new Float32Array(0), 0)).toHaveLength(0);
    await backend.dispose();
  });

  test("many rows are the same as their parts, and an aborted call says so", async () => {
    const backend = await openBackend("wasm");
    const loaded = await loadDense(backend, randomNetwork([16, 8, 2], 9));
    const x = randomCounts(5000, 16, 3);
    const whole = await loaded.run(x, 5000);
    const part = await loaded.run(x.subarray(4990 * 16), 10);
    expect([...whole.subarray(4990 * 2)]).toEqual([...part]);
    await expect(loaded.run(x, 5000, AbortSignal.abort())).rejects.toMatchObject({ code: "compute.cancelled" });
    await loaded.dispose();
    await backend.dispose();
  });
});

test("every error has both languages", () => {
  for (const { user, userZh } of Object.values(computeErrors.specs)) {
    expect(user).toMatch(/[.}]$/);
    expect(userZh).toMatch(/[\u4e00-\u9fff]/);
    expect((userZh.match(/\{\w+\}/g) ?? []).toSorted()).toEqual((user.match(/\{\w+\}/g) ?? []).toSorted());
  }
});

async function plainTf(): Promise<Tf> {
  return (await openBackend("cpu")).tf;
}
