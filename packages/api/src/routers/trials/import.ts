import { createCriteriaVersion, createTrial } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { criteriaVersionSchema, importTrialInput } from "../../schema.ts";
import { readDocument } from "../../trials/read-document.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

/** Longest title that is made of a criterion's words where the source names none. */
const longestTitle = 80;

export const importTrial = procedure
  .meta(
    rest("POST", "/trials", {
      tag: "trials",
      summary: "Read a trial and start a draft of its criteria",
      description:
        "Takes a registry record (ClinicalTrials.gov API v2 or XML), CTML, USDM, FHIR, a protocol (PDF, DOCX) or plain text in English or Chinese. What was not understood stays as text for a person to judge.",
      errors: [404, 413, 415, 422, 503],
    }),
  )
  .input(importTrialInput)
  .output(criteriaVersionSchema)
  .mutation(async ({ ctx, input }) => {
    const { trial, document } = await readDocument(ctx, input);
    const id = ctx.newId("trial");
    const title = input.title ?? trial.title ?? trial.id ?? document.criteria[0]?.text.slice(0, longestTitle) ?? id;
    await createTrial(ctx.db, { id, title, registryId: trial.id });
    const version = await createCriteriaVersion(ctx.db, { id: ctx.newId("criteria"), trialId: id, document });
    return criteriaVersionView(ctx, version);
  });
