import type { RunView } from "@qinghao/api/schema";
import { Command, Option } from "commander";
import { type Io, printJson, writeFully } from "../io.ts";
import { endpointOption, jsonOption, serverOption, wholeNumber } from "../options.ts";
import { ask, connect, type Server } from "../server/connection.ts";
import { downloadFile } from "../server/files.ts";
import { findProject } from "../server/projects.ts";
import { requireCompleted, watchJob } from "../server/watch.ts";
import { say } from "../terminal/language.ts";
import { progressSentence } from "../terminal/progress-line.ts";
import { formatTable } from "../terminal/table.ts";
import { importFile, importSentence } from "./import-file.ts";

type Common = { server?: string; json?: true };
type Submit = Common & {
  project: string;
  create?: true;
  column?: string;
  endpoint?: string[];
  accelerator: RunView["accelerator"];
  scope: "all" | "missing";
  watch?: true;
  output?: string;
};

/** `qinghao jobs submit|list|watch|get|cancel`: predictions that the server computes. */
export function jobsCommand(io: Io): Command {
  const jobs = new Command("jobs").description("predictions of many molecules, computed by the server");
  const shared = (command: Command) => command.addOption(serverOption()).addOption(jsonOption());

  shared(jobs.command("submit <file>"))
    .description("import a file into a project and predict the project's compounds")
    .requiredOption("--project <id or name>", "where to")
    .option("--create", "make the project when there is none of this name")
    .option("--column <name or number>", "the column that holds the structure")
    .addOption(endpointOption())
    .addOption(
      new Option("--accelerator <kind>", "what computes it")
        .choices(["auto", "cpu", "gpu-or-wait", "gpu-or-cpu"])
        .default("auto"),
    )
    .addOption(
      new Option("--scope <scope>", "every compound, or those without a result")
        .choices(["all", "missing"])
        .default("all"),
    )
    .option("--watch", "wait for the end")
    .option("-o, --output <file>", "wait for the end and write the results there")
    .action((file: string, options: Submit) => submit(io, file, options));

  shared(jobs.command("list"))
    .description("jobs, the newest first; without --project those that have not ended")
    .option("--project <id or name>", "only of this project")
    .option("--limit <number>", "how many", wholeNumber(1, 500), 50)
    .action(async (options: Common & { project?: string; limit: number }) => {
      const server = connect(io, options.server);
      const project = options.project === undefined ? undefined : await findProject(server, options.project);
      const page = await ask(server.api.runs.list.query({ projectId: project?.id, limit: options.limit }));
      if (options.json) return printJson(io, page);
      const rows = page.rows.map((run) => [
        run.id,
        run.state,
        progressSentence(run.progress, io.language),
        run.endpoints.join(" "),
      ]);
      await writeFully(io.stdout, formatTable(["id", "state", "progress", "endpoints"], rows));
    });

  shared(jobs.command("watch <run>"))
    .description("follow a job to its end")
    .action(async (runId: string, options: Common) => {
      const server = connect(io, options.server);
      await follow(io, server, runId, options.json);
    });

  shared(jobs.command("get <run>"))
    .description("show a job, or write its results with -o")
    .option("-o, --output <file>", "write the results there as CSV; - for standard output")
    .action(async (runId: string, options: Common & { output?: string }) => {
      const server = connect(io, options.server);
      const run = await ask(server.api.runs.get.query({ runId }));
      if (options.output !== undefined) await downloadFile(io, server, `/runs/${run.id}/results.csv`, options.output);
      if (options.output === "-") return;
      await show(io, run, options.json);
    });

  shared(jobs.command("cancel <run>"))
    .description("stop a job; what is finished stays")
    .action(async (runId: string, options: Common) => {
      const run = await ask(connect(io, options.server).api.runs.cancel.mutate({ runId }));
      await show(io, run, options.json);
    });
  return jobs;
}

async function submit(io: Io, file: string, options: Submit): Promise<void> {
  const server = connect(io, options.server);
  const project = await findProject(server, options.project, options.create);
  const imported = await importFile(io, server, { path: file, projectId: project.id, column: options.column });
  io.stderr.write(`${importSentence(io, imported)}\n`);
  const endpoints =
    options.endpoint ?? (await ask(server.api.models.list.query())).models.map(({ endpoint }) => endpoint);
  const { accelerator, scope } = options;
  const run = await ask(
    server.api.runs.start.mutate({ projectId: project.id, endpoints, accelerator, scope: { kind: scope } }),
  );
  if (options.watch === undefined && options.output === undefined) {
    await show(io, run, options.json);
    return;
  }
  await follow(io, server, run.id, options.json);
  if (options.output !== undefined) await downloadFile(io, server, `/runs/${run.id}/results.csv`, options.output);
}

async function follow(io: Io, server: Server, runId: string, json?: true): Promise<void> {
  const ended = await watchJob(io, () => ask(server.api.runs.get.query({ runId })));
  await show(io, ended, json);
  requireCompleted(ended);
}

async function show(io: Io, run: RunView, json?: true): Promise<void> {
  if (json) return printJson(io, run);
  const waiting = run.waiting === null ? "" : `\n${run.waiting.message[io.language]}`;
  const by =
    run.record === null
      ? ""
      : say(io.language, { en: `\ncomputed by ${run.record.device}`, zh: `\n计算设备：${run.record.device}` });
  await writeFully(
    io.stdout,
    `${run.id} ${run.state}: ${progressSentence(run.progress, io.language)}${by}${waiting}\n`,
  );
}
