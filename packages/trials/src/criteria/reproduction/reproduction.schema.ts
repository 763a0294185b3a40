import { z } from "zod";
import { timed } from "../timing.schema.ts";

/** Pregnancy, breastfeeding, childbearing potential, contraception. */
export const reproductionSchema = z.object({
  kind: z.literal("reproduction"),
  state: z.enum([
    "pregnant",
    "breastfeeding",
    "childbearing-potential",
    "contraception",
    "postmenopausal",
    "surgically-sterile",
  ]),
  ...timed,
});
export type ReproductionLeaf = z.infer<typeof reproductionSchema>;
