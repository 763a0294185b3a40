import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/circe/days.ts";
import type { CountColumn } from "../../src/circe/definition.ts";
import { openCdm } from "../../src/circe/engine/cdm.ts";
import { openExecution } from "../../src/circe/engine/execution.ts";
import { correlates, countValue, evaluateGroup, type IndexEvent } from "../../src/circe/engine/groups.ts";
import { cdmTables, circeBe, definitionOf, hasData, readTables, type TableFile } from "./circe-data.ts";

const priorYear = { Start: { Days: 365, Coeff: -1 }, End: { Days: 0, Coeff: -1 } };
const anyTime = { Start: { Coeff: -1 }, End: { Coeff: 1 } };
const atLeastOne = { Type: 2, Count: 1 };

const day = (value: unknown): number => parseDay(String(value)) ?? Number.NaN;

/** The cohort of a PREP file as index events, each with the observation period around it. */
function indexEvents(file: TableFile): IndexEvent[] {
  const cohort = Object.entries(file).find(([name]) => name.endsWith(".cohort"))?.[1] ?? [];
  const cdm = openCdm(cdmTables(file));
  const perPerson = Map.groupBy(cohort, (row) => Number(row.subject_id));
  return [...perPerson].flatMap(([person, rows]) =>
    rows.flatMap((row, at) => {
      const start = day(row.cohort_start_date);
      return cdm
        .observed(person)
        .filter((span) => span.start <= start && start <= span.end)
        .map((span) => ({
          person,
          id: at + 1,
          start,
          end: day(row.cohort_end_date),
          visit: null,
          observedStart: span.start,
          observedEnd: span.end,
        }));
    }),
  );
}

const groupOf = (correlated: object) => {
  const { qualifying } = definitionOf({ AdditionalCriteria: { Type: "ALL", CriteriaList: [correlated] } });
  if (qualifying === null) throw new Error("no group");
  return qualifying.group;
};

const windows: [string, string, object, object][] = [
  ["windowConditionEra", "ConditionEra", {}, priorYear],
  ["windowConditionOccurrence", "ConditionOccurrence", {}, priorYear],
  ["windowDeath", "Death", {}, priorYear],
  ["windowDeviceExposure", "DeviceExposure", {}, priorYear],
  ["windowDoseEra", "DoseEra", {}, priorYear],
  ["windowDrugEra", "DrugEra", {}, priorYear],
  ["windowDrugExposure", "DrugExposure", {}, priorYear],
  ["windowMeasurement", "Measurement", {}, priorYear],
  ["windowObservation", "Observation", {}, priorYear],
  ["windowObservationPeriod", "ObservationPeriod", {}, priorYear],
  [
    "windowObservationPeriodUserDefined",
    "ObservationPeriod",
    { UserDefinedPeriod: { StartDate: "2008-01-01", EndDate: "2009-01-01" } },
    anyTime,
  ],
  ["windowProcedureOccurrence", "ProcedureOccurrence", {}, priorYear],
  ["windowSpecimen", "Specimen", {}, priorYear],
  ["windowVisitDetail", "VisitDetail", {}, priorYear],
  ["windowVisitOccurrence", "VisitOccurrence", {}, priorYear],
];

