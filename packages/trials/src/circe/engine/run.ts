import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { trialsErrors } from "../../errors.ts";
import type { CohortDefinition, Limit } from "../definition.ts";
import type { Cdm } from "./cdm.ts";
import { resolveConceptSets, type Vocabulary } from "./concept-sets.ts";
import { joinEras, type Span } from "./eras.ts";
import { type CirceEvent, keyOf } from "./events.ts";
import { openExecution } from "./execution.ts";
import { exitDays } from "./exits.ts";
import { type Execution, evaluateGroup, type IndexEvent } from "./groups.ts";
import { bestEvents, type InclusionReport, type JudgedEvent, judgeEvents, reportInclusion } from "./inclusion.ts";

export type CohortRun = {
  /** Cohort rows, by subject and start. */
  readonly rows: readonly Span[];
  /** Inclusion rules over all qualified events, and over each person's best event. */
  readonly byEvent: InclusionReport;
  readonly byPerson: InclusionReport;
  /** People whom the censor window removed. */
  readonly lostToCensorWindow: number;
};

type EntryEvent = CirceEvent & { readonly observedStart: number; readonly observedEnd: number };

function entryEvents(definition: CohortDefinition, execution: Execution): IndexEvent[] {
  const { queries, priorDays, postDays, limit } = definition.entry;
  const observed = queries
    .flatMap((query) => execution.eventsOf(query))
    .flatMap((event): EntryEvent[] =>
      execution.cdm
        .observed(event.person)
        .filter((span) => span.start <= event.start && event.start <= span.end)
        .filter((span) => span.start + priorDays <= event.start && event.start + postDays <= span.end)
        .map((span) => ({ ...event, observedStart: span.start, observedEnd: span.end })),
    );
  const direction = limit === "last" ? -1 : 1;
  const out: IndexEvent[] = [];
  for (const own of Map.groupBy(observed, (event) => event.person).values()) {
    const ordered = own.sort((a, b) => direction * (a.sort - b.sort) || a.id - b.id);
    const kept = limit === "all" ? ordered : ordered.slice(0, 1);
    kept.forEach((event, at) => {
      out.push({ ...event, id: at + 1 });
    });
  }
  return out;
}

function limited<T>(items: readonly T[], limit: Limit, event: (item: T) => IndexEvent): readonly T[] {
  if (limit === "all") return items;
  const direction = limit === "last" ? -1 : 1;
  return [...Map.groupBy(items, (item) => event(item).person).values()].flatMap((own) =>
    own.toSorted((a, b) => direction * (event(a).start - event(b).start) || event(a).id - event(b).id).slice(0, 1),
  );
}

function qualifiedEvents(definition: CohortDefinition, execution: Execution): readonly IndexEvent[] {
  const entry = entryEvents(definition, execution);
  if (definition.qualifying === null) return entry;
  const met = evaluateGroup(definition.qualifying.group, entry, execution);
  return limited(
    entry.filter((event) => met.has(keyOf(event))),
    definition.qualifiedLimit,
    (event) => event,
  );
}

function clamp(rows: readonly Span[], { start, end }: CohortDefinition["censorWindow"]): Span[] {
  return rows
    .map((row) => ({ ...row, start: Math.max(row.start, start ?? row.start), end: Math.min(row.end, end ?? row.end) }))
    .filter((row) => row.start <= row.end);
}

const people = (rows: readonly Span[]): number => new Set(rows.map((row) => row.person)).size;

function run(definition: CohortDefinition, execution: Execution): CohortRun {
  const judged = judgeEvents(definition, qualifiedEvents(definition, execution), execution);
  const ruleCount = definition.inclusionRules.length;
  const everyRule = (1n << BigInt(ruleCount)) - 1n;
  const included: readonly JudgedEvent[] = limited(
    judged.filter(({ mask }) => mask === everyRule),
    definition.expressionLimit,
    ({ event }) => event,
  );
  const exitDay = exitDays(definition, execution);
  const spans = included.flatMap(({ event }): Span[] => {
    const end = exitDay(event);
    return end === null ? [] : [{ person: event.person, start: event.start, end }];
  });
  const joined = joinEras(spans, definition.collapse.eraPadDays);
  const rows = clamp(joined, definition.censorWindow);
  return {
    rows,
    byEvent: reportInclusion(judged, ruleCount),
    byPerson: reportInclusion(bestEvents(judged), ruleCount),
    lostToCensorWindow: people(joined) - people(rows),
  };
}

/**
 * Runs a cohort definition over CDM rows in memory: the reference of what a Circe definition means.
 * Fails with `circe.unsupported` when the definition holds fields that the schema does not know.
 * Source: the OHDSI Circe expression format and its published test cases. Cost: about the rows read times the criteria.
 */
export function runCohort(
  definition: CohortDefinition,
  data: { readonly cdm: Cdm; readonly vocabulary: Vocabulary },
): Result<CohortRun, QinghaoError> {
  const [field] = definition.unknown;
  if (field !== undefined) {
    return err(trialsErrors.create("circe.unsupported", { reason: `${field.pointer} is not known` }));
  }
  const codesets = resolveConceptSets(definition.conceptSets, data.vocabulary);
  return ok(run(definition, openExecution({ cdm: data.cdm, codesets })));
}
