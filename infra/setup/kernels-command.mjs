// `npm run kernels`: compiles the WASM kernels whose sources changed, as every other command does first.
import { ensureKernels } from "./kernels.mjs";
import { prepareNode } from "./prepare.mjs";

await ensureKernels(await prepareNode());
