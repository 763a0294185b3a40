import type { Candidate } from "../../evaluate/count-truth.ts";
import { isEarlier, isLater, type Judged, mayFollow, mayPrecede } from "../../evaluate/pick-truth.ts";

/**
 * The anchors that count: all of them, or the first or latest certain one. Where doubt or imprecise dates leave it open which
 * that is, every anchor that may be it counts as possible.
 */
export function chooseAnchors(anchors: readonly Candidate[], pick: "any" | "first" | "latest"): readonly Candidate[] {
  if (pick === "any") return anchors;
  const comesBefore = pick === "latest" ? isLater : isEarlier;
  const mayWin = pick === "latest" ? mayFollow : mayPrecede;
  const ordered = anchors.map((anchor): Judged => ({ ...anchor, truth: "unknown", value: null }));
  let winner: Judged | undefined;
  for (const anchor of ordered) {
    if (anchor.isCertain && (winner === undefined || comesBefore(anchor, winner))) winner = anchor;
  }
  const chosen = winner;
  if (chosen === undefined) return anchors;
  const rivals = ordered.filter((anchor) => anchor !== chosen && mayWin(anchor, chosen));
  if (rivals.length === 0) return [chosen];
  return [chosen, ...rivals].map(({ fact }) => ({ fact, isCertain: false }));
}
