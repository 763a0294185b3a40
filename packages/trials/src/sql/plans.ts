import { factKinds, shiftDay } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { PLAN_HORIZON } from "../evaluate/plans.ts";
import { isOneOf } from "./concepts.ts";
import { type EventSpec, type Events, isDated } from "./events.ts";
import { allOf, anyOf, notOf } from "./expression.ts";

/** Rows that say that an event is planned, for the index date or later; `planPresence` in SQL. */
export function compilePlans(
  { kind, concepts, attributes, asOf }: Pick<EventSpec, "kind" | "concepts" | "attributes" | "asOf">,
  when: Window | undefined,
): Events {
  const day = (offset: Window["from"]) => (offset === undefined ? null : shiftDay(asOf, offset.value, offset.unit));
  const from = Math.max(asOf, day(when?.from) ?? asOf);
  const to = day(when?.to);
  const startLo = "f.start_lo";
  const startHi = `least(f.start_hi, ${asOf + PLAN_HORIZON})`;
  const isBy = (bound: string) => (to === null ? "true" : `${bound} <= ${to}`);
  const isIn = allOf(`${startLo} >= ${from}`, isBy(startHi));
  const isUndated = when === undefined ? notOf(isDated()) : "false";
  const ids = concepts === null ? null : [...concepts.certain, ...concepts.mayBe];
  const isMeant = concepts === null || concepts.mayBe.length === 0 ? "true" : isOneOf("f.concept", concepts.certain);
  const surely = allOf(isMeant, anyOf(isUndated, isIn));
  return {
    where: allOf(
      `f.kind = ${factKinds.indexOf(kind)}`,
      ids === null ? "true" : isOneOf("f.concept", ids),
      "f.assertion = 3",
      to !== null && to < from ? "false" : "true",
      `${startHi} >= ${from}`,
      isBy(startLo),
    ),
    candidate: allOf(...attributes.map(({ possible }) => possible)),
    certain: allOf(surely, ...attributes.map(({ certain }) => certain)),
    surely,
    absent: "false",
    startLo,
    startHi,
    endLo: startLo,
    endHi: startHi,
    endKnown: "true",
  };
}
