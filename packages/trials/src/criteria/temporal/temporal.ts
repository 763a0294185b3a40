import type { Truth } from "@qinghao/kernel";
import { type Candidate, countTruth } from "../../evaluate/count-truth.ts";
import { shiftBy } from "../../evaluate/day-window.ts";
import type { Ground, Outcome } from "../../evaluate/outcome.ts";
import type { PreparedFact, PreparedRecord } from "../../evaluate/prepared-record.ts";
import { offsetText, type Words } from "../../explain/words.ts";
import type { CompiledLeaf } from "../define-criterion.ts";
import type { Temporal } from "../tree.schema.ts";
import { chooseAnchors } from "./choose-anchors.ts";

type Presence = "certain" | "possible" | "no";

/** How an event stands to an anchor in time, whatever their imprecise dates are. */
function relate(event: PreparedFact, anchor: PreparedFact, temporal: Temporal): Presence {
  const { relation } = temporal;
  if (relation.type === "during") {
    if (event.slo > anchor.ehi || event.shi < anchor.slo) return "no";
    return event.slo >= anchor.shi && event.shi <= anchor.elo ? "certain" : "possible";
  }
  const isEnd = temporal.anchorPoint === "end";
  const lo = isEnd ? anchor.elo : anchor.slo;
  const hi = isEnd ? anchor.ehi : anchor.shi;
  const { from, to } = relation;
  const low = Number.NEGATIVE_INFINITY;
  const high = Number.POSITIVE_INFINITY;
  if (event.shi < (from === undefined ? low : shiftBy(lo, from))) return "no";
  if (event.slo > (to === undefined ? high : shiftBy(hi, to))) return "no";
  if (isEnd && anchor.endIs === "unknown") return "possible";
  const isAfter = event.slo >= (from === undefined ? low : shiftBy(hi, from));
  const isBefore = event.shi <= (to === undefined ? high : shiftBy(lo, to));
  return isAfter && isBefore ? "certain" : "possible";
}

function judge(temporal: Temporal, event: CompiledLeaf, anchor: CompiledLeaf, record: PreparedRecord): Outcome {
  const events = event.events?.(record) ?? [];
  const anchors = chooseAnchors(anchor.events?.(record) ?? [], temporal.anchorPick ?? "any");
  let certain = 0;
  let possible = 0;
  const grounds: Ground[] = [];
  for (const candidate of events) {
    const presence = bestOf(candidate, anchors, temporal);
    if (presence === "no") continue;
    possible++;
    if (presence === "certain") certain++;
    grounds.push({ fact: candidate.fact, truth: presence === "certain" ? "true" : "unknown" });
  }
  const isSilenceNo = (event.isSilenceNo?.(record) ?? false) && (anchor.isSilenceNo?.(record) ?? false);
  const truth: Truth = countTruth({ certain, possible }, temporal.count, isSilenceNo);
  if (truth !== "unknown") return { truth, grounds, why: null, distance: null };
  const why =
    possible > 0 ? "date-imprecise" : events.length === 0 || anchors.length === 0 ? "no-record" : "outside-window";
  return { truth, grounds, why, distance: null };
}

function bestOf(event: Candidate, anchors: readonly Candidate[], temporal: Temporal): Presence {
  let best: Presence = "no";
  for (const anchor of anchors) {
    if (anchor.fact.fact.id === event.fact.fact.id) continue;
    const presence = relate(event.fact, anchor.fact, temporal);
    if (presence === "no") continue;
    if (presence === "certain" && event.isCertain && anchor.isCertain) return "certain";
    best = "possible";
  }
  return best;
}

/** Two events in time, from their compiled leaves. A fact is never related to itself. */
export const compileTemporal = (temporal: Temporal, event: CompiledLeaf, anchor: CompiledLeaf): CompiledLeaf => ({
  touches: [...event.touches, ...anchor.touches],
  judge: (record) => judge(temporal, event, anchor, record),
});

/** The relation as a clause between those of the event and the anchor. */
export function explainTemporal(temporal: Temporal, event: string, anchor: string, words: Words): string {
  const pick =
    temporal.anchorPick === "first"
      ? words.say("the first: ", "首次：")
      : temporal.anchorPick === "latest"
        ? words.say("the latest: ", "最近一次：")
        : "";
  const count = words.count(temporal.count);
  const often = count === "" ? "" : words.say(` (${count})`, `（${count}）`);
  if (temporal.relation.type === "during") {
    return words.say(`${event}${often} while (${pick}${anchor})`, `在（${pick}${anchor}）期间，${event}${often}`);
  }
  const point = temporal.anchorPoint === "end" ? words.say("the end of ", "结束") : "";
  const { from, to } = temporal.relation;
  const at = (value: number, unit: Parameters<typeof offsetText>[1]) => {
    if (value === 0) return words.say("the same day", "当日");
    const size = offsetText(Math.abs(value), unit, words.say);
    return value < 0 ? words.say(`${size} before`, `前${size}`) : words.say(`${size} after`, `后${size}`);
  };
  const earliest = from === undefined ? "" : at(from.value, from.unit);
  const latest = to === undefined ? "" : at(to.value, to.unit);
  const en = [
    earliest === "" ? "" : `no earlier than ${earliest}`,
    latest === "" ? "" : `no later than ${latest}`,
  ].filter((part) => part !== "");
  const zh = [
    earliest === "" ? "" : `不早于其${point}${earliest}`,
    latest === "" ? "" : `不晚于其${point}${latest}`,
  ].filter((part) => part !== "");
  return words.say(
    `${event}${often}, ${en.length === 0 ? "at any time relative to" : `${en.join(" and ")}:`} ${point}(${pick}${anchor})`,
    `${event}${often}，相对于（${pick}${anchor}）${zh.join("且")}`,
  );
}
