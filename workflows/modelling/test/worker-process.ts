/** A worker process of its own, for tests that kill it. Argument: its environment as JSON. */
import { z } from "zod";
import { createModellingWorkers } from "../src/modelling-workers.ts";
import { createTablePredictor } from "./table-predictor.ts";

const env = z
  .object({
    databaseUrl: z.string(),
    temporalAddress: z.string(),
    namespace: z.string(),
    artifactsDir: z.string(),
    msPerShard: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const predictor = createTablePredictor({ msPerShard: env.msPerShard });
const worker = await createModellingWorkers(env, { cpu: predictor, gpu: null });
// The test that started it is the other end of this channel: a worker without its test ends.
process.on("disconnect", () => process.exit(0));
await worker.run();
