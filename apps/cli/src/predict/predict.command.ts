import type { BackendChoice } from "@qinghao/compute";
import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import { endpointOption, wholeNumber } from "../options.ts";

export type PredictOptions = {
  output: string;
  endpoint?: string[];
  backend: BackendChoice;
  threads?: number;
  column?: string;
  weights?: string;
  quiet?: true;
};

/** `qinghao predict IN -o OUT.csv`: on this computer, without a server. */
export function predictCommand(io: Io): Command {
  return new Command("predict")
    .description("predict properties of the molecules of a file, on this computer, without a server")
    .argument("<input>", ".smi, .csv, .tsv or .sdf, plain or .gz, or - for standard input")
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addOption(endpointOption())
    .addOption(
      new Option("--backend <name>", "what computes it")
        .choices(["auto", "tensorflow", "webgpu", "wasm", "cpu"])
        .default("auto"),
    )
    .option(
      "--threads <number>",
      "threads to use, some 250 MB each (default: one per core, at most 4)",
      wholeNumber(1, 256),
    )
    .option("--column <name or number>", "the column that holds the structure, by name or 0-based number")
    .option("--weights <folder>", "weights to use instead of the ones that come along")
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
Every row of the input has one row in the output, in the same order, with the columns
  row,input,smiles,inchikey,status,reason and per endpoint <id>,<id>_lo,<id>_hi,<id>_in_domain
Exit code: 0 the file was processed, 2 wrong use, 3 nothing could be read.`,
    )
    .action(async (input: string, options: PredictOptions) => {
      const { predictFile } = await import("./predict-file.ts");
      await predictFile(io, input, options);
    });
}
