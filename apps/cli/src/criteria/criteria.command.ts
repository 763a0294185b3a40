import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import { jsonOption, knowledgeOption } from "../options.ts";

export const trialFormats = ["auto", "text", "ctgov", "ctml", "circe", "usdm", "fhir"] as const;
type Common = { knowledge?: string; output: string };
export type ParseOptions = Common & { lang: "auto" | "en" | "zh"; format: (typeof trialFormats)[number] };
export type AnnotateOptions = Common & { lang: "auto" | "en" | "zh" };
export type LintOptions = { knowledge?: string; json?: true };
export type EvaluateOptions = Common & { patients: string; asOf?: string; quiet?: true };
export type JudgeOptions = Common & { quiet?: true };

const outputOption = () =>
  new Option("-o, --output <file>", "the file to write, or - for standard output").makeOptionMandatory();
const textLanguage = () =>
  new Option("--lang <language>", "language of the text").choices(["auto", "en", "zh"]).default("auto");

/** `qinghao criteria parse|annotate|lint|evaluate|judge`: eligibility criteria on this computer, without a server. */
export function criteriaCommand(io: Io): Command {
  const criteria = new Command("criteria").description(
    "eligibility criteria of trials: read, check, evaluate on patients, in English and Chinese",
  );
  criteria
    .command("parse <input>")
    .description("read a trial's eligibility criteria as trees that a computer can judge")
    .addOption(outputOption())
    .addOption(textLanguage())
    .addOption(
      new Option("--format <format>", "what the input is; told by its content by default")
        .choices(trialFormats)
        .default("auto"),
    )
    .addOption(knowledgeOption())
    .addHelpText(
      "after",
      `
The input is text, a ClinicalTrials.gov record (API v2 JSON or XML), CTML, an OHDSI Circe cohort, CDISC USDM, FHIR
ResearchStudy or Group, PDF or DOCX. The output is JSON:
  {source, criteria: [{id, type, text, start, end, computable, tree, notes}]}
Places are UTF-16 offsets in source.text. What was not understood is a node of kind "text".`,
    )
    .action(async (input: string, options: ParseOptions) =>
      (await import("./parse-file.ts")).parseFile(io, input, options),
    );
  criteria
    .command("annotate <input>")
    .description("what the reader sees in a text: [{start, end, type, text, code?}]")
    .addOption(outputOption())
    .addOption(textLanguage())
    .addOption(knowledgeOption())
    .action(async (input: string, options: AnnotateOptions) =>
      (await import("./annotate-file.ts")).annotateFile(io, input, options),
    );
  criteria
    .command("lint <criteria>")
    .description("contradictions, redundancy and implausible values, each with a patient who shows it")
    .addOption(knowledgeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit code: 0 nothing wrong or warnings alone, 1 some criterion can never be satisfied, 2 wrong use, 3 not readable.",
    )
    .action(async (file: string, options: LintOptions) => (await import("./lint-file.ts")).lintFile(io, file, options));
  criteria
    .command("evaluate <criteria>")
    .description("verdicts of patients: met, not-met or unknown, with the evidence and what to ask next")
    .requiredOption("--patients <path>", "FHIR bundles, a bulk NDJSON folder, or a folder of OMOP CSV tables")
    .option("--as-of <date>", "index date, such as 2026-01-31 (default: today)")
    .addOption(outputOption())
    .addOption(knowledgeOption())
    .option("-q, --quiet", "no progress and no list of unmapped codes")
    .addHelpText(
      "after",
      `
One JSON line per patient and criterion: {patient, criterion, verdict, evidence, missing?, distance?}
then one per patient: {patient, eligible: "yes"|"no"|"unknown"}.
A verdict says whether the criterion's statement holds; an exclusion criterion that is met excludes.`,
    )
    .action(async (file: string, options: EvaluateOptions) =>
      (await import("./evaluate-patients.ts")).evaluatePatients(io, file, options),
    );
  criteria
    .command("judge <input>")
    .description(
      "judge notes against criteria: lines {id, note, criterion, type} in, {id, label, sentences, rationale} out",
    )
    .addOption(outputOption())
    .addOption(knowledgeOption())
    .option("-q, --quiet", "no progress")
    .action(async (input: string, options: JudgeOptions) =>
      (await import("./judge-notes.ts")).judgeNotes(io, input, options),
    );
  return criteria;
}
