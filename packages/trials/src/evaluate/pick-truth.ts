import { and, or, type Truth } from "@qinghao/kernel";
import type { Pick as Choice } from "../criteria/ranges.schema.ts";
import type { MissingReason } from "./outcome.ts";
import type { PreparedFact } from "./prepared-record.ts";

/** One result that a criterion may rest on: what it says by itself, and its exact value where there is one. */
export type Judged = {
  readonly fact: PreparedFact;
  readonly isCertain: boolean;
  readonly truth: Truth;
  readonly value: number | null;
  /** Why its truth is unknown. */
  readonly why?: MissingReason;
};

export type Picked = {
  readonly truth: Truth;
  /** The results that decide, the most telling first. */
  readonly deciding: readonly Judged[];
  readonly why: MissingReason | null;
};

const isPrecise = ({ fact }: Judged): boolean => fact.slo === fact.shi;

/** Later by the last possible day of the start, then by id. */
export const isLater = (a: Judged, b: Judged): boolean =>
  a.fact.shi !== b.fact.shi ? a.fact.shi > b.fact.shi : a.fact.fact.id > b.fact.fact.id;

/** Earlier by the first possible day of the start, then by id. */
export const isEarlier = (a: Judged, b: Judged): boolean =>
  a.fact.slo !== b.fact.slo ? a.fact.slo < b.fact.slo : a.fact.fact.id < b.fact.fact.id;

/** Whether imprecise dates or doubt leave it open that `other` comes after `latest`. */
export const mayFollow = (other: Judged, latest: Judged): boolean =>
  other.fact.shi >= latest.fact.slo && !(other.isCertain && isPrecise(other) && isPrecise(latest));

/** Whether imprecise dates or doubt leave it open that `other` comes before `first`. */
export const mayPrecede = (other: Judged, first: Judged): boolean =>
  other.fact.slo <= first.fact.shi && !(other.isCertain && isPrecise(other) && isPrecise(first));

/**
 * The truth of several results taken together. `latest` and `first` are decided by one certain result, unless another
 * result that may come after (before) it says otherwise; where no result is certain they must agree.
 */
export function pickTruth(results: readonly Judged[], pick: Choice = "latest"): Picked {
  const head = results[0];
  if (head === undefined) return { truth: "unknown", deciding: [], why: "no-record" };
  switch (pick) {
    case "latest":
      return pickOne(results, isLater, mayFollow);
    case "first":
      return pickOne(results, isEarlier, mayPrecede);
    case "any":
      return pickAny(results);
    case "all":
      return pickAll(results);
    case "lowest":
      return pickExtreme(results, (a, b) => a < b);
    case "highest":
      return pickExtreme(results, (a, b) => a > b);
  }
}

function pickOne(
  results: readonly Judged[],
  comesBefore: (a: Judged, b: Judged) => boolean,
  mayWin: (other: Judged, winner: Judged) => boolean,
): Picked {
  let winner: Judged | undefined;
  for (const result of results) {
    if (result.isCertain && (winner === undefined || comesBefore(result, winner))) winner = result;
  }
  if (winner === undefined) return agreement(results);
  for (const other of results) {
    if (other !== winner && other.truth !== winner.truth && mayWin(other, winner)) {
      return { truth: "unknown", deciding: [winner, other], why: doubt(other) };
    }
  }
  return { truth: winner.truth, deciding: [winner], why: winner.why ?? null };
}

const doubt = (result: Judged): MissingReason => (result.isCertain ? "date-imprecise" : "uncertain-record");

function agreement(results: readonly Judged[]): Picked {
  const first = results[0]!;
  const isOne = results.every((result) => result.truth === first.truth);
  if (isOne)
    return { truth: first.truth, deciding: results, why: first.truth === "unknown" ? (first.why ?? null) : null };
  return { truth: "unknown", deciding: results, why: "uncertain-record" };
}

function pickAny(results: readonly Judged[]): Picked {
  const truth = or(
    ...results.map((result) => (result.isCertain || result.truth === "false" ? result.truth : "unknown")),
  );
  return { truth, ...grounds(results, truth) };
}

function pickAll(results: readonly Judged[]): Picked {
  const truth = and(
    ...results.map((result) => (result.isCertain || result.truth === "true" ? result.truth : "unknown")),
  );
  return { truth, ...grounds(results, truth) };
}

function grounds(results: readonly Judged[], truth: Truth): Pick<Picked, "deciding" | "why"> {
  const deciding = results.filter((result) => result.truth === truth || (truth === "unknown" && !result.isCertain));
  const why =
    truth === "unknown" ? (deciding.find((result) => result.why !== undefined)?.why ?? "uncertain-record") : null;
  return { deciding, why };
}

function pickExtreme(results: readonly Judged[], isBetter: (a: number, b: number) => boolean): Picked {
  const first = results[0]!;
  let best: Judged | null = null;
  let isOpen = false;
  let isOne = true;
  for (const result of results) {
    if (result.truth !== first.truth) isOne = false;
    if (!result.isCertain || result.value === null) isOpen = true;
    else if (best === null || isBetter(result.value, best.value!)) best = result;
  }
  if (isOne && first.truth !== "unknown") {
    return { truth: first.truth, deciding: best === null ? results : [best], why: null };
  }
  if (isOpen || best === null) {
    const open = results.find((result) => result.value === null) ?? first;
    return { truth: "unknown", deciding: results, why: open.why ?? "uncertain-record" };
  }
  return { truth: best.truth, deciding: [best], why: null };
}
