import { factOfObservation } from "../read/fact-of-observation.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import { UnmappedCounter } from "../read/unmapped-counter.ts";
import type { CodeResolver } from "../resolver.ts";
import { assertions, type Code, type Fact, type FactKind, type Person } from "../schema.ts";
import { type ConceptLookup, codesOfRow, conceptTable } from "./concepts.ts";
import { CONDITION_OCCURRENCE_ID } from "./event-fields.ts";
import { type CsvRow, dateOfCell, numberOf, type OmopTables } from "./rows.ts";

/** Operators of OMOP's Meas Value Operator domain. */
const comparatorOf: Readonly<Record<string, "<" | "<=" | ">" | ">=">> = {
  "4171756": "<",
  "4171754": "<=",
  "4172704": ">",
  "4171755": ">=",
};

/** Visit concepts: inpatient (9201), emergency (9203, 262: emergency then inpatient); all others count as outpatient. */
const settingOf: Readonly<Record<string, string>> = {
  "9201": "VISIT:inpatient",
  "262": "VISIT:inpatient",
  "9203": "VISIT:emergency",
};

/** Condition status concepts that do not state a confirmed diagnosis: preliminary, admission, differential. */
const uncertainStatus = new Set(["32899", "4033240", "32894"]);

type Reading = {
  resolver: CodeResolver;
  unmapped: UnmappedCounter;
  conceptOf: ConceptLookup;
  /** Concepts of the conditions by the number of their row; what a measurement may be of. */
  conditions: Map<string, string>;
  add(fact: Fact): void;
};

/**
 * Reads OMOP CDM 5.4 tables into records. Codes come from the CONCEPT rows given; a concept id without its row, a code
 * without meaning and a unit that cannot be read are counted in `unmapped`.
 * @param conceptOf where the tables hold some patients of many: the CONCEPT rows of all, read once
 */
export function readOmop(
  tables: OmopTables,
  resolver: CodeResolver,
  conceptOf: ConceptLookup = conceptTable(tables("concept")),
): ReadOutcome {
  const unmapped = new UnmappedCounter();
  const people = readPeople(tables, unmapped);
  const facts = new Map<string, Fact[]>([...people.keys()].map((id) => [id, []]));
  const reading: Reading = {
    resolver,
    unmapped,
    conceptOf,
    conditions: new Map(),
    add(fact) {
      const group = facts.get(fact.patient);
      if (group) group.push(fact);
      else unmapped.add("row", fact.source.table, "", "names a person that the PERSON table does not hold");
    },
  };
  for (const row of tables("condition_occurrence")) readCondition(reading, row);
  for (const row of tables("drug_exposure")) readDrug(reading, row);
  for (const row of tables("procedure_occurrence")) readProcedure(reading, row);
  for (const row of tables("measurement")) readMeasurement(reading, row, "measurement");
  for (const row of tables("observation")) readMeasurement(reading, row, "observation");
  for (const row of tables("visit_occurrence")) readVisit(reading, row);
  return {
    records: [...people].map(([id, person]) => ({ person, facts: facts.get(id)! })),
    unmapped: unmapped.rows(),
  };
}

function readPeople(tables: OmopTables, unmapped: UnmappedCounter): Map<string, Person> {
  const deaths = new Map<string, string | null>();
  for (const row of tables("death")) deaths.set(row.person_id ?? "", dateOfCell(row.death_date ?? row.death_datetime));
  const observed = new Map<string, Person["observed"]>();
  for (const row of tables("observation_period")) {
    const id = row.person_id ?? "";
    const from = dateOfCell(row.observation_period_start_date);
    const to = dateOfCell(row.observation_period_end_date);
    const known = observed.get(id);
    observed.set(id, {
      from: known?.from && from && known.from < from ? known.from : from,
      to: known?.to && to && known.to > to ? known.to : to,
    });
  }
  const people = new Map<string, Person>();
  for (const row of tables("person")) {
    const id = row.person_id ?? "";
    if (id === "") {
      unmapped.add("row", "person", "", "has no person_id");
      continue;
    }
    const two = (text: string | undefined) => (text ? text.padStart(2, "0") : undefined);
    const parts = [row.year_of_birth, two(row.month_of_birth), two(row.day_of_birth)];
    const missing = parts.findIndex((part) => !part);
    const birth = parts.slice(0, missing < 0 ? 3 : missing).join("-");
    people.set(id, {
      id,
      sex: row.gender_concept_id === "8507" ? "male" : row.gender_concept_id === "8532" ? "female" : "unknown",
      birth: birth === "" ? null : birth,
      death: deaths.get(id) ?? null,
      observed: observed.get(id) ?? { from: null, to: null },
      source: { table: "person", row: id },
    });
  }
  return people;
}

function base(reading: Reading, row: CsvRow, table: string, stem: string, kind: FactKind) {
  const codes = codesOfRow(reading.conceptOf, row, stem);
  const found = reading.resolver.resolve(codes, kind);
  if (found === null) {
    const code = codes[0] ?? { system: "omop", code: row[`${stem}_concept_id`] ?? "" };
    reading.unmapped.add(
      "code",
      code.system,
      code.code,
      codes.length === 0 ? "no CONCEPT row" : "no concept",
      codes[0]?.display,
    );
  }
  const id = row[`${table}_id`] ?? "";
  return {
    id: `${table}/${id}`,
    patient: row.person_id ?? "",
    kind,
    codes,
    concept: found?.concept ?? null,
    via: found?.via ?? ("none" as const),
    assertion: "present" as Fact["assertion"],
    value: null,
    source: { table, row: id },
  };
}

