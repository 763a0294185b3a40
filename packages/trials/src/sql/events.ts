import { type FactKind, factKinds, shiftDay } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { type ConceptIds, isOneOf } from "./concepts.ts";
import { allOf, anyOf, caseOf } from "./expression.ts";
import { endStates } from "./rows.ts";
import { NO_DAY_BEFORE } from "./tables.ts";

/** A window as days; `from` null is open. Days after the index date are never seen. */
export type Days = { readonly from: number | null; readonly to: number; readonly part: Part };
export type Part = "start" | "end" | "overlap";

/** Kinds of facts that last: without a known end they may go on until the index date. */
const lasting: ReadonlySet<FactKind> = new Set(["condition", "drug", "allergy"]);
const isLasting = (kind: FactKind): boolean => lasting.has(kind);

export function daysOf(when: Window | undefined, kind: FactKind, asOf: number): Days | null {
  if (when === undefined) return null;
  const bound = (offset: Window["from"]) => (offset === undefined ? null : shiftDay(asOf, offset.value, offset.unit));
  return {
    from: bound(when.from),
    to: Math.min(bound(when.to) ?? asOf, asOf),
    part: when.part ?? (isLasting(kind) ? "overlap" : "start"),
  };
}

/** The index date alone, any of the event in it: what "active" and "current" ask for. */
export const activeOn = (asOf: number): Days => ({ from: asOf, to: asOf, part: "overlap" });

/** What narrows an event beside its concept and time; both are SQL that is never NULL. */
export type Attribute = { readonly certain: string; readonly possible: string };

export type EventSpec = {
  readonly kind: FactKind;
  /** Null asks for any concept. */
  readonly concepts: ConceptIds | null;
  /** All of them must hold. */
  readonly windows: readonly Days[];
  readonly attributes: readonly Attribute[];
  readonly asOf: number;
  /** Name of the table in the query. */
  readonly alias?: string;
};

/** Conditions over the table of facts that pick out the events of a leaf. */
export type Events = {
  /** Rows that are seen at all and lie in the windows at least possibly, of any assertion. */
  readonly where: string;
  /** Of those: a candidate, an event that did happen or may have. */
  readonly candidate: string;
  /** Of the candidates: the event surely happened, surely in the windows, and is surely meant. */
  readonly certain: string;
  /** Of the rows: surely in the windows and surely meant, whether it is said to have happened or not to have. */
  readonly surely: string;
  /** Of the rows: the record says that there was none. */
  readonly absent: string;
  /** First and last day of the start, clipped to the index date; the same of the end. */
  readonly startLo: string;
  readonly startHi: string;
  readonly endLo: string;
  readonly endHi: string;
  /** Whether the record gives the end or says that it goes on. */
  readonly endKnown: string;
};

/** The dates of a row. */
export type Spans = Pick<Events, "startLo" | "startHi" | "endLo" | "endHi" | "endKnown">;

/** Compiles the time, assertion and concept of events. */
export function compileEvents(spec: EventSpec): Events {
  const { asOf, kind, concepts, windows, attributes } = spec;
  const column = (name: string) => `${spec.alias ?? "f"}.${name}`;
  const startLo = column("start_lo");
  const startHi = `least(${column("start_hi")}, ${asOf})`;
  const ends = endsOf(kind, column, asOf, startLo, startHi);
  const inWindows = windows.map((days) => inWindow(days, { startLo, startHi, ...ends }, asOf));
  const ids = concepts === null ? null : [...concepts.certain, ...concepts.mayBe];
  const isMeant =
    concepts === null || concepts.mayBe.length === 0 ? "true" : isOneOf(column("concept"), concepts.certain);
  const isPresent = `${column("assertion")} = 0`;
  const surely = allOf(`${column("assertion")} <> 2`, isMeant, ...inWindows.map(({ certain }) => certain));
  return {
    where: allOf(
      `${column("kind")} = ${factKinds.indexOf(kind)}`,
      ids === null ? "true" : isOneOf(column("concept"), ids),
      `${startLo} <= ${asOf}`,
      ...inWindows.map(({ possible }) => possible),
    ),
    candidate: allOf(`${column("assertion")} in (0, 2)`, ...attributes.map(({ possible }) => possible)),
    certain: allOf(
      isPresent,
      isMeant,
      ...inWindows.map(({ certain }) => certain),
      ...attributes.map(({ certain }) => certain),
    ),
    surely,
    absent: allOf(`${column("assertion")} = 1`, isMeant),
    startLo,
    startHi,
    ...ends,
  };
}

type Ends = { endLo: string; endHi: string; endKnown: string };

function endsOf(
  kind: FactKind,
  column: (name: string) => string,
  asOf: number,
  startLo: string,
  startHi: string,
): Ends {
  const state = column("end_state");
  const known = `${state} = ${endStates.known}`;
  const ongoing = `${state} = ${endStates.ongoing}`;
  const end = (bound: string, unknown: string) =>
    caseOf(
      [
        [known, `least(${column(bound)}, ${asOf})`],
        [ongoing, String(asOf)],
      ],
      unknown,
    );
  return {
    endLo: end("end_lo", startLo),
    endHi: end("end_hi", isLasting(kind) ? String(asOf) : startHi),
    endKnown: isLasting(kind) ? `${state} <> ${endStates.unknown}` : "true",
  };
}

function inWindow(
  { from, to, part }: Days,
  at: Ends & { startLo: string; startHi: string },
  asOf: number,
): { certain: string; possible: string } {
  const atLeast = (day: string) => (from === null ? "true" : `${day} >= ${from}`);
  // Every start and end is clipped to the index date, so a window up to it has no upper bound to test.
  const atMost = (day: string) => (to >= asOf ? "true" : `${day} <= ${to}`);
  switch (part) {
    case "start":
      return {
        certain: allOf(atLeast(at.startLo), atMost(at.startHi)),
        possible: allOf(atLeast(at.startHi), atMost(at.startLo)),
      };
    case "end":
      return {
        certain: allOf(at.endKnown, atLeast(at.endLo), atMost(at.endHi)),
        possible: allOf(atLeast(at.endHi), atMost(at.endLo)),
      };
    case "overlap":
      return {
        certain: allOf(atMost(at.startHi), atLeast(at.endLo)),
        possible: allOf(atMost(at.startLo), atLeast(at.endHi)),
      };
  }
}

/** Whether the day of the start is known, SQL. */
export const isExact = (alias = "f"): string => `${alias}.start_lo = ${alias}.start_hi`;

/** Whether anything at all is known of the start, SQL. */
export const isDated = (alias = "f"): string => `${alias}.start_lo > ${NO_DAY_BEFORE}`;

/** A row's rank where one certain event is enough. */
export const rankOfEvent = ({ absent, certain }: Events): string =>
  caseOf(
    [
      [absent, "1"],
      [certain, "3"],
    ],
    "2",
  );

/** Rows that have a rank: candidates, and records that say that there was none. */
export const rankedRows = (events: Events): string => allOf(events.where, anyOf(events.absent, events.candidate));
