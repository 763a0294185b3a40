import { csvRow } from "@qinghao/chemistry";
import { listDoneShards, type Run } from "@qinghao/db";
import { runIdSchema } from "@qinghao/kernel";
import { resultsColumns } from "@qinghao/workflow-modelling/contract";
import type { Services } from "../services.ts";

/**
 * What a run has computed: the merged file of an ended run, else the files of the shards that are finished, in order.
 * The columns are those of the workers' results files.
 */
export async function* resultsCsv(services: Pick<Services, "db" | "artifacts">, run: Run): AsyncIterable<Uint8Array> {
  if (run.resultsKey !== null) {
    yield* services.artifacts.open(run.resultsKey);
    return;
  }
  yield new TextEncoder().encode(csvRow(resultsColumns(run.endpoints)));
  for (const { resultsKey } of await listDoneShards(services.db, runIdSchema.parse(run.id))) {
    if (resultsKey !== null) yield* services.artifacts.open(resultsKey);
  }
}
