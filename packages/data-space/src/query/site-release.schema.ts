import { z } from "zod";
import { releasedCountSchema, releasePolicySchema } from "../gate/released.schema.ts";

/** Everything that leaves a site in answer to a query. Each number came through the release gate. */
export const siteReleaseSchema = z.object({
  version: z.literal(1),
  run: z.string(),
  site: z.string(),
  asOf: z.iso.date(),
  criteriaHash: z.string(),
  policy: releasePolicySchema,
  /** Rules of evaluation, such as `qinghao-criteria/1`. */
  rule: z.string(),
  population: releasedCountSchema,
  eligible: z.object({ yes: releasedCountSchema, unknown: releasedCountSchema, no: releasedCountSchema }),
  criteria: z
    .array(
      z.object({
        id: z.string(),
        met: releasedCountSchema,
        notMet: releasedCountSchema,
        unknown: releasedCountSchema,
      }),
    )
    .nullable(),
  /** People whom no criterion up to and with this one excludes: `remaining` of all, after each step. */
  funnel: z
    .object({
      start: releasedCountSchema,
      steps: z.array(z.object({ id: z.string(), remaining: releasedCountSchema })),
    })
    .nullable(),
  /** People gained if the criterion were dropped. */
  whatIf: z.array(z.object({ id: z.string(), gained: releasedCountSchema })).nullable(),
  /** People gained by each other form of a criterion. */
  loosened: z.array(z.object({ id: z.string(), criterion: z.string(), gained: releasedCountSchema })),
  nearMisses: z.array(z.object({ id: z.string(), people: releasedCountSchema })).nullable(),
  /** Hash of the line of the site's log that records this release. */
  logHash: z.string(),
});
export type SiteRelease = z.infer<typeof siteReleaseSchema>;
