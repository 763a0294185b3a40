import type { FactKind } from "@qinghao/clinical";
import type { Count, Window } from "../../criteria/ranges.schema.ts";
import type { ConceptIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { type ClosedTime, countPlan } from "../counts.ts";
import { type Attribute, activeOn, compileEvents, type Days, daysOf, type EventSpec } from "../events.ts";
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
  readonly attributes?: readonly Attribute[];
  /** Codes do not say all of it: what they say is only possible. */
  readonly isConfirmedByPerson?: boolean;
};

export function compileEventQuestion(question: EventQuestion, context: CompileContext): Plan {
  const events = compileEvents(eventSpec(question, context));
  const counted = countPlan(events, question.count, closedTime(question, context));
  return question.isConfirmedByPerson === true ? { kind: "all", of: [counted, unknownPlan] } : counted;
}

export function eventSpec(question: EventQuestion, { asOf }: CompileContext): EventSpec {
  const days = daysOf(question.when, question.kind, asOf);
  const windows: Days[] = days === null ? [] : [days];
  if (question.isCurrent === true) windows.push(activeOn(asOf));
  return { kind: question.kind, concepts: question.concepts, windows, attributes: question.attributes ?? [], asOf };
}

/** The time that silence is asked about: the index date for what must be current, else the window. */
export function closedTime(
  { kind, when, world, isCurrent }: Pick<EventQuestion, "kind" | "when" | "world" | "isCurrent">,
  { asOf }: CompileContext,
): ClosedTime {
  if (world !== "closed") return null;
  if (isCurrent === true) return { from: asOf, to: asOf };
  const days = daysOf(when, kind, asOf);
  return days === null ? { from: null, to: asOf } : { from: days.from, to: days.to };
}
