import { compareSpan, exactly } from "../../evaluate/bounds.ts";
import type { ConceptMembers } from "../../evaluate/concept-members.ts";
import { chooseOne } from "../../evaluate/latest-of.ts";
import { type Outcome, unknownBecause } from "../../evaluate/outcome.ts";
import type { Judged } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { isQuantity, quantityOf, resultsOf } from "../../evaluate/results.ts";
import type { Window } from "../ranges.schema.ts";
import { outcomeOf, type Threshold } from "./judge-each.ts";
import { exactValue } from "./measure-value.ts";

/** Which results of an item count. */
export type Asked = { readonly when?: Window | undefined; readonly fasting?: boolean | undefined };

function exactResults(record: PreparedRecord, members: ConceptMembers, { when, fasting }: Asked) {
  const { inWindow, none } = resultsOf(record, members, when, isQuantity, fasting);
  const results = inWindow.map((result): Judged => {
    if (!result.isTold) return { ...result, truth: "unknown", value: null, why: "uncertain-record" };
    const { span, why } = exactValue(quantityOf(result));
    return { ...result, truth: "unknown", value: span?.lo ?? null, ...(why === null ? {} : { why }) };
  });
  return { results, none };
}

function compare(value: number, from: readonly Judged[], threshold: Threshold | null): Outcome {
  if (threshold === null) return unknownBecause("unit-unknown");
  const truth = compareSpan(exactly(value), threshold.bounds);
  return outcomeOf({ truth, deciding: from.map((result) => ({ ...result, truth, value })), why: null }, threshold);
}

/** Latest result of an item divided by the latest result of another one. */
export function judgeRatio(
  sets: { readonly over: ConceptMembers; readonly under: ConceptMembers; readonly underItem: string },
  asked: Asked,
  threshold: Threshold | null,
  record: PreparedRecord,
): Outcome {
  const over = exactResults(record, sets.over, asked);
  if (over.results.length === 0) return unknownBecause(over.none);
  const under = exactResults(record, sets.under, asked);
  if (under.results.length === 0) return unknownBecause(under.none, [], sets.underItem);
  const above = chooseOne(over.results, "latest");
  if (above.result === null) return unknownBecause(above.why);
  const below = chooseOne(under.results, "latest");
  if (below.result === null) return unknownBecause(below.why, [], sets.underItem);
  if (below.result.value === 0) return unknownBecause("value-missing", [], sets.underItem);
  return compare(above.result.value! / below.result.value!, [above.result, below.result], threshold);
}

/** Latest minus first result of the window, or that in percent of the first. All of them must be certain. */
export function judgeChange(
  members: ConceptMembers,
  asked: Asked,
  isRelative: boolean,
  threshold: Threshold | null,
  record: PreparedRecord,
): Outcome {
  const { results, none } = exactResults(record, members, asked);
  if (results.length < 2) return unknownBecause(none);
  if (results.some((result) => !result.isCertain)) return unknownBecause("uncertain-record");
  const latest = chooseOne(results, "latest");
  if (latest.result === null) return unknownBecause(latest.why);
  const first = chooseOne(results, "first");
  if (first.result === null) return unknownBecause(first.why);
  const difference = latest.result.value! - first.result.value!;
  if (!isRelative) return compare(difference, [latest.result, first.result], threshold);
  if (first.result.value === 0) return unknownBecause("value-missing");
  return compare((difference / first.result.value!) * 100, [latest.result, first.result], threshold);
}
