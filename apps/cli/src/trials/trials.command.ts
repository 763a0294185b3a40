import type { CriteriaVersionView, MatchRunView, TrialView } from "@qinghao/api/schema";
import { Command, Option } from "commander";
import { trialFormats } from "../criteria/criteria.command.ts";
import { csvLine } from "../csv-line.ts";
import { cliErrors } from "../errors.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { jsonOption, serverOption } from "../options.ts";
import { openOutput } from "../output.ts";
import { ask, connect, type Server } from "../server/connection.ts";
import { uploadFile } from "../server/files.ts";
import { requireCompleted, watchJob } from "../server/watch.ts";
import { say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";
import { releaseRows } from "./release-rows.ts";
import { asJob, hospitals, showRun } from "./show-run.ts";

type Common = { server?: string; json?: true };
type Import = Common & { title?: string; format: (typeof trialFormats)[number]; language: "auto" | "en" | "zh" };
type Ask = Common & {
  requester: string;
  purpose: "feasibility" | "matching";
  asOf?: string;
  site?: string[];
  watch?: true;
  output?: string;
};

/** `qinghao trials`: trials on the server, and what hospitals release about them. Review and signatures belong to people, on the pages. */
export function trialsCommand(io: Io): Command {
  const trials = new Command("trials").description("trials on the server, and the hospitals that are asked about them");
  const shared = (command: Command) => command.addOption(serverOption()).addOption(jsonOption());

  shared(trials.command("import <file>"))
    .description(
      "read a registry record, a protocol (PDF, DOCX) or eligibility text, and start a draft of its criteria",
    )
    .option("--title <title>", "what the trial is called (default: as the file says)")
    .addOption(new Option("--format <format>", "told by its content by default").choices(trialFormats).default("auto"))
    .addOption(new Option("--language <language>", "of the text").choices(["auto", "en", "zh"]).default("auto"))
    .action((path: string, options: Import) => importTrial(io, path, options));

  shared(trials.command("list"))
    .description("trials, the last touched first")
    .action(async (options: Common) => {
      const answer = await ask(connect(io, options.server).api.trials.list.query());
      if (options.json) return printJson(io, answer);
      const rows = answer.trials.map(({ id, registryId, version, state, criteria, title }) => [
        id,
        registryId ?? "–",
        version === null ? "–" : `${version}`,
        state ?? "–",
        `${criteria}`,
        title,
      ]);
      await writeFully(io.stdout, formatTable(["id", "registry", "version", "state", "criteria", "title"], rows));
    });

  trials
    .command("criteria <trial>")
    .description(
      "write the criteria of a trial's version in force, else its newest, as `qinghao criteria parse` writes them",
    )
    .requiredOption("-o, --output <file>", "the JSON to write, or - for standard output")
    .addOption(serverOption())
    .action(async (trialId: string, options: { server?: string; output: string }) => {
      const server = connect(io, options.server);
      const trial = await ask(server.api.trials.get.query({ trialId }));
      const version = inForce(trial) ?? trial.versions[0];
      if (version === undefined) throw cliErrors.create("trial.no_version", { trial: trialId });
      const { document } = await ask(server.api.trials.criteria.get.query({ versionId: version.id }));
      const output = await openOutput(io, options.output);
      await output.write(`${JSON.stringify(document, null, 2)}\n`);
      await output.complete();
    });

  shared(trials.command("sites"))
    .description("hospitals that can be asked")
    .action(async (options: Common) => {
      const answer = await ask(connect(io, options.server).api.trials.sites.query());
      if (options.json) return printJson(io, answer);
      const rows = answer.sites.map(({ id, isOpen, isThere, source, name }) => [
        id,
        isOpen ? (isThere ? "there" : "away") : "closed",
        source,
        name[io.language],
      ]);
      await writeFully(io.stdout, formatTable(["id", "state", "records", "name"], rows));
    });

  shared(trials.command("ask <trial>"))
    .description("put a trial's signed criteria to hospitals; only released numbers come back")
    .requiredOption("--requester <name>", "who asks: every hospital's log names them")
    .addOption(
      new Option("--purpose <purpose>", "matching also puts candidates on the hospitals' own worklists")
        .choices(["feasibility", "matching"])
        .default("feasibility"),
    )
    .option("--as-of <date>", "index date, such as 2026-01-31 (default: today)")
    .addOption(
      new Option("--site <id>", "ask this hospital; repeat for several (default: all that are open)").argParser(
        (value: string, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option("--watch", "wait for the end")
    .option("-o, --output <file>", "wait for the end and write what was released as CSV")
    .action((trialId: string, options: Ask) => askSites(io, trialId, options));

  shared(trials.command("runs <trial>"))
    .description("runs of a trial, the newest first")
    .action(async (trialId: string, options: Common) => {
      const answer = await ask(connect(io, options.server).api.trials.runs.list.query({ trialId }));
      if (options.json) return printJson(io, answer);
      const rows = answer.runs.map(({ id, state, purpose, asOf, sites, requester }) => [
        id,
        state,
        purpose,
        asOf,
        `${sites.filter((site) => site.state === "answered").length}/${sites.length}`,
        requester,
      ]);
      await writeFully(io.stdout, formatTable(["id", "state", "purpose", "as of", "answered", "requester"], rows));
    });

  shared(trials.command("watch <run>"))
    .description("follow a run to its end")
    .action(async (runId: string, options: Common) => {
      await follow(io, connect(io, options.server), runId, options.json);
    });

  shared(trials.command("get <run>"))
    .description("show a run, or write what was released with -o")
    .option("-o, --output <file>", "the CSV to write, or - for standard output")
    .action(async (runId: string, options: Common & { output?: string }) => {
      const run = await ask(connect(io, options.server).api.trials.runs.get.query({ runId }));
      if (options.output !== undefined) await writeReleases(io, run, options.output);
      if (options.output !== "-") await showRun(io, run, options.json);
    });

  shared(trials.command("cancel <run>"))
    .description("stop a run; what hospitals released so far stays")
    .action(async (runId: string, options: Common) => {
      await showRun(io, await ask(connect(io, options.server).api.trials.runs.cancel.mutate({ runId })), options.json);
    });
  return trials;
}

const inForce = ({ versions }: TrialView): TrialView["versions"][number] | undefined =>
  versions.find(({ state }) => state === "signed");

async function importTrial(io: Io, path: string, options: Import): Promise<void> {
  const server = connect(io, options.server);
  const { uploadId } = await uploadFile(io, server, path);
  const { title, format, language } = options;
  const version = await ask(
    server.api.trials.import.mutate({ uploadId, format, language, ...(title === undefined ? {} : { title }) }),
  );
  if (options.json) return printJson(io, version);
  io.stderr.write(`${readSentence(io, version)}\n`);
  await writeFully(io.stdout, `${version.trialId}\n`);
}

function readSentence(io: Io, { document }: CriteriaVersionView): string {
  const count = (computable: string) => document.criteria.filter((one) => one.computable === computable).length;
  const [full, partial, none, all] = [count("full"), count("partial"), count("none"), document.criteria.length];
  return say(io.language, {
    en: `${all} criteria: ${full} computable, ${partial} in part, ${none} for a person to judge.`,
    zh: `${all} 条标准：${full} 条可计算，${partial} 条部分可计算，${none} 条须人工判断。`,
  });
}

/** The question that the page asks first: all counts, the funnel in the order of the text, and what each criterion costs. */
async function askSites(io: Io, trialId: string, options: Ask): Promise<void> {
  const { asOfDate } = await import("../as-of-date.ts");
  const asOf = asOfDate(options.asOf, io.wallClock());
  const server = connect(io, options.server);
  const version = inForce(await ask(server.api.trials.get.query({ trialId })));
  if (version === undefined) throw cliErrors.create("trial.unsigned", { trial: trialId });
  const { document } = await ask(server.api.trials.criteria.get.query({ versionId: version.id }));
  const sites =
    options.site ??
    (await ask(server.api.trials.sites.query())).sites.flatMap(({ id, isOpen }) => (isOpen ? [id] : []));
  const { requester, purpose } = options;
  const begun = await ask(
    server.api.trials.runs.start.mutate({
      ...{ versionId: version.id, purpose, asOf, requester, sites },
      ask: { counts: true, funnel: document.criteria.map(({ id }) => id), whatIf: true, loosened: [], nearMisses: 0.1 },
    }),
  );
  if (options.watch === undefined && options.output === undefined) return showRun(io, begun, options.json);
  const ended = await follow(io, server, begun.id, options.json);
  if (options.output !== undefined) await writeReleases(io, ended, options.output);
}

async function follow(io: Io, server: Server, runId: string, json?: true): Promise<MatchRunView> {
  let seen: MatchRunView | undefined;
  const ended = await watchJob(
    io,
    async () => {
      seen = await ask(server.api.trials.runs.get.query({ runId }));
      return asJob(seen, io.wallClock());
    },
    hospitals,
  );
  await showRun(io, seen!, json);
  requireCompleted(ended);
  return seen!;
}

async function writeReleases(io: Io, run: MatchRunView, path: string): Promise<void> {
  const output = await openOutput(io, path);
  await output.write(csvLine(["site", "state", "measure", "criterion", "people"]));
  for (const { site, state, measure, criterion, people } of releaseRows(run))
    await output.write(csvLine([site, state, measure, criterion, people]));
  await output.complete();
}
