import { dataSpaceErrors } from "../errors.ts";
import { sha256OfJson } from "../log/canonical-json.ts";
import { type SiteQuery, siteQuerySchema } from "./site-query.schema.ts";

export type QueryRules = {
  /** Different people who must have signed the criteria. */
  signaturesNeeded: number;
  /** Most criteria, funnel steps and other forms of criteria together. */
  mostCells: number;
};

/**
 * The query as this site accepts it. Decides by the query alone, so that a refusal tells nothing about records.
 * Errors: `data-space.query.*`.
 */
export async function checkQuery(input: unknown, rules: QueryRules): Promise<SiteQuery> {
  const parsed = siteQuerySchema.safeParse(input);
  if (!parsed.success) throw dataSpaceErrors.create("query.invalid");
  const { criteria, ask } = parsed.data;
  if ((await sha256OfJson(criteria.document)) !== criteria.hash) throw dataSpaceErrors.create("query.altered");
  const signed = new Set(criteria.signatures.map((signature) => signature.person)).size;
  const needed = rules.signaturesNeeded;
  if (signed < needed) throw dataSpaceErrors.create("query.unsigned", { signed, needed });
  const asked = criteria.document.criteria.length + (ask.funnel?.length ?? 0) + ask.loosened.length;
  if (asked > rules.mostCells) throw dataSpaceErrors.create("query.too-large", { asked, limit: rules.mostCells });
  return parsed.data;
}