function readCondition(reading: Reading, row: CsvRow): void {
  const assertion = uncertainStatus.has(row.condition_status_concept_id ?? "") ? "possible" : "present";
  const coded = base(reading, row, "condition_occurrence", "condition", "condition");
  if (coded.concept !== null) reading.conditions.set(coded.source.row, coded.concept);
  reading.add({
    ...coded,
    assertion,
    start: dateOfCell(row.condition_start_date),
    end: dateOfCell(row.condition_end_date),
  });
}

function readDrug(reading: Reading, row: CsvRow): void {
  reading.add({
    ...base(reading, row, "drug_exposure", "drug", "drug"),
    start: dateOfCell(row.drug_exposure_start_date),
    end: dateOfCell(row.drug_exposure_end_date ?? row.verbatim_end_date),
  });
}

function readProcedure(reading: Reading, row: CsvRow): void {
  const start = dateOfCell(row.procedure_date);
  reading.add({
    ...base(reading, row, "procedure_occurrence", "procedure", "procedure"),
    start,
    end: dateOfCell(row.procedure_end_date),
  });
}

function readMeasurement(reading: Reading, row: CsvRow, table: "measurement" | "observation"): void {
  const codes = codesOfRow(reading.conceptOf, row, table);
  const answer = reading.conceptOf(row.value_as_concept_id);
  const number = numberOf(row.value_as_number);
  const unit = reading.conceptOf(row.unit_concept_id);
  const comparator = comparatorOf[row.operator_concept_id ?? ""];
  const low = numberOf(row.range_low);
  const high = numberOf(row.range_high);
  const words = row.value_as_string || row.value_source_value || "";
  const id = row[`${table}_id`] ?? "";
  if (table === "observation" && number === null) {
    const event = eventOfObservation(reading, row, codes, answer);
    if (event !== null) {
      reading.add(event);
      return;
    }
  }
  reading.add(
    factOfObservation(
      {
        id: `${table}/${id}`,
        patient: row.person_id ?? "",
        codes,
        start: dateOfCell(row[`${table}_date`]),
        quantity:
          number === null
            ? null
            : {
                value: number,
                ...(comparator === undefined ? {} : { comparator }),
                unit: row.unit_source_value || unit?.code || null,
                ...(unit === null ? {} : { ucum: unit.code }),
                ...(low === null ? {} : { low }),
                ...(high === null ? {} : { high }),
              },
        answer: answer === null ? (words === "" ? null : words) : [answer],
        truth: { present: true, absent: false }[answers[row.value_as_concept_id ?? ""] as "present" | "absent"] ?? null,
        possible: false,
        ...(answer !== null && row.value_source_value && row.value_source_value !== answer.display
          ? { alteration: row.value_source_value.replace(/^p\./i, "").toUpperCase() }
          : {}),
        tumour: conditionOf(reading, row),
        source: { table, row: id },
      },
      reading.resolver,
      reading.unmapped,
    ),
  );
}

/** The condition that a row is linked to by the CDM's event columns. */
function conditionOf(reading: Reading, row: CsvRow): string | null {
  const field = row.meas_event_field_concept_id ?? row.obs_event_field_concept_id ?? "";
  const event = row.measurement_event_id ?? row.observation_event_id ?? "";
  return field === CONDITION_OCCURRENCE_ID ? (reading.conditions.get(event) ?? null) : null;
}

/** Answers of OMOP's standard vocabulary to "is it so": Yes, Present, No, Absent. */
const answers: Readonly<Record<string, Fact["assertion"]>> = {
  "4188539": "present",
  "4181412": "present",
  "4188540": "absent",
  "4132135": "absent",
};
const statedKinds = ["condition", "procedure", "drug", "allergy"] as const;

/**
 * Observations hold what has no table of its own: what was ruled out or belongs to a relative, allergies, diagnoses from
 * a history. `qualifier_source_value` may name the kind. Null for a row that is a measurement, a status or an answer.
 */
function eventOfObservation(reading: Reading, row: CsvRow, codes: readonly Code[], answer: Code | null): Fact | null {
  const qualifier = statedKinds.find((kind) => kind === row.qualifier_source_value);
  const said = answer?.system === "urn:qinghao:assertion" ? assertions.find((one) => one === answer.code) : undefined;
  const standard = answers[row.value_as_concept_id ?? ""];
  if (qualifier === undefined && answer !== null && said === undefined && standard === undefined) return null;
  const kind = qualifier ?? (reading.resolver.resolve(codes, "condition") === null ? null : "condition");
  if (kind === null) return null;
  return {
    ...base(reading, row, "observation", "observation", kind),
    assertion: said ?? standard ?? "present",
    start: dateOfCell(row.observation_date),
    end: null,
  };
}

function readVisit(reading: Reading, row: CsvRow): void {
  const id = row.visit_occurrence_id ?? "";
  const concept = row.visit_concept_id ?? "";
  reading.add({
    id: `visit_occurrence/${id}`,
    patient: row.person_id ?? "",
    kind: "visit",
    codes: [{ system: "omop", code: concept }],
    concept: settingOf[concept] ?? "VISIT:outpatient",
    via: "code",
    assertion: "present",
    start: dateOfCell(row.visit_start_date),
    end: dateOfCell(row.visit_end_date),
    value: null,
    source: { table: "visit_occurrence", row: id },
  });
}
