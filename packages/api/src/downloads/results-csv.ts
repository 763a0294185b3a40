import { csvRow } from "@qinghao/chemistry";
import { listDoneShards, type Run } from "@qinghao/db";
import { runIdSchema } from "@qinghao/kernel";
import type { Services } from "../services.ts";

const endings = ["", "_lo", "_hi", "_in_domain", "_similarity", "_model_version", "_reason"] as const;

/**
 * What a run has computed: the merged file of an ended run, else the files of the shards that are finished, in order.
 * The columns are those of the workers' results files: `id,smiles`, then seven per endpoint.
 */
export async function* resultsCsv(services: Pick<Services, "db" | "artifacts">, run: Run): AsyncIterable<Uint8Array> {
  if (run.resultsKey !== null) {
    yield* services.artifacts.open(run.resultsKey);
    return;
  }
  const columns = run.endpoints.flatMap((id) => endings.map((ending) => id + ending));
  yield new TextEncoder().encode(csvRow(["id", "smiles", ...columns]));
  for (const { resultsKey } of await listDoneShards(services.db, runIdSchema.parse(run.id))) {
    if (resultsKey !== null) yield* services.artifacts.open(resultsKey);
  }
}
