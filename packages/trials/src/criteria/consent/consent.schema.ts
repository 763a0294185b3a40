import { z } from "zod";

/** Consent, willingness and ability: recorded at the site or asked of the patient; never inferred from silence. */
export const consentSchema = z.object({
  kind: z.literal("consent"),
  to: z.enum(["participate", "biopsy", "genetic-testing", "contraception", "follow-up", "data-sharing", "other"]),
});
export type ConsentLeaf = z.infer<typeof consentSchema>;
