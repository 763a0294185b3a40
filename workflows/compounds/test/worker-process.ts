/** A worker process of its own, for tests that kill it. Argument: its environment as JSON. */
import { z } from "zod";
import { createCompoundsWorker } from "../src/worker.ts";

const env = z
  .object({
    databaseUrl: z.string(),
    temporalAddress: z.string(),
    namespace: z.string(),
    artifactsDir: z.string(),
    threads: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const worker = await createCompoundsWorker(env);
// The test that started it is the other end of this channel: a worker without its test ends.
process.on("disconnect", () => process.exit(0));
await worker.run();
