/** A worker process of its own, with the real models, for tests that kill it. Argument: its environment as JSON. */
import { z } from "zod";
import { createModellingWorker } from "../src/worker.ts";

const env = z
  .object({
    databaseUrl: z.string(),
    temporalAddress: z.string(),
    namespace: z.string(),
    artifactsDir: z.string(),
    weightsDir: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
const worker = await createModellingWorker({ ...env, threads: 2, backend: "auto" });
// The test that started it is the other end of this channel: a worker without its test ends.
process.on("disconnect", () => process.exit(0));
await worker.run();
