import type { FactKind } from "@qinghao/clinical";
import type { Count, Window } from "../../criteria/ranges.schema.ts";
import type { ConceptIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { type ClosedTime, countPlan } from "../counts.ts";
import { type Attribute, activeOn, compileEvents, type Days, daysOf, type Events } from "../events.ts";
import { compilePlans } from "../plans.ts";
import { type Plan, unknownPlan } from "../relation.ts";

/** A leaf that asks whether, or how often, something happened. */
export type EventQuestion = {
  readonly kind: FactKind;
  readonly concepts: ConceptIds;
  readonly when?: Window | undefined;
  readonly world?: "open" | "closed" | undefined;
  readonly count?: Count | undefined;
  /** It must not have ended at the index date, besides lying in `when`. */
  readonly isCurrent?: boolean;
  /** It asks for a plan of the event and not for the event. */
  readonly isPlanned?: boolean;
  readonly attributes?: readonly Attribute[];
  /** Codes do not say all of it: what they say is only possible. */
  readonly isConfirmedByPerson?: boolean;
};

export function compileEventQuestion(question: EventQuestion, context: CompileContext): Plan {
  const counted = countPlan(eventsOf(question, context), question.count, closedTime(question, context));
  return question.isConfirmedByPerson === true ? { kind: "all", of: [counted, unknownPlan] } : counted;
}

/** The events that a question asks for. */
export function eventsOf(
  { kind, concepts, when, attributes = [], ...asked }: EventQuestion,
  { asOf }: CompileContext,
): Events {
  if (asked.isPlanned === true) return compilePlans({ kind, concepts, attributes, asOf }, when);
  const days = daysOf(when, kind, asOf);
  const windows: Days[] = days === null ? [] : [days];
  if (asked.isCurrent === true) windows.push(activeOn(asOf));
  return compileEvents({ kind, concepts, windows, attributes, asOf });
}

/** The time that silence is asked about: the index date for what must be current or planned, else the window. */
export function closedTime(
  {
    kind,
    when,
    world,
    isCurrent,
    isPlanned,
  }: Pick<EventQuestion, "kind" | "when" | "world" | "isCurrent" | "isPlanned">,
  { asOf }: CompileContext,
): ClosedTime {
  if (world !== "closed") return null;
  if (isCurrent === true || isPlanned === true) return { from: asOf, to: asOf };
  const days = daysOf(when, kind, asOf);
  return days === null ? { from: null, to: asOf } : { from: days.from, to: days.to };
}
