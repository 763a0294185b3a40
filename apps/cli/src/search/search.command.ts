import { type FingerprintKind, fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { Command, InvalidArgumentError, Option } from "commander";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { cpuOption, wholeNumber } from "../options.ts";

export type SimilarityOptions = {
  library: string;
  query: string;
  top?: number;
  threshold?: number;
  fingerprint: FingerprintKind;
  memory?: number;
  cpu?: number;
  output: string;
};

export type SubstructureOptions = {
  library: string;
  smarts: string;
  limit?: number;
  cpu?: number;
  output: string;
};

const libraryOption = () =>
  new Option("--library <file>", "the library, made by `qinghao library build`").makeOptionMandatory();

/** `qinghao search similarity`, `qinghao search substructure` */
export function searchCommand(io: Io): Command {
  const search = new Command("search").description("search a library of molecules, exactly");
  search
    .command("similarity")
    .description("the molecules most similar to each query, by Tanimoto's coefficient")
    .addOption(libraryOption())
    .requiredOption("--query <file>", "the queries: .smi, .csv, .tsv or .sdf, plain or .gz, or - for standard input")
    .option("--top <number>", "the best so many of each query", wholeNumber(1, 100_000_000))
    .option("--threshold <similarity>", "all from this similarity on; with --top the best of these", similarity)
    .addOption(
      new Option("--fingerprint <kind>", "which fingerprint")
        .choices(fingerprintKindSchema.options.filter((kind) => kind !== "pattern"))
        .default("morgan2"),
    )
    .option("--memory <megabytes>", "most memory for fingerprints (default: all of them)", wholeNumber(1, 4000))
    .addOption(cpuOption())
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addHelpText(
      "after",
      "\nOUT has the columns query,id,similarity; queries in their order, the best hit of each first.",
    )
    .action(async (options: SimilarityOptions) => {
      if (options.top === undefined && options.threshold === undefined) {
        const problem = "give it, or --threshold";
        throw new ExitError(exitCodes.misuse, cliErrors.create("option.invalid", { option: "--top", problem }));
      }
      const { searchSimilarity } = await import("./search-similarity.ts");
      await searchSimilarity(io, options);
    });
  search
    .command("substructure")
    .description("the molecules that hold a substructure")
    .addOption(libraryOption())
    .requiredOption("--smarts <pattern>", "the substructure as SMARTS")
    .option("--limit <number>", "stop after so many", wholeNumber(1, 1_000_000_000))
    .addOption(cpuOption())
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addHelpText("after", "\nOUT has the columns row,id,smiles, in the order of the library.")
    .action(async (options: SubstructureOptions) => {
      const { searchSubstructure } = await import("./search-substructure.ts");
      await searchSubstructure(io, options);
    });
  return search;
}

function similarity(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("expected a number from 0 to 1.");
  return value;
}
