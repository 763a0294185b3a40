import { type BackendName, runDense } from "../../src/index.ts";
import { openBackend } from "../../src/node.ts";
import { serveThread } from "../../src/threads/serve-thread.ts";
import { randomCounts, randomNetwork } from "../random-network.ts";

serveThread<BackendName, number, Float32Array>(async (name) => {
  const backend = await openBackend(name);
  const network = randomNetwork([300, 64, 1], 2);
  return (seed) => runDense(backend, network, randomCounts(50, 300, seed), 50);
});
