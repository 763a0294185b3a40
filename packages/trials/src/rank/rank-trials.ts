import { exactDay, type Fact, type PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument } from "../criteria/document.schema.ts";
import type { ConceptRef } from "../criteria/ranges.schema.ts";
import { type EvaluateOptions, evaluatePatient, prepareFact } from "../evaluate/index.ts";
import type { Terminology } from "../terminology.ts";
import { inOrder } from "./in-order.ts";
import type { Ranked } from "./rank.schema.ts";
import { reasonOfStanding } from "./reason-of-standing.ts";
import { standingOf } from "./score-verdicts.ts";

/** A trial that patients may be matched to. Without conditions it is open to every patient (healthy volunteers). */
export type TrialForMatching = {
  readonly id: string;
  readonly document: CriteriaDocument;
  readonly conditions: readonly ConceptRef[];
};

export type TrialRanking = {
  readonly ranked: readonly Ranked[];
  /** Trials for conditions that the record does not show, ids in the order given. */
  readonly otherConditions: readonly string[];
};

/** What the record shows of the trial's conditions: certainly, possibly (a broader code, a suspicion), or not. */
function conditionGate(trial: TrialForMatching, conditions: readonly Fact[], terminology: Terminology): Gate {
  if (trial.conditions.length === 0) return "open";
  const set = { of: [...trial.conditions] };
  const [members, mayBe] = [terminology.members(set), terminology.mayBeMembers(set)];
  let gate: Gate = "closed";
  for (const { concept, assertion } of conditions) {
    if (concept === null) continue;
    if (members.has(concept) && assertion === "present") return "certain";
    if (members.has(concept) || mayBe.has(concept)) gate = "possible";
  }
  return gate;
}
type Gate = "open" | "certain" | "possible" | "closed";

/** A trial whose condition is only possible stands behind one of the same verdicts whose condition is certain. */
const gateWeight: Readonly<Record<Exclude<Gate, "closed">, number>> = { certain: 1, open: 0.9, possible: 0.8 };

/**
 * Trials for one patient: first the gate (some recorded condition must be one of the trial's, or a kind of one, or a code
 * that may be one), then the criteria's verdicts. Deterministic.
 * Errors: RangeError where `asOf` is no whole date.
 */
export function rankTrials(
  record: PatientRecord,
  trials: readonly TrialForMatching[],
  terminology: Terminology,
  options: EvaluateOptions,
): TrialRanking {
  const asOf = exactDay(options.asOf);
  const conditions = record.facts.filter(
    (fact) => fact.kind === "condition" && fact.assertion !== "absent" && prepareFact(fact, asOf) !== null,
  );
  const otherConditions: string[] = [];
  const places: Omit<Ranked, "rank">[] = [];
  for (const trial of trials) {
    const gate = conditionGate(trial, conditions, terminology);
    if (gate === "closed") {
      otherConditions.push(trial.id);
      continue;
    }
    const standing = standingOf(evaluatePatient(trial.document, record, terminology, options));
    const { en, zh } = reasonOfStanding(standing);
    const doubt =
      gate === "possible" ? { en: " The condition is only possible.", zh: "疾病仅为可能。" } : { en: "", zh: "" };
    places.push({
      id: trial.id,
      eligible: standing.eligible,
      score: standing.score * gateWeight[gate],
      reason: { en: en + doubt.en, zh: zh + doubt.zh },
    });
  }
  return { ranked: inOrder(places), otherConditions };
}
