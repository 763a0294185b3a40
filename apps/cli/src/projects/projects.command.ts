import { Command } from "commander";
import { type Io, printJson, writeFully } from "../io.ts";
import { jsonOption, serverOption } from "../options.ts";
import { ask, connect } from "../server/connection.ts";
import { formatTable } from "../terminal/table.ts";

type Options = { server?: string; json?: true };

/** `qinghao projects list|create` */
export function projectsCommand(io: Io): Command {
  const projects = new Command("projects").description("projects on the server");
  projects
    .command("list")
    .description("projects, the one changed last first")
    .addOption(serverOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const answer = await ask(connect(io, options.server).api.projects.list.query());
      if (options.json) return printJson(io, answer);
      const rows = answer.projects.map(({ id, name, compounds, updatedAt }) => [
        id,
        String(compounds),
        updatedAt,
        name,
      ]);
      await writeFully(io.stdout, formatTable(["id", "compounds", "changed", "name"], rows));
    });
  projects
    .command("create <name>")
    .description("make a project")
    .option("--description <text>")
    .addOption(serverOption())
    .addOption(jsonOption())
    .action(async (name: string, options: Options & { description?: string }) => {
      const { description } = options;
      const project = await ask(connect(io, options.server).api.projects.create.mutate({ name, description }));
      if (options.json) return printJson(io, project);
      await writeFully(io.stdout, `${project.id}\n`);
    });
  return projects;
}
