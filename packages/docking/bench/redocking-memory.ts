import { wasmDocking } from "../src/node.ts";
import { redockingCases } from "./redocking-cases.ts";

// Docks one shared complex in one thread and prints the most memory that the process took, MiB. Argument: the complex.

const [one] = redockingCases(process.argv[2]);
if (one === undefined) throw new Error(`There is no complex ${process.argv[2]}`);
const docking = await wasmDocking({ threads: 1 }).open(one.receptor, one.box);
const settings = { exhaustiveness: 1, poses: 9, seed: 1, minimumRmsd: 1, energyRange: 10 };
for await (const { error } of docking.dock([one.start], settings)) if (error !== undefined) throw error;
await docking.close();
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
