/** A worker process of its own, for tests that kill it. Argument: its environment as JSON. */
import { z } from "zod";
import { createScreeningWorkers } from "../src/screening-workers.ts";
import { createTableScorer } from "./table-scorer.ts";

const { shardSize, ...services } = z
  .object({
    databaseUrl: z.string(),
    temporalAddress: z.string(),
    namespace: z.string(),
    artifactsDir: z.string(),
    shardSize: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const scorer = createTableScorer({ shardSize, msPerShard: 0 });
const worker = await createScreeningWorkers(services, { cpu: { scorer, slots: 4, device: "CPU" }, gpu: null });
// The test that started it is the other end of this channel: a worker without its test ends.
process.on("disconnect", () => process.exit(0));
await worker.run();