const countColumnOf: Record<string, CountColumn> = {
  domain_concept_id: "DOMAIN_CONCEPT",
  duration: "DURATION",
  occurrence_count: "ERA_OCCURRENCES",
  unit_concept_id: "UNIT",
  value_as_number: "VALUE_AS_NUMBER",
  quantity: "QUANTITY",
  refills: "REFILLS",
  days_supply: "DAYS_SUPPLY",
  range_high: "RANGE_HIGH",
  range_low: "RANGE_LOW",
  gap_days: "GAP_DAYS",
};

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: events within a window", () => {
  test.each(windows)("%s", (name, domain, body, window) => {
    const file = readTables(`windowcriteria/${name}_PREP.json`);
    const [criterion] = groupOf({ Criteria: { [domain]: body }, StartWindow: window, Occurrence: atLeastOne }).criteria;
    if (criterion === undefined) throw new Error("no criterion");
    const events = openExecution({ cdm: openCdm(cdmTables(file)), codesets: new Map() }).eventsOf(criterion.query);
    const found = indexEvents(file).flatMap((index) =>
      events
        .filter((event) => event.person === index.person && correlates(criterion, event, index))
        .map((event) => ({ event, index })),
    );
    for (const [table, rows] of Object.entries(readTables(`windowcriteria/${name}_VERIFY.json`))) {
      const columns = Object.keys(rows[0] ?? {});
      const actual = found.map(({ event, index }) =>
        Object.fromEntries(
          columns.map((column) => {
            if (column === "person_id") return [column, index.person];
            if (column === "event_id") return [column, index.id];
            if (column === "start_date") return [column, formatDay(event.start)];
            if (column === "end_date") return [column, event.end === null ? null : formatDay(event.end)];
            const counted = countColumnOf[column];
            return [column, counted === undefined ? undefined : countValue(counted, event, criterion.query)];
          }),
        ),
      );
      expect(actual, table).toEqual(rows);
    }
  });
});

const condition = { Criteria: { ConditionOccurrence: {} }, StartWindow: priorYear };
const distinct = (CountColumn?: string) => ({
  ...condition,
  Occurrence: { Type: 2, Count: 2, IsDistinct: true, ...(CountColumn === undefined ? {} : { CountColumn }) },
});
const visitDetail = (body: object) => ({
  Criteria: { VisitDetail: body },
  StartWindow: priorYear,
  Occurrence: { Type: 0, Count: 1 },
});
const chosen = (IsExclusion: boolean) => ({ CodesetId: 1, IsExclusion });

const groups: [file: string, table: string, object][] = [
  ["distinctStart", "output", distinct("START_DATE")],
  ["distinctVisit", "output", distinct("VISIT_ID")],
  ["distinctDefault", "output", distinct()],
  ["simpleInclusion", "inclusion", { ...condition, Occurrence: atLeastOne }],
  ["simpleInclusion", "exclusion", { ...condition, Occurrence: { Type: 0, Count: 0 } }],
  ["visitDetailCodesetCriteria", "gender_in_codeset", visitDetail({ GenderCS: chosen(false) })],
  ["visitDetailCodesetCriteria", "gender_not_in_codeset", visitDetail({ GenderCS: chosen(true) })],
  ["visitDetailCodesetCriteria", "provider_in_codeset", visitDetail({ ProviderSpecialtyCS: chosen(false) })],
  ["visitDetailCodesetCriteria", "provider_not_in_codeset", visitDetail({ ProviderSpecialtyCS: chosen(true) })],
  ["visitDetailCodesetCriteria", "provider_in_codeset", visitDetail({ PlaceOfServiceCS: chosen(false) })],
  ["visitDetailCodesetCriteria", "provider_not_in_codeset", visitDetail({ PlaceOfServiceCS: chosen(true) })],
];

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: groups of correlated criteria", () => {
  test.each(groups)("%s %s", (name, table, correlated) => {
    const file = readTables(`corelatedcriteria/${name}_PREP.json`);
    const listed = Object.entries(file).find(([key]) => key.endsWith(".codesets"))?.[1] ?? [];
    const codesets = new Map(
      [...Map.groupBy(listed, (row) => Number(row.codeset_id))].map(([id, rows]) => [
        id,
        new Set(rows.map((row) => Number(row.concept_id))),
      ]),
    );
    const execution = openExecution({ cdm: openCdm(cdmTables(file)), codesets });
    const met = evaluateGroup(groupOf(correlated), indexEvents(file), execution);
    const expected = Object.entries(readTables(`corelatedcriteria/${name}_VERIFY.json`)).find(([key]) =>
      key.endsWith(`.${table}`),
    )?.[1];
    expect([...met]).toEqual(expected?.map((row) => `${row.person_id}:${row.event_id}`));
  });
});
