import { Command } from "commander";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { knowledgeOption } from "../options.ts";

export type MatchOptions = {
  trial?: string;
  patient?: string;
  patients?: string;
  trials?: string;
  output: string;
  asOf?: string;
  knowledge?: string;
  quiet?: true;
};

/** `qinghao match`: a trial's patients, or a patient's trials, in order. */
export function matchCommand(io: Io): Command {
  return new Command("match")
    .description("rank patients for a trial, or trials for a patient, with reasons")
    .option("--trial <file>", "a trial: criteria of `criteria parse`, or any file that it reads")
    .option("--patients <path>", "the patients to rank: FHIR bundles, bulk NDJSON or OMOP CSV")
    .option("--patient <path>", "one patient: records as above, or a note as text (.txt), English or Chinese")
    .option("--trials <path>", "the trials to rank: a folder of files, or NDJSON of registry records")
    .requiredOption("-o, --output <file>", "the CSV to write (rank,id,score,reason), or - for standard output")
    .option("--as-of <date>", "index date (default: today)")
    .addOption(knowledgeOption())
    .option("-q, --quiet", "no progress")
    .action(async (options: MatchOptions) => {
      const isTrial = options.trial !== undefined && options.patients !== undefined;
      const isPatient = options.patient !== undefined && options.trials !== undefined;
      const given = [options.trial, options.patients, options.patient, options.trials].filter(Boolean).length;
      if (given !== 2 || !(isTrial || isPatient)) {
        throw new ExitError(
          exitCodes.misuse,
          cliErrors.create("option.invalid", {
            option: "match",
            problem: "expected --trial with --patients, or --patient with --trials",
          }),
        );
      }
      const { matchPatient, matchTrial } = await import("./match.ts");
      await (isTrial ? matchTrial(io, options) : matchPatient(io, options));
    });
}
