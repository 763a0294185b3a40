import type { EventQuery } from "./definition.ts";
import type { DomainName } from "./domains.ts";
import type { Cdm } from "./engine/cdm.ts";
import type { Vocabulary } from "./engine/concept-sets.ts";
import { selectEvents } from "./engine/events.ts";

const domainOfWord = {
  condition: "ConditionOccurrence",
  drug: "DrugExposure",
  device: "DeviceExposure",
  measurement: "Measurement",
  observation: "Observation",
  procedure: "ProcedureOccurrence",
  visit: "VisitOccurrence",
} as const satisfies Record<string, DomainName>;

/** Circe's second, simpler kind of cohort: outcomes known not to be caused by an exposure, used to calibrate a study. */
export type NegativeControl = {
  readonly occurrence: "all" | "first";
  readonly domains: readonly (keyof typeof domainOfWord)[];
  /** True: records of the outcome's descendants; false: of the outcome concept itself. */
  readonly descendants: boolean;
};

/** A cohort row; it starts and ends on the day of the record. */
export type NegativeControlRow = { readonly outcome: number; readonly person: number; readonly day: number };

const everyRecord = (domain: DomainName): EventQuery => ({
  domain,
  codesetId: 0,
  sourceCodesetId: null,
  first: false,
  dateAdjustment: null,
  period: null,
  filters: [],
  correlated: null,
});

/** The days on which each outcome concept was recorded, by outcome, person and day. */
export function negativeControlRows(
  control: NegativeControl,
  outcomes: readonly number[],
  { cdm, vocabulary }: { readonly cdm: Cdm; readonly vocabulary: Vocabulary },
): NegativeControlRow[] {
  return outcomes.flatMap((outcome) => {
    const concepts = new Set(control.descendants ? vocabulary.descendants(outcome) : [outcome]);
    const codesets = new Map([[0, concepts]]);
    const days = control.domains
      .flatMap((word) => selectEvents(everyRecord(domainOfWord[word]), { cdm, codesets }))
      .map(({ person, start }) => ({ outcome, person, day: start }))
      .sort((a, b) => a.person - b.person || a.day - b.day);
    const isFirst = (row: NegativeControlRow, at: number) => days[at - 1]?.person !== row.person;
    return control.occurrence === "first" ? days.filter(isFirst) : days;
  });
}
