import { basename } from "node:path";
import type { ReceptorDetail } from "@qinghao/api/schema";
import { Command } from "commander";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { acidity, jsonOption, serverOption, type Triple, triple } from "../options.ts";
import { readText } from "../read-file.ts";
import { ask, connect } from "../server/connection.ts";
import { uploadFile } from "../server/files.ts";
import { findProject } from "../server/projects.ts";
import { say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";

type Common = { server?: string; json?: true };
type Add = Common & {
  project: string;
  create?: true;
  name?: string;
  ligand?: string;
  autobox?: string;
  center?: Triple;
  size?: Triple;
  chains?: string;
  ph?: number;
  keepWaters?: true;
  target?: string;
};

/** `qinghao receptors add|list|remove`: prepared structures that campaigns dock to. */
export function receptorsCommand(io: Io): Command {
  const receptors = new Command("receptors").description("structures on the server that campaigns dock to");
  const shared = (command: Command) => command.addOption(serverOption()).addOption(jsonOption());

  shared(receptors.command("add <file>"))
    .description("prepare a structure (.pdb, .cif or .pdbqt, plain or .gz) and keep it in a project")
    .requiredOption("--project <id or name>", "where to")
    .option("--create", "make the project when there is none of this name")
    .option("--name <name>", "what it is called (default: the file's name)")
    .option("--ligand <residue>", "the known ligand in the file, as A:STI201: it is taken out, the box lies around it")
    .option("--autobox <file>", "the known ligand as .sdf in the receptor's coordinates: the box lies around it")
    .option("--center <x,y,z>", "centre of the box that is searched, Å", triple)
    .option("--size <x,y,z>", "sides of the box, Å", triple)
    .option("--chains <list>", "chains to keep, with commas between (default: all)")
    .option("--ph <number>", "protonate for this pH (default: 7.4)", acidity)
    .option("--keep-waters", "keep the waters")
    .option("--target <concept>", "what it is a structure of, as HGNC:3236")
    .action((path: string, options: Add) => add(io, path, options));

  shared(receptors.command("list"))
    .description("receptors of a project, the newest first")
    .requiredOption("--project <id or name>", "which project")
    .action(async (options: Common & { project: string }) => {
      const server = connect(io, options.server);
      const { id: projectId } = await findProject(server, options.project);
      const answer = await ask(server.api.receptors.list.query({ projectId }));
      if (options.json) return printJson(io, answer);
      const rows = answer.receptors.map(({ id, atoms, box, fileName, name }) => [
        id,
        String(atoms),
        box.size.map((side) => side.toFixed(1)).join(" x "),
        fileName,
        name,
      ]);
      await writeFully(io.stdout, formatTable(["id", "atoms", "box [Å]", "file", "name"], rows));
    });

  receptors
    .command("remove <receptor>")
    .description("remove a receptor that no campaign docked to")
    .addOption(serverOption())
    .action(async (receptorId: string, options: { server?: string }) => {
      await ask(connect(io, options.server).api.receptors.remove.mutate({ receptorId }));
      io.stderr.write(`${say(io.language, { en: `${receptorId} is removed.`, zh: `已移除 ${receptorId}。` })}\n`);
    });
  return receptors;
}

async function add(io: Io, path: string, options: Add): Promise<void> {
  const { center, size, chains, ph, keepWaters, target } = options;
  if ((center === undefined) !== (size === undefined))
    throw new ExitError(exitCodes.misuse, cliErrors.create("receptor.box_half"));
  const reference = await referenceOf(io, options);
  const server = connect(io, options.server);
  const project = await findProject(server, options.project, options.create);
  const { uploadId } = await uploadFile(io, server, path);
  const added = await ask(
    server.api.receptors.register.mutate({
      projectId: project.id,
      name: options.name ?? basename(path),
      uploadId,
      selection: {
        ...(chains === undefined ? {} : { chains: chains.split(",").map((chain) => chain.trim()) }),
        ...(ph === undefined ? {} : { pH: ph }),
        ...(keepWaters ? { waters: "keep" } : {}),
      },
      ...(center === undefined || size === undefined ? {} : { box: { center: [...center], size: [...size] } }),
      ...(reference === undefined ? {} : { reference }),
      ...(target === undefined ? {} : { target }),
    }),
  );
  if (options.json) return printJson(io, added);
  io.stderr.write(`${preparedSentence(io, added)}\n`);
  await writeFully(io.stdout, `${added.id}\n`);
}

/** The known ligand: a residue of the file, or the first record of an SDF. */
async function referenceOf(
  io: Io,
  { ligand, autobox }: Add,
): Promise<{ residue: string } | { molblock: string } | undefined> {
  if (ligand !== undefined && autobox !== undefined)
    throw new ExitError(exitCodes.misuse, cliErrors.create("receptor.two_ligands"));
  if (ligand !== undefined) return { residue: ligand };
  if (autobox === undefined) return undefined;
  const [record = ""] = (await readText(io, autobox)).replace(/\r\n?/g, "\n").split(/^\$\$\$\$$/m, 1);
  return { molblock: record };
}

function preparedSentence(io: Io, { name, atoms, box, report }: ReceptorDetail): string {
  const sides = box.size.map((side) => side.toFixed(1)).join(" x ");
  const missing = report?.missingAtoms?.length ?? 0;
  return say(io.language, {
    en: `${name}: ${atoms} atoms, box ${sides} Å${missing === 0 ? "" : `, ${missing} residues lack atoms`}.`,
    zh: `${name}：${atoms} 个原子，搜索盒 ${sides} Å${missing === 0 ? "" : `，${missing} 个残基缺少原子`}。`,
  });
}
