import { type FingerprintKind, fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { Command, InvalidArgumentError } from "commander";
import type { Io } from "../io.ts";
import { cpuOption } from "../options.ts";

export type BuildLibraryOptions = {
  output: string;
  append?: true;
  fingerprints: FingerprintKind[];
  cpu?: number;
  column?: string;
  quiet?: true;
};

const searchable = fingerprintKindSchema.options.filter((kind) => kind !== "pattern");

/** `qinghao library build IN -o LIB.qlib`, `qinghao library show LIB.qlib` */
export function libraryCommand(io: Io): Command {
  const library = new Command("library").description("libraries of molecules that can be searched");
  library
    .command("build")
    .description("make a library from a file of molecules, or add to one")
    .argument("<input>", ".smi, .csv, .tsv or .sdf, plain or .gz, or - for standard input")
    .requiredOption("-o, --output <file>", "the library, LIB.qlib")
    .option("--append", "add to the library that is there")
    .option(
      "--fingerprints <list>",
      `comma-separated: ${searchable.join(", ")}; the pattern fingerprint is always there`,
      parseKinds,
      ["morgan2"],
    )
    .addOption(cpuOption())
    .option("--column <name or number>", "the column that holds the structure, by name or 0-based number")
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
Rows that cannot be read are listed on standard error and in the library; they never match.
Exit code: 0 the library is there, 2 wrong use, 3 nothing could be read.`,
    )
    .action(async (input: string, options: BuildLibraryOptions) => {
      const { buildLibraryFile } = await import("./build-library-file.ts");
      await buildLibraryFile(io, input, options);
    });
  library
    .command("show")
    .description("say what a library holds")
    .argument("<library>", "LIB.qlib")
    .option("--json", "print JSON")
    .option("--failed", "list the rows that could not be read, as CSV")
    .action(async (path: string, options: { json?: true; failed?: true }) => {
      const { showLibrary } = await import("./show-library.ts");
      await showLibrary(io, path, options);
    });
  return library;
}

function parseKinds(text: string): FingerprintKind[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !searchable.some((kind) => kind === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`expected some of ${searchable.join(", ")}.`);
  return names as FingerprintKind[];
}
