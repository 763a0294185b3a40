import type { MissingReason } from "./outcome.ts";
import { isEarlier, isLater, type Judged, mayFollow, mayPrecede } from "./pick-truth.ts";

export type Chosen =
  | { readonly result: Judged; readonly why: null }
  | { readonly result: null; readonly why: MissingReason };

/**
 * The one latest (or first) result, for values that are computed from several results. None where doubt or imprecise dates
 * leave it open which one that is, or where its value is not one number.
 */
export function chooseOne(results: readonly Judged[], which: "latest" | "first"): Chosen {
  const comesBefore = which === "latest" ? isLater : isEarlier;
  const mayWin = which === "latest" ? mayFollow : mayPrecede;
  let winner: Judged | undefined;
  for (const result of results) if (winner === undefined || comesBefore(result, winner)) winner = result;
  if (winner === undefined) return { result: null, why: "no-record" };
  if (!winner.isCertain) return { result: null, why: "uncertain-record" };
  for (const other of results) {
    if (other !== winner && mayWin(other, winner) && other.value !== winner.value) {
      return { result: null, why: other.isCertain ? "date-imprecise" : "uncertain-record" };
    }
  }
  if (winner.value === null) return { result: null, why: winner.why ?? "value-missing" };
  return { result: winner, why: null };
}
