import { Command } from "commander";
import type { Io } from "../io.ts";
import { cpuOption, wholeNumber } from "../options.ts";

export type ConformersOptions = {
  output: string;
  count: number;
  seed: number;
  cpu?: number;
  column?: string;
  quiet?: true;
};

/** `qinghao conformers IN -o OUT.sdf`: on this computer, without a server. */
export function conformersCommand(io: Io): Command {
  return new Command("conformers")
    .description("conformers of the molecules of a file, with all hydrogens")
    .argument("<input>", ".smi, .csv, .tsv or .sdf, plain or .gz, or - for standard input")
    .requiredOption("-o, --output <file>", "the SDF to write, or - for standard output")
    .option("--count <number>", "conformers of each molecule", wholeNumber(1, 10_000), 1)
    .option("--seed <number>", "the same seed gives the same file", wholeNumber(0, 2 ** 31 - 1), 1)
    .addOption(cpuOption())
    .option("--column <name or number>", "the column that holds the structure, by name or 0-based number")
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
Records stand in the order of the input, with the properties row (counted from 1) and conformer. Atoms stand in the
order of the input, hydrogens that were added after them. Stereochemistry is as specified; what is not specified is
the same in all conformers of a molecule. A molecule that fails is listed on standard error with its reason.
Exit code: 0 the file was processed, 2 wrong use, 3 no row gave a conformer.`,
    )
    .action(async (input: string, options: ConformersOptions) => {
      const { conformersFile } = await import("./conformers-file.ts");
      await conformersFile(io, input, options);
    });
}
