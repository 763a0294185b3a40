import type { CriteriaGroup, EventQuery } from "../definition.ts";
import { type CirceEvent, keyOf, selectEvents } from "./events.ts";
import type { FilterContext } from "./filters.ts";
import { type Execution, evaluateGroup } from "./groups.ts";

const isEmptyGroup = (group: CriteriaGroup): boolean =>
  group.criteria.length === 0 && group.demographics.length === 0 && group.groups.length === 0;

/** Only events within an observation period can be asked about what surrounds them. */
function withCorrelated(events: readonly CirceEvent[], group: CriteriaGroup | null, execution: Execution) {
  if (group === null || isEmptyGroup(group)) return events;
  const index = events.flatMap((event) =>
    execution.cdm
      .observed(event.person)
      .filter((span) => span.start <= event.start && span.end >= event.start)
      .map((span) => ({ ...event, observedStart: span.start, observedEnd: span.end })),
  );
  const met = evaluateGroup(group, index, execution);
  return events.filter((event) => met.has(keyOf(event)));
}

/** Opens one execution over data and resolved concept sets; a query that occurs twice runs once. */
export function openExecution(context: FilterContext): Execution {
  const known = new Map<EventQuery, readonly CirceEvent[]>();
  const execution: Execution = {
    ...context,
    eventsOf: (query) => {
      const events = known.get(query) ?? withCorrelated(selectEvents(query, context), query.correlated, execution);
      known.set(query, events);
      return events;
    },
  };
  return execution;
}
