import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from "@temporalio/worker";

const blanks: Readonly<Record<string, string>> = { identity: "worker", stackTrace: "" };

/** Histories of real workflow executions in a folder, as JSON files, to replay on the code of today. */
export function recordedHistories(folderUrl: URL) {
  const folder = fileURLToPath(folderUrl);
  const read = (name: string) => readFileSync(`${folder}/${name}.json`, "utf8");
  return {
    /** Stores the history of an ended workflow; worker, host and paths of stack traces, of no use to a replay, are blanked. */
    async record(client: Client, workflowId: string, name: string): Promise<void> {
      mkdirSync(folder, { recursive: true });
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      const events: unknown = JSON.parse(historyToJSON(history));
      const text = JSON.stringify(events, (key, value) => blanks[key] ?? value, 1);
      writeFileSync(`${folder}/${name}.json`, `${text}\n`);
    },
    names: (): string[] => readdirSync(folder).map((file) => file.replace(/\.json$/, "")),
    /** Everything that crossed between client, workflow and activities, decoded. */
    payloads: (name: string): string[] =>
      [...read(name).matchAll(/"data": ?"([A-Za-z0-9+/=]+)"/g)].map((match) =>
        Buffer.from(match[1]!, "base64").toString(),
      ),
    /** Throws where the workflow code of today would have decided otherwise. */
    replay: (name: string, workflowBundle: WorkflowBundleWithSourceMap): Promise<void> =>
      Worker.runReplayHistory({ workflowBundle }, JSON.parse(read(name)), "run_1m80replay"),
  };
}

const logger = new DefaultLogger("ERROR");
let isQuiet = false;

/** Workflow code as a worker loads it, from the file that exports the workflows. */
export async function bundleWorkflows(file: URL): Promise<WorkflowBundleWithSourceMap> {
  if (!isQuiet) Runtime.install({ logger });
  isQuiet = true;
  return bundleWorkflowCode({ workflowsPath: fileURLToPath(file), logger });
}
