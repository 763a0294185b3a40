import type { CohortDefinition } from "../definition.ts";
import { keyOf } from "./events.ts";
import { type Execution, evaluateGroup, type IndexEvent } from "./groups.ts";

/** How many events (or persons) meet exactly the rules whose bits are set; bit i is rule i. */
export type MaskCount = { readonly mask: bigint; readonly count: number };

/** One rule's share: who meets it, and who would be gained if only this rule were dropped. */
export type RuleStatistics = { readonly met: number; readonly gained: number; readonly total: number };

export type InclusionReport = {
  readonly masks: readonly MaskCount[];
  readonly rules: readonly RuleStatistics[];
  readonly total: number;
  readonly final: number;
};

export type JudgedEvent = { readonly event: IndexEvent; readonly mask: bigint };

/** Judges every qualified event by every inclusion rule. */
export function judgeEvents(
  definition: CohortDefinition,
  qualified: readonly IndexEvent[],
  execution: Execution,
): JudgedEvent[] {
  const met = definition.inclusionRules.map((rule) =>
    rule.group === null ? new Set(qualified.map(keyOf)) : evaluateGroup(rule.group, qualified, execution),
  );
  return qualified.map((event) => {
    const key = keyOf(event);
    const mask = met.reduce((bits, keys, rule) => (keys.has(key) ? bits | (1n << BigInt(rule)) : bits), 0n);
    return { event, mask };
  });
}

const bitCount = (mask: bigint): number => mask.toString(2).replaceAll("0", "").length;

/** The first rule met; as Circe does, an event that meets none ranks like one that meets the first. */
function firstRule(mask: bigint): number {
  const bits = mask.toString(2);
  return mask === 0n ? 0 : bits.length - 1 - bits.lastIndexOf("1");
}

/** Each person's best event: most rules met, then the earliest rule, then the earliest date. */
export function bestEvents(judged: readonly JudgedEvent[]): JudgedEvent[] {
  const rank = (a: JudgedEvent, b: JudgedEvent) =>
    bitCount(b.mask) - bitCount(a.mask) ||
    firstRule(a.mask) - firstRule(b.mask) ||
    a.event.start - b.event.start ||
    a.event.id - b.event.id;
  return [...Map.groupBy(judged, ({ event }) => event.person).values()].flatMap((own) =>
    own.toSorted(rank).slice(0, 1),
  );
}

/** Counts of masks, rules and totals over events (or over one best event per person). */
export function reportInclusion(judged: readonly JudgedEvent[], ruleCount: number): InclusionReport {
  const counts = new Map<bigint, number>();
  for (const { mask } of judged) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  return reportOfMasks(counts, ruleCount);
}

/** The report that follows from how often each mask occurs. */
export function reportOfMasks(counts: ReadonlyMap<bigint, number>, ruleCount: number): InclusionReport {
  const everyRule = (1n << BigInt(ruleCount)) - 1n;
  const masks = [...counts].map(([mask, count]) => ({ mask, count })).sort((a, b) => (a.mask < b.mask ? -1 : 1));
  const total = masks.reduce((sum, { count }) => sum + count, 0);
  const rules = Array.from({ length: ruleCount }, (_, rule): RuleStatistics => {
    const bit = 1n << BigInt(rule);
    const met = masks.reduce((sum, { mask, count }) => ((mask & bit) === 0n ? sum : sum + count), 0);
    return { met, gained: counts.get(everyRule - bit) ?? 0, total };
  });
  return { masks, rules, total, final: counts.get(everyRule) ?? 0 };
}
