import { verdictSchema } from "@qinghao/trials/schema";
import { z } from "zod";

export const loadStates = ["empty", "loading", "ready", "failed"] as const;
export type LoadState = (typeof loadStates)[number];

/** The way of a candidate through screening. */
export const candidateStatuses = [
  "new",
  "in-review",
  "contacted",
  "consented",
  "screened",
  "enrolled",
  "excluded",
  "declined",
] as const;
export const candidateStatusSchema = z.enum(candidateStatuses);
export type CandidateStatus = z.infer<typeof candidateStatusSchema>;

/** Which status may follow which: forward step by step, out at any time, and back to review where that was a mistake. */
export const nextStatuses: Readonly<Record<CandidateStatus, readonly CandidateStatus[]>> = {
  new: ["in-review", "excluded"],
  "in-review": ["contacted", "excluded", "declined", "new"],
  contacted: ["consented", "declined", "excluded", "in-review"],
  consented: ["screened", "declined", "excluded", "in-review"],
  screened: ["enrolled", "excluded", "declined", "in-review"],
  enrolled: ["in-review"],
  excluded: ["in-review"],
  declined: ["in-review"],
};

/** A criterion's verdict on a candidate with its evidence. */
export const storedVerdictSchema = verdictSchema.extend({ criterion: z.string() });
export type StoredVerdict = z.infer<typeof storedVerdictSchema>;
