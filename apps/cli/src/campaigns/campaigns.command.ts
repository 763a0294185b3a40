import type { CampaignView } from "@qinghao/api/schema";
import { Command } from "commander";
import { csvLine } from "../csv-line.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { jsonOption, serverOption, wholeNumber } from "../options.ts";
import { openOutput } from "../output.ts";
import { ask, connect, type Server } from "../server/connection.ts";
import { downloadFile } from "../server/files.ts";
import { findProject } from "../server/projects.ts";
import { requireCompleted, watchJob } from "../server/watch.ts";
import { say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";
import { readPlan } from "./read-plan.ts";
import { asJob, showCampaign, shown } from "./show-campaign.ts";

type Common = { server?: string; json?: true };
type Hits = { output?: string; allPoses?: true };
type Start = Common & Hits & { project: string; name?: string; watch?: true };

const steps = { pause: "offer no more work; what is under way ends", resume: "go on with a paused campaign" } as const;

/** `qinghao campaigns`: virtual screening that the server does, shard by shard. */
export function campaignsCommand(io: Io): Command {
  const campaigns = new Command("campaigns").description("virtual screening of a project's compounds, by the server");
  const shared = (command: Command) => command.addOption(serverOption()).addOption(jsonOption());
  const withHits = (command: Command, what: string) =>
    shared(command)
      .option("-o, --output <file>", what)
      .option("--all-poses", "with an .sdf: every pose of a hit, not its best alone");

  shared(campaigns.command("methods"))
    .description("what a stage can do; with --json the form of its settings too")
    .action(async (options: Common) => {
      const answer = await ask(connect(io, options.server).api.campaigns.methods.query({}));
      if (options.json) return printJson(io, answer);
      const rows = answer.methods.map(({ id, name, score }) => [id, name[io.language], score[io.language]]);
      await writeFully(io.stdout, formatTable(["id", "name", "score"], rows));
    });

  withHits(campaigns.command("start <plan>"), "wait for the end and write the hits there: .csv, or .sdf with poses")
    .description(
      "start the campaign of a plan: a JSON file with stages, and what else POST /projects/{id}/campaigns takes",
    )
    .requiredOption("--project <id or name>", "whose compounds")
    .option("--name <name>", "what it is called (default: the plan's name, else the file's)")
    .option("--watch", "wait for the end")
    .addHelpText(
      "after",
      `
A plan, say of a search by similarity and docking of what it keeps; receptors are those of \`qinghao receptors list\`:
  { "stages": [
      { "method": "similarity", "settings": { "actives": ["CC(=O)Oc1ccccc1C(=O)O"] }, "keep": { "atMost": 2000 } },
      { "method": "docking", "settings": { "receptor": "rcpt_..." }, "keep": { "fraction": 0.05 } } ],
    "budget": { "hours": 12 }, "seed": 1, "priority": 3 }`,
    )
    .action((path: string, options: Start) => start(io, path, options));

  shared(campaigns.command("list"))
    .description("campaigns of a project, the newest first")
    .requiredOption("--project <id or name>", "which project")
    .option("--limit <number>", "how many", wholeNumber(1, 500), 50)
    .action(async (options: Common & { project: string; limit: number }) => {
      const server = connect(io, options.server);
      const { id: projectId } = await findProject(server, options.project);
      const page = await ask(server.api.campaigns.list.query({ projectId, limit: options.limit }));
      if (options.json) return printJson(io, page);
      const rows = page.rows.map(({ id, state, hits, total, name }) => [id, state, shown(hits), shown(total), name]);
      await writeFully(io.stdout, formatTable(["id", "state", "hits", "ligands", "name"], rows));
    });

  shared(campaigns.command("watch <campaign>"))
    .description("follow a campaign to its end; a pause does not end it")
    .action(async (campaignId: string, options: Common) => {
      await follow(io, connect(io, options.server), campaignId, options.json);
    });

  withHits(
    campaigns.command("get <campaign>"),
    "write the hits there: .csv, or .sdf with poses; - for CSV on standard output",
  )
    .description("show a campaign, or write its hits with -o")
    .action(async (campaignId: string, options: Common & Hits) => {
      const server = connect(io, options.server);
      const campaign = await ask(server.api.campaigns.get.query({ campaignId }));
      await writeHits(io, server, campaign, options);
      if (options.output !== "-") await showCampaign(io, campaign, options.json);
    });

  campaigns
    .command("failures <campaign>")
    .description("ligands without a result, with the stage and the reason, as CSV")
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addOption(serverOption())
    .action((campaignId: string, options: { server?: string; output: string }) =>
      writeFailures(io, connect(io, options.server), campaignId, options.output),
    );

  for (const step of ["pause", "resume"] as const) {
    shared(campaigns.command(`${step} <campaign>`))
      .description(steps[step])
      .action(async (campaignId: string, options: Common) => {
        const { api } = connect(io, options.server);
        await showCampaign(io, await ask(api.campaigns[step].mutate({ campaignId })), options.json);
      });
  }
  shared(campaigns.command("cancel <campaign>"))
    .description("stop a campaign; what is finished stays")
    .action(async (campaignId: string, options: Common) => {
      const { api } = connect(io, options.server);
      await showCampaign(io, await ask(api.campaigns.cancel.mutate({ campaignId })), options.json);
    });
  return campaigns;
}

async function start(io: Io, path: string, options: Start): Promise<void> {
  const plan = await readPlan(io, path, options.name);
  const server = connect(io, options.server);
  const { id: projectId } = await findProject(server, options.project);
  const begun = await ask(server.api.campaigns.start.mutate({ ...plan, projectId }));
  if (options.watch === undefined && options.output === undefined) return showCampaign(io, begun, options.json);
  const ended = await follow(io, server, begun.id, options.json);
  await writeHits(io, server, ended, options);
}

async function follow(io: Io, server: Server, campaignId: string, json?: true): Promise<CampaignView> {
  let seen: CampaignView | undefined;
  const ended = await watchJob(io, async () => {
    seen = await ask(server.api.campaigns.get.query({ campaignId }));
    return asJob(seen);
  });
  await showCampaign(io, seen!, json);
  requireCompleted(ended);
  return seen!;
}

async function writeHits(io: Io, server: Server, { id }: CampaignView, { output, allPoses }: Hits): Promise<void> {
  if (output === undefined) return;
  const kind = output.toLowerCase().endsWith(".sdf") ? "sdf" : "csv";
  const query = kind === "sdf" && allPoses ? "?poses=all" : "";
  await downloadFile(io, server, `/campaigns/${id}/hits.${kind}${query}`, output);
}

const rowsAtOnce = 500;

async function writeFailures(io: Io, server: Server, campaignId: string, path: string): Promise<void> {
  const read = (offset: number) => ask(server.api.campaigns.failures.query({ campaignId, offset, limit: rowsAtOnce }));
  const first = await read(0);
  const output = await openOutput(io, path);
  await output.write(csvLine(["stage", "compound", "name", "smiles", "code", "reason"]));
  for (let page = first, at = 0; page.rows.length > 0; page = await read(at)) {
    for (const { stage, compoundId, name, smiles, code, reason } of page.rows)
      await output.write(csvLine([`${stage + 1}`, compoundId, name ?? "", smiles, code, reason[io.language]]));
    at += page.rows.length;
    if (at >= page.total) break;
  }
  await output.complete();
  if (path !== "-")
    io.stderr.write(
      `${say(io.language, { en: `${first.total} ligands without a result.`, zh: `${first.total} 个配体没有结果。` })}\n`,
    );
}
