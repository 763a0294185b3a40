import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import { wholeNumber } from "../options.ts";

export type GenerateOptions = {
  count: number;
  seed: number;
  flavour: "cn" | "us";
  format: "fhir" | "omop";
  output: string;
  asOf?: string;
  dirt: number;
  setting: "community" | "hospital";
  bundles?: true;
  quiet?: true;
};

/** `qinghao patients generate`: synthetic patients for tests and demonstrations. */
export function patientsCommand(io: Io): Command {
  const patients = new Command("patients").description("synthetic patients");
  patients
    .command("generate")
    .description("write synthetic patients; the same seed gives the same people")
    .requiredOption("--count <number>", "how many, at most 10,000,000", wholeNumber(1, 10_000_000))
    .requiredOption("--seed <number>", "any whole number", wholeNumber(0, 2 ** 31 - 1))
    .addOption(
      new Option("--flavour <flavour>", "whose records they look like").choices(["cn", "us"]).makeOptionMandatory(),
    )
    .addOption(
      new Option("--format <format>", "FHIR R4 bulk NDJSON, or OMOP CDM 5.4 CSV")
        .choices(["fhir", "omop"])
        .makeOptionMandatory(),
    )
    .requiredOption("-o, --output <folder>", "the folder to write; made where it is not there")
    .option("--as-of <date>", "date up to which the records go (default: today)")
    .addOption(
      new Option("--dirt <factor>", "multiplies missing values, mixed units, duplicates and the like; 0 for none")
        .argParser(Number)
        .default(1),
    )
    .addOption(
      new Option("--setting <setting>", "anybody, or people as they come to a hospital")
        .choices(["community", "hospital"])
        .default("community"),
    )
    .option("--bundles", "FHIR: one bundle per patient instead of bulk NDJSON")
    .option("-q, --quiet", "no progress")
    .action(async (options: GenerateOptions) =>
      (await import("./generate-patients.ts")).generatePatientFiles(io, options),
    );
  return patients;
}
