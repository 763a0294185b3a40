import type { Fact, FactKind } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import type { CompiledLeaf } from "../criteria/define-criterion.ts";
import type { Count, Window } from "../criteria/ranges.schema.ts";
import { type ConceptMembers, matchesOf } from "./concept-members.ts";
import { type Candidate, countTruth, isObserved, tallyOf } from "./count-truth.ts";
import { type DayWindow, type Presence, presenceIn, windowAt } from "./day-window.ts";
import type { Ground, MissingReason, Outcome } from "./outcome.ts";
import { planPresence } from "./plans.ts";
import type { PreparedFact, PreparedRecord } from "./prepared-record.ts";

/** A leaf that asks whether, or how often, something happened. */
export type EventQuestion = {
  readonly kind: FactKind;
  readonly members: ConceptMembers;
  readonly when?: Window | undefined;
  /** The event must not have ended at the as-of day, besides lying in `when`. */
  readonly isCurrent?: boolean;
  /** Asks for a plan of the event, from the as-of day on, and not for the event. */
  readonly isPlanned?: boolean;
  readonly world?: "open" | "closed" | undefined;
  readonly count?: Count | undefined;
  /** What a fact's own attributes say: false rules it out, unknown leaves it possible. */
  readonly attributes?: (fact: Fact) => Truth;
  /** A person must confirm what codes cannot say; a true answer is then only possible. */
  readonly isConfirmedByPerson?: boolean;
};

type Gathered = {
  readonly candidates: readonly Candidate[];
  /** Facts that rule the thing out in the window. */
  readonly absent: readonly PreparedFact[];
  /** Facts of the concept that lie outside of the window. */
  readonly outside: readonly PreparedFact[];
};

/** The window that silence is asked about: the as-of day for what must be current, else the criterion's own. */
function silenceWindow(question: EventQuestion, asOf: number): Pick<DayWindow, "from" | "to"> {
  if (question.isCurrent || question.isPlanned) return { from: asOf, to: asOf };
  if (question.when === undefined) return { from: Number.NEGATIVE_INFINITY, to: asOf };
  return windowAt(question.when, asOf, question.kind);
}

function presenceAt(fact: PreparedFact, question: EventQuestion, window: DayWindow | null, asOf: number): Presence {
  if (question.isPlanned) return planPresence(fact, question.when, asOf);
  const inWindow: Presence = window === null ? "certain" : presenceIn(fact, window);
  if (inWindow === "no" || !question.isCurrent) return inWindow;
  const now = presenceIn(fact, { from: asOf, to: asOf, part: "overlap" });
  if (now === "no") return "no";
  return inWindow === "certain" && now === "certain" ? "certain" : "possible";
}

function gather(question: EventQuestion, record: PreparedRecord): Gathered {
  const candidates: Candidate[] = [];
  const absent: PreparedFact[] = [];
  const outside: PreparedFact[] = [];
  const window = question.when === undefined ? null : windowAt(question.when, record.asOf, question.kind);
  const seen = question.isPlanned ? { byKind: record.plans } : record;
  for (const { fact, isMeant } of matchesOf(seen, question.kind, question.members)) {
    const presence = presenceAt(fact, question, window, record.asOf);
    const { assertion } = fact.fact;
    if (presence === "no") {
      if (assertion !== "absent") outside.push(fact);
    } else if (assertion === "absent") {
      if (isMeant) absent.push(fact);
    } else {
      const fits = question.attributes?.(fact.fact) ?? "true";
      if (fits === "false") outside.push(fact);
      else
        candidates.push({
          fact,
          isCertain: isMeant && presence === "certain" && fits === "true" && assertion !== "possible",
        });
    }
  }
  return { candidates, absent, outside };
}

const isSilenceNo = (question: EventQuestion, record: PreparedRecord): boolean =>
  question.world === "closed" && isObserved(record, silenceWindow(question, record.asOf));

function judge(question: EventQuestion, record: PreparedRecord): Outcome {
  const { candidates, absent, outside } = gather(question, record);
  const tally = tallyOf(candidates, question.count?.distinct);
  const isRuledOut = absent.length > 0 && tally.possible === 0;
  const counted = countTruth(tally, question.count, isRuledOut || isSilenceNo(question, record));
  const truth: Truth = counted === "true" && question.isConfirmedByPerson ? "unknown" : counted;
  const grounds: Ground[] = candidates.map(({ fact, isCertain }) => ({
    fact,
    truth: isCertain ? "true" : "unknown",
  }));
  if (truth !== "true") for (const fact of absent) grounds.push({ fact, truth: "false" });
  return { truth, grounds, why: truth === "unknown" ? reason() : null, distance: null };

  function reason(): MissingReason {
    if (counted === "true") return "person-must-judge";
    const open = candidates.find((candidate) => !candidate.isCertain);
    if (open !== undefined) return isDateDoubt(open.fact) ? "date-imprecise" : "uncertain-record";
    return outside.length > 0 ? "outside-window" : "no-record";
  }
}

// An open or imprecise date is what a site can settle; anything else in doubt is the record itself.
const isDateDoubt = (fact: PreparedFact): boolean =>
  fact.fact.assertion !== "possible" && (fact.slo !== fact.shi || fact.elo !== fact.ehi);

/** Compiles a question about events into a leaf. */
export const compileEventLeaf = (question: EventQuestion): CompiledLeaf => ({
  touches: [
    { kind: question.kind, members: question.members },
    ...(question.world === "closed" ? [{ kind: "person" } as const] : []),
  ],
  judge: (record) => judge(question, record),
  events: (record) => gather(question, record).candidates,
  isSilenceNo: (record) => isSilenceNo(question, record),
});
