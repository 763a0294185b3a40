import { describe, expect, test } from "vitest";
import { type BackendName, runDense } from "../../src/index.ts";
import { createThreadPool, openBackend, probeBackends, threadScript } from "../../src/node.ts";
import { randomCounts, randomNetwork, relativeError } from "../random-network.ts";

const script = threadScript(import.meta.url, "./dense.worker.ts");
const probes = await probeBackends();

describe.each<BackendName>(["tensorflow", "wasm", "cpu"])("%s", (name) => {
  const probe = probes.find((found) => found.name === name)!;
  if (!probe.available) console.log(`skipped: ${name} in threads: ${probe.reason}`);
  test.skipIf(!probe.available)("computes in several threads at once as in one", async () => {
    await using pool = createThreadPool<number, Float32Array>({ script, size: 3, init: name });
    const seeds = Array.from({ length: 60 }, (_, seed) => seed);
    const results: Float32Array[] = [];
    for await (const result of pool.map(seeds)) results.push(result);
    const backend = await openBackend("cpu");
    const network = randomNetwork([300, 64, 1], 2);
    for (const seed of seeds)
      expect(
        relativeError(results[seed]!, await runDense(backend, network, randomCounts(50, 300, seed), 50)),
      ).toBeLessThan(1e-4);
    await backend.dispose();
  });
});
