// Prints one JSON line: what can compute predictions on this machine. Used by `npm run doctor`.
import { probeBackends } from "@qinghao/compute/node";

console.log(JSON.stringify(await probeBackends()));
process.exit();
