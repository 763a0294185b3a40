import { readFile } from "node:fs/promises";
import path from "node:path";
import { createQinghaoClient, type QinghaoClient, type RouterOutputs } from "@qinghao/api/client";
import { sleep } from "@qinghao/services";
import { launcherErrors } from "./errors.ts";
import type { StateFile } from "./state.ts";

export const demonstrationName = "Demonstration: approved drugs";
export const demonstrationFile = path.join(import.meta.dirname, "..", "demonstration", "approved-drugs.csv");

type Import = RouterOutputs["imports"]["get"];
type Run = RouterOutputs["runs"]["get"];

/**
 * Fills an empty installation with a project of well-known drugs, through the API like any client: project, import, prediction.
 * Does nothing where projects exist already; goes on where an earlier attempt was interrupted. Errors: `launcher.demonstration.failed`.
 */
export async function demonstrate(options: {
  url: string;
  state: StateFile;
  now(): Date;
  signal: AbortSignal;
}): Promise<string> {
  const { state, signal } = options;
  if (state.value.demonstratedAt !== null) return "there since an earlier start";
  const client = createQinghaoClient({ server: options.url });
  const { projects } = await client.projects.list.query();
  const mine = projects.find((project) => project.name === demonstrationName);
  if (projects.length > 0 && !mine) return "not needed: there are projects already";
  const project =
    mine ??
    (await client.projects.create.mutate({
      name: demonstrationName,
      description: "Medicines that everybody knows, to look around with.",
    }));
  const imported = await importDrugs(client, project.id, signal);
  const run = await predictAll(client, project.id, signal);
  state.change((value) => {
    value.demonstratedAt = options.now().toISOString();
  });
  return `${imported.counts.added + imported.counts.existed} compounds, ${run.progress.done} predicted`;
}

async function importDrugs(client: QinghaoClient, projectId: string, signal: AbortSignal): Promise<Import> {
  const text = await readFile(demonstrationFile, "utf8");
  const mapping = { structure: "smiles", name: "name", fields: ["use"] };
  const file = { text, fileName: path.basename(demonstrationFile), format: "csv" as const };
  const started = await client.imports.start.mutate({ projectId, ...file, mapping });
  const ended = await untilEnded(() => client.imports.get.query({ importId: started.id }), signal);
  if (ended.state !== "completed") throw failed(`the import ${sentence(ended)}`);
  return ended;
}

async function predictAll(client: QinghaoClient, projectId: string, signal: AbortSignal): Promise<Run> {
  const { models } = await client.models.list.query();
  const endpoints = models.filter((model) => model.available).map((model) => model.endpoint);
  const started = await client.runs.start.mutate({ projectId, endpoints, scope: { kind: "missing" } });
  const ended = await untilEnded(() => client.runs.get.query({ runId: started.id }), signal);
  if (ended.state !== "completed") throw failed(`the prediction ${sentence(ended)}`);
  return ended;
}

const failed = (reason: string) => launcherErrors.create("demonstration.failed", { reason });
const sentence = (job: Import | Run): string =>
  `${job.state === "cancelled" ? "was cancelled" : "failed"}${job.error ? `: ${job.error.message.en}` : ""}`;

async function untilEnded<Job extends Import | Run>(look: () => Promise<Job>, signal: AbortSignal): Promise<Job> {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    signal.throwIfAborted();
    const job = await look();
    if (job.state === "completed" || job.state === "failed" || job.state === "cancelled") return job;
    if (Date.now() > deadline) throw failed(`a job is still ${job.state} after ten minutes`);
    await sleep(300);
  }
}
