import type { CohortDefinition, Day, EventQuery, Exit } from "../definition.ts";
import { dayOf, numberOf } from "./cdm.ts";
import { joinEras, type Span } from "./eras.ts";
import { drugEnd } from "./events.ts";
import { byPerson, type Execution, type IndexEvent } from "./groups.ts";

type ContinuousDrug = Extract<Exit, { kind: "continuous-drug" }>;

/**
 * Eras of exposure to a drug concept set, found by standard or source concept: exposures, each lengthened by the offset,
 * joined over gaps of at most `gapDays`.
 */
function drugEras(exit: ContinuousDrug, execution: Execution): Map<number, Span[]> {
  const concepts = execution.codesets.get(exit.codesetId);
  const spans = execution.cdm.rows("drug_exposure").flatMap((row): Span[] => {
    const ids = [numberOf(row, "drug_concept_id"), numberOf(row, "drug_source_concept_id")];
    const [person, start] = [numberOf(row, "person_id"), dayOf(row, "drug_exposure_start_date")];
    if (person === null || start === null || !ids.some((id) => id !== null && concepts?.has(id) === true)) return [];
    const end = exit.daysSupplyOverride === null ? drugEnd(row, start) : start + exit.daysSupplyOverride;
    return [{ person, start, end: end + exit.offsetDays }];
  });
  return Map.groupBy(joinEras(spans, exit.gapDays), (era) => era.person);
}

function strategyEnds(exit: Exit, execution: Execution): (event: IndexEvent) => Day[] {
  switch (exit.kind) {
    case "observation-end":
      return () => [];
    case "date-offset":
      return (event) => {
        const from = exit.from === "start" ? event.start : event.end;
        return from === null ? [] : [Math.min(from + exit.offsetDays, event.observedEnd)];
      };
    case "continuous-drug": {
      const eras = drugEras(exit, execution);
      return (event) =>
        (eras.get(event.person) ?? [])
          .filter((era) => event.start >= era.start && event.start <= era.end)
          .map((era) => era.end);
    }
  }
}

function censorDays(query: EventQuery, execution: Execution): (event: IndexEvent) => Day[] {
  const events = byPerson(execution.eventsOf(query));
  return (index) =>
    (events.get(index.person) ?? [])
      .map((event) => event.start)
      .filter((day) => day >= index.start && day <= index.observedEnd);
}

/**
 * When a person leaves after an included event: the earliest of the exit strategy, the censoring events and the end of
 * observation. A date offset replaces the end of observation; when it lies before the event, the event is dropped (null).
 */
export function exitDays(definition: CohortDefinition, execution: Execution): (event: IndexEvent) => Day | null {
  const sources = [
    strategyEnds(definition.exit, execution),
    ...definition.censoring.map((query) => censorDays(query, execution)),
  ];
  if (definition.exit.kind !== "date-offset") sources.push((event) => [event.observedEnd]);
  return (event) => {
    const days = sources.flatMap((source) => source(event)).filter((day) => day >= event.start);
    return days.length === 0 ? null : Math.min(...days);
  };
}
