import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/circe/days.ts";
import { openCdm } from "../../src/circe/engine/cdm.ts";
import { openExecution } from "../../src/circe/engine/execution.ts";
import { cdmTables, circeBe, definitionOf, hasData, readTables } from "./circe-data.ts";

const adjusted = { DateAdjustment: { StartWith: "START_DATE", StartOffset: 15, EndWith: "END_DATE", EndOffset: -10 } };
const period = { UserDefinedPeriod: { StartDate: "2000-09-01", EndDate: "2000-09-30" } };
const set = (CodesetId: number) => ({ CodesetId, IsExclusion: false });

/** The three queries of a date case; a codeset n holds the concept n alone. */
const dated = (base: object, withPeriod: boolean): Record<string, object> => ({
  simple: base,
  date_adjust: { ...base, ...adjusted },
  ...(withPeriod ? { user_defined: { ...base, ...adjusted, ...period } } : {}),
});

const clinical = { CodesetId: 1, GenderCS: set(1), ProviderSpecialtyCS: set(3), VisitTypeCS: set(2) };

const cases: Record<string, { domain: string; queries: Record<string, object> }> = {
  ...Object.fromEntries(
    [
      "ConditionEra",
      "ConditionOccurrence",
      "Death",
      "DeviceExposure",
      "DoseEra",
      "DrugEra",
      "DrugExposure",
      "Measurement",
      "Observation",
      "ProcedureOccurrence",
      "VisitOccurrence",
      "VisitDetail",
    ].map((domain) => [
      `${domain[0]?.toLowerCase()}${domain.slice(1)}DateOffset`,
      { domain, queries: dated({ CodesetId: 1 }, false) },
    ]),
  ),
  observationPeriodDateOffset: { domain: "ObservationPeriod", queries: dated({}, true) },
  payerPlanPeriodDateOffset: { domain: "PayerPlanPeriod", queries: dated({}, true) },
  conditionEraConceptSet: {
    domain: "ConditionEra",
    queries: { conceptset: { CodesetId: 1, GenderCS: set(1) } },
  },
  conditionOccurrenceConceptSet: {
    domain: "ConditionOccurrence",
    queries: { conceptset: { ...clinical, ConditionTypeCS: set(1) } },
  },
  deathConceptSet: {
    domain: "Death",
    queries: { conceptset: { CodesetId: 1, GenderCS: set(1), DeathTypeCS: set(1) } },
  },
  deviceExposureConceptSet: {
    domain: "DeviceExposure",
    queries: { conceptset: { ...clinical, DeviceTypeCS: set(1) } },
  },
  doseEraConceptSet: {
    domain: "DoseEra",
    queries: { conceptset: { CodesetId: 1, GenderCS: set(1), UnitCS: set(3) } },
  },
  drugEraConceptSet: { domain: "DrugEra", queries: { conceptset: { CodesetId: 1, GenderCS: set(1) } } },
  drugExposureConceptSet: {
    domain: "DrugExposure",
    queries: { conceptset: { ...clinical, DrugTypeCS: set(2), DoseUnitCS: set(2), RouteConceptCS: set(3) } },
  },
  measurementConceptSet: {
    domain: "Measurement",
    queries: {
      conceptset: {
        ...clinical,
        MeasurementTypeCS: set(2),
        OperatorCS: set(3),
        ValueAsConceptCS: set(2),
        UnitCS: set(1),
      },
    },
  },
  observationConceptSet: {
    domain: "Observation",
    queries: {
      conceptset: {
        ...clinical,
        ObservationTypeCS: set(1),
        QualifierCS: set(3),
        ValueAsConceptCS: set(2),
        UnitCS: set(1),
      },
    },
  },
  observationPeriodConceptSet: {
    domain: "ObservationPeriod",
    queries: { conceptset: { PeriodTypeCS: set(1) } },
  },
  procedureOccurrenceConceptSet: {
    domain: "ProcedureOccurrence",
    queries: { conceptset: { ...clinical, ProcedureTypeCS: set(2), ModifierCS: set(3) } },
  },
  specimenConceptSet: {
    domain: "Specimen",
    queries: {
      conceptset: {
        CodesetId: 1,
        GenderCS: set(1),
        SpecimenTypeCS: set(2),
        UnitCS: set(3),
        AnatomicSiteCS: set(2),
        DiseaseStatusCS: set(3),
      },
    },
  },
  visitOccurrenceConceptSet: {
    domain: "VisitOccurrence",
    queries: {
      conceptset: {
        CodesetId: 1,
        GenderCS: set(1),
        VisitTypeCS: set(2),
        ProviderSpecialtyCS: set(3),
        PlaceOfServiceCS: set(2),
      },
    },
  },
};

const codesets = new Map([1, 2, 3].map((id) => [id, new Set([id])]));

/** The events of one criterion, in the columns of a VERIFY table. */
function eventRows(name: string, domain: string, body: object) {
  const cdm = openCdm(cdmTables(readTables(`criteria/${name}_PREP.json`)));
  const [query] = definitionOf({ PrimaryCriteria: { CriteriaList: [{ [domain]: body }] } }).entry.queries;
  if (query === undefined) throw new Error("no query");
  return openExecution({ cdm, codesets })
    .eventsOf(query)
    .toSorted((a, b) => a.person - b.person || a.start - b.start)
    .map((event) => ({
      person_id: event.person,
      event_id: event.id,
      start_date: formatDay(event.start),
      end_date: event.end === null ? null : formatDay(event.end),
      visit_occurrence_id: event.visit,
      sort_date: formatDay(event.sort),
    }));
}

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: the events of one criterion", () => {
  const tables = Object.entries(cases).flatMap(([name, { domain, queries }]) =>
    Object.entries(queries).map(([table, body]) => ({ name, domain, table, body })),
  );

  test.each(tables)("$name $table", ({ name, domain, table, body }) => {
    const expected = Object.entries(readTables(`criteria/${name}_VERIFY.json`)).find(([key]) =>
      key.endsWith(`.${table}`),
    );
    expect(eventRows(name, domain, body)).toEqual(expected?.[1]);
  });

  test("every VERIFY table of the folder is one of these cases", () => {
    const covered = Object.keys(cases).reduce(
      (n, name) => n + Object.keys(readTables(`criteria/${name}_VERIFY.json`)).length,
      0,
    );
    expect(covered).toBe(tables.length);
  });

  test("excluding a codeset keeps the records with another concept, and drops those with none", () => {
    const excluded = { CodesetId: 1, ProcedureTypeCS: { CodesetId: 2, IsExclusion: true } };
    const rows = eventRows("procedureOccurrenceConceptSet", "ProcedureOccurrence", excluded);
    expect(rows.map((row) => row.event_id)).toEqual([2, 3, 4, 5]);
    const noModifier = { CodesetId: 1, ModifierCS: { CodesetId: 3, IsExclusion: true } };
    expect(eventRows("procedureOccurrenceConceptSet", "ProcedureOccurrence", noModifier)).toEqual([]);
  });
});
