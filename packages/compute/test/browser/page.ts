import { enableAutodiff, openBackend, probeBackends } from "../../src/browser.ts";
import { type BackendChoice, recordOf, runDense } from "../../src/index.ts";
import { randomCounts, randomNetwork } from "../random-network.ts";

/** What the test calls in the page. */
const page = {
  probe: () => probeBackends({ wasmUrl: "/wasm/" }),
  async compute(choice: BackendChoice, seed: number) {
    const backend = await openBackend(choice, { wasmUrl: "/wasm/" });
    const output = await runDense(backend, randomNetwork([300, 64, 1], seed), randomCounts(20, 300, seed), 20);
    const record = recordOf(backend);
    await backend.dispose();
    return { record, output: [...output] };
  },
  async slope() {
    await enableAutodiff();
    const backend = await openBackend("cpu", { wasmUrl: "/wasm/" });
    return backend.run(async (tf) => [
      ...(await tf
        .grad((x) => tf.square(x))(tf.tensor1d([3]))
        .data()),
    ]);
  },
};
export type Page = typeof page;
Reflect.set(globalThis, "compute", page);
