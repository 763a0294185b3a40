import { Command, Option } from "commander";
import { type Io, printJson, writeFully } from "../io.ts";
import { jsonOption, serverOption } from "../options.ts";
import { connect } from "../server/connection.ts";
import { downloadFile } from "../server/files.ts";
import { findProject } from "../server/projects.ts";
import { say } from "../terminal/language.ts";
import { importFile, importSentence } from "./import-file.ts";

/** `qinghao import FILE --project P` */
export function importCommand(io: Io): Command {
  return new Command("import")
    .description("bring a file of molecules into a project on the server")
    .argument("<file>", ".smi, .csv, .tsv or .sdf, plain or .gz, or - for standard input")
    .requiredOption("--project <id or name>", "where to")
    .option("--create", "make the project when there is none of this name")
    .option("--column <name or number>", "the column that holds the structure")
    .option("--rejects <file>", "write the rejected rows there as CSV")
    .addOption(serverOption())
    .addOption(jsonOption())
    .action(
      async (
        path: string,
        options: { project: string; create?: true; column?: string; rejects?: string; server?: string; json?: true },
      ) => {
        const server = connect(io, options.server);
        const project = await findProject(server, options.project, options.create);
        const ended = await importFile(io, server, { path, projectId: project.id, column: options.column });
        if (options.rejects !== undefined) {
          await downloadFile(io, server, `/imports/${ended.id}/rejects.csv`, options.rejects);
        }
        if (options.json) return printJson(io, ended);
        await writeFully(io.stdout, `${importSentence(io, ended)}\n`);
      },
    );
}

/** `qinghao export --project P -o OUT.csv` */
export function exportCommand(io: Io): Command {
  return new Command("export")
    .description("write the compounds of a project to a CSV or SDF file")
    .requiredOption("--project <id or name>", "which project")
    .requiredOption("-o, --output <file>", "a .csv or .sdf file, or - for standard output")
    .addOption(new Option("--format <format>", "when the name does not tell").choices(["csv", "sdf"]))
    .option("--columns <list>", "comma-separated: name, inchikey, descriptors, predictions, an endpoint id, ...")
    .addOption(serverOption())
    .action(
      async (options: {
        project: string;
        output: string;
        format?: "csv" | "sdf";
        columns?: string;
        server?: string;
      }) => {
        const server = connect(io, options.server);
        const project = await findProject(server, options.project);
        const format = options.format ?? (options.output.toLowerCase().endsWith(".sdf") ? "sdf" : "csv");
        const query = options.columns === undefined ? "" : `?columns=${encodeURIComponent(options.columns)}`;
        await downloadFile(io, server, `/projects/${project.id}/export.${format}${query}`, options.output);
        if (options.output === "-") return;
        const { output } = options;
        io.stderr.write(`${say(io.language, { en: `Written to ${output}.`, zh: `已写入 ${output}。` })}\n`);
      },
    );
}
