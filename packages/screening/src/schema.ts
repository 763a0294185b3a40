import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { z } from "zod";

/** A similarity search: the best `limit`, all from `threshold` on, or the best of these. */
export const similaritySearchSchema = z
  .object({
    fingerprint: fingerprintKindSchema.exclude(["pattern"]).default("morgan2"),
    limit: z.number().int().min(1).optional(),
    threshold: z.number().min(0).max(1).optional(),
  })
  .refine(({ limit, threshold }) => limit !== undefined || threshold !== undefined);
export type SimilaritySearch = z.infer<typeof similaritySearchSchema>;

export const similarityHitSchema = z.object({
  /** 0-based row of the library. */
  row: z.number().int().nonnegative(),
  id: z.string(),
  smiles: z.string(),
  /** Tanimoto coefficient. */
  similarity: z.number().min(0).max(1),
});
export type SimilarityHit = z.infer<typeof similarityHitSchema>;

export const substructureHitSchema = similarityHitSchema.omit({ similarity: true });
export type SubstructureHit = z.infer<typeof substructureHitSchema>;
