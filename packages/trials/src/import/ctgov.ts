import { z } from "zod";
import { trialsErrors } from "../errors.ts";
import { addUnread, emptyTrial, type ImportedTrial } from "./imported-trial.ts";
import { addStructuredEligibility } from "./structured-eligibility.ts";

const studySchema = z.object({
  protocolSection: z.object({
    identificationModule: z.object({
      nctId: z.string(),
      briefTitle: z.string().optional(),
      officialTitle: z.string().optional(),
    }),
    conditionsModule: z.object({ conditions: z.array(z.string()).optional() }).optional(),
    armsInterventionsModule: z.object({ interventions: z.array(z.object({ name: z.string() })).optional() }).optional(),
    designModule: z.object({ phases: z.array(z.string()).optional() }).optional(),
    sponsorCollaboratorsModule: z.object({ leadSponsor: z.object({ name: z.string() }).optional() }).optional(),
    eligibilityModule: z
      .object({
        eligibilityCriteria: z.string().optional(),
        minimumAge: z.string().optional(),
        maximumAge: z.string().optional(),
        sex: z.string().optional(),
      })
      .optional(),
  }),
});

/**
 * Reads a study record of the ClinicalTrials.gov API, version 2.
 * Errors: `trials.import.not_ctgov` with the place in the record.
 */
export function importCtgov(record: unknown): ImportedTrial {
  const parsed = studySchema.safeParse(record);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw trialsErrors.create("import.invalid", {
      format: "ClinicalTrials.gov",
      where: issue?.path.join(".") || "record",
      problem: issue?.message ?? "",
    });
  }
  const { protocolSection: section } = parsed.data;
  const trial = emptyTrial("ctgov");
  trial.id = section.identificationModule.nctId;
  trial.title = section.identificationModule.briefTitle ?? section.identificationModule.officialTitle ?? null;
  trial.conditions = section.conditionsModule?.conditions ?? [];
  trial.interventions = section.armsInterventionsModule?.interventions?.map(({ name }) => name) ?? [];
  trial.phases = section.designModule?.phases ?? [];
  trial.sponsor = section.sponsorCollaboratorsModule?.leadSponsor?.name ?? null;
  const eligibility = section.eligibilityModule;
  addUnread(trial, withoutEscapes(eligibility?.eligibilityCriteria ?? ""));
  addStructuredEligibility(trial, {
    minimumAge: eligibility?.minimumAge,
    maximumAge: eligibility?.maximumAge,
    sex: eligibility?.sex,
  });
  return trial;
}

/** The API writes Markdown: "\>" and "\*" mean the characters themselves. */
const withoutEscapes = (text: string): string => text.replace(/\\([\\`*_{}[\]()#+\-.!<>~|^])/g, "$1");
