import { annotate, parseCriteria } from "@qinghao/trials";
import { criteriaDocumentSchema } from "@qinghao/trials/schema";
import { rest } from "../../rest.ts";
import {
  annotateInput,
  annotationsSchema,
  explainedTreeSchema,
  explainTreeInput,
  parseCriteriaInput,
} from "../../schema.ts";
import { terminologyFor } from "../../trials/terminology.ts";
import { procedure } from "../../trpc.ts";
import { readingOf } from "../../views/trial-view.ts";

const headings = { inclusion: "Inclusion Criteria:\n", exclusion: "Exclusion Criteria:\n" } as const;

export const parseCriteriaText = procedure
  .meta(
    rest("POST", "/criteria/parse", {
      tag: "trials",
      summary: "Read eligibility text, English or Chinese, as criteria; stores nothing",
      description: "Offsets point into `source.text`, which begins with a heading where `type` is given.",
      errors: [503],
    }),
  )
  .input(parseCriteriaInput)
  .output(criteriaDocumentSchema)
  .mutation(async ({ ctx, input: { text, type, language } }) => {
    const knowledge = await ctx.knowledge.shipped();
    return parseCriteria(type === undefined ? text : headings[type] + text, { knowledge, lang: language });
  });

export const annotateText = procedure
  .meta(
    rest("POST", "/criteria/annotate", {
      tag: "trials",
      summary: "What the reader sees in a text: names, values, times, denials",
      errors: [503],
    }),
  )
  .input(annotateInput)
  .output(annotationsSchema)
  .mutation(async ({ ctx, input: { text } }) => ({
    annotations: annotate(text, { knowledge: await ctx.knowledge.shipped() }),
  }));

export const explainTreeInWords = procedure
  .meta(rest("POST", "/criteria/explain", { tag: "trials", summary: "A criterion's logic in words", errors: [503] }))
  .input(explainTreeInput)
  .output(explainedTreeSchema)
  .mutation(async ({ ctx, input: { tree } }) => ({ reading: readingOf(tree, await terminologyFor(ctx)) }));
