/** A worker process of its own, for tests that kill it. Argument: its environment as JSON. */
import { z } from "zod";
import { createScreeningWorkers } from "../src/screening-workers.ts";
import { createSimilarityScorer } from "./similarity-scorer.ts";
import { createTableScorer } from "./table-scorer.ts";

const {
  scorer: kind,
  slots,
  shardSize,
  msPerShard,
  ...services
} = z
  .object({
    databaseUrl: z.string(),
    temporalAddress: z.string(),
    namespace: z.string(),
    artifactsDir: z.string(),
    scorer: z.enum(["table", "similarity"]).default("table"),
    slots: z.number().default(4),
    shardSize: z.number(),
    msPerShard: z.number().default(0),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const scorer =
  kind === "table"
    ? createTableScorer({ shardSize, msPerShard })
    : createSimilarityScorer({ artifactsDir: services.artifactsDir, shardSize, msPerShard });
const worker = await createScreeningWorkers(services, { cpu: { scorer, slots, device: "CPU" }, gpu: null });
// The test that started it is the other end of this channel: a worker without its test ends.
process.on("disconnect", () => process.exit(0));
await worker.run();
