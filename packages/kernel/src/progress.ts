import { z } from "zod";

/** How far a long job is. `total` is null while it is not known yet. */
export const progressSchema = z.object({
  done: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  /** Items per second over the job's running time; null before the first item. */
  perSecond: z.number().nonnegative().nullable(),
  /** Seconds that remain at that rate; null while unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

export function progressOf(done: number, failed: number, total: number | null, elapsedMs: number): Progress {
  const handled = done + failed;
  const perSecond = handled > 0 && elapsedMs > 0 ? (handled * 1000) / elapsedMs : null;
  const secondsLeft = perSecond !== null && total !== null ? Math.max(0, total - handled) / perSecond : null;
  return { done, failed, total, perSecond, secondsLeft };
}
