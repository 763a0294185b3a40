import { isoOfDay, spanOf } from "../dates.ts";
import { fromCanonical } from "../fhir/write-from-canonical.ts";
import type { Code, Fact, FactKind, PartialDate, PatientRecord } from "../schema.ts";
import { CONDITION_OCCURRENCE_ID } from "./event-fields.ts";
import { ConceptIds } from "./write-concepts.ts";
import { headerOf, lineOf, type OmopCells, type OmopTable, omopTables } from "./write-tables.ts";

export type OmopLine = { table: OmopTable; line: string };
export type OmopSource = { name: string; holder: string; description: string; release: string };

const EHR = 32817;
const comparatorConcepts = { "<": 4171756, "<=": 4171754, ">": 4172704, ">=": 4171755 } as const;
const visitConcepts: Readonly<Record<string, number>> = { "VISIT:inpatient": 9201, "VISIT:emergency": 9203 };

/**
 * Records as OMOP CDM 5.4 CSV, line by line, headers first. Codes without an OMOP id get one of the local range with a
 * CONCEPT row. An imprecise date is written as its first day, since a date column cannot say less; a missing one stays
 * empty. What the CDM has no place for (ruled out, of a relative, planned) is an OBSERVATION row that says so.
 */
export function* writeOmop(records: Iterable<PatientRecord>, source: OmopSource): Generator<OmopLine> {
  for (const table of Object.keys(omopTables) as OmopTable[]) yield { table, line: headerOf(table) };
  const writing: Writing = { concepts: new ConceptIds(), rows: new Map() };
  let person = 0;
  for (const record of records) {
    person++;
    yield* personLines(record, person);
    const conditions = conditionRows(record, writing.rows.get("condition_occurrence") ?? 0);
    for (const fact of record.facts) {
      const { table, cells } = linkedTo(conditions, fact, rowOf(writing, fact));
      const id = (writing.rows.get(table) ?? 0) + 1;
      writing.rows.set(table, id);
      yield { table, line: lineOf(table, { ...cells, [`${table}_id`]: id, person_id: person }) };
    }
  }
  for (const line of writing.concepts.lines()) yield { table: "concept", line };
  yield { table: "cdm_source", line: sourceLine(source) };
}

type Writing = { concepts: ConceptIds; rows: Map<OmopTable, number> };
type Row = { table: OmopTable; cells: OmopCells };

function* personLines({ person }: PatientRecord, id: number): Generator<OmopLine> {
  const [year, month, day] = (person.birth ?? "").slice(0, 10).split("-");
  const gender = person.sex === "male" ? 8507 : person.sex === "female" ? 8532 : 0;
  const cells = {
    person_id: id,
    gender_concept_id: gender,
    year_of_birth: year,
    month_of_birth: month === undefined ? null : Number(month),
    day_of_birth: day === undefined ? null : Number(day),
    race_concept_id: 0,
    ethnicity_concept_id: 0,
    person_source_value: person.id,
    gender_source_value: person.sex,
    gender_source_concept_id: 0,
  };
  yield { table: "person", line: lineOf("person", cells) };
  const { from, to } = person.observed;
  const period = { observation_period_id: id, person_id: id, period_type_concept_id: EHR };
  const days = { observation_period_start_date: firstDay(from), observation_period_end_date: firstDay(to) };
  if (from !== null || to !== null)
    yield { table: "observation_period", line: lineOf("observation_period", { ...period, ...days }) };
  if (person.death !== null) {
    const death = { person_id: id, death_date: firstDay(person.death), death_type_concept_id: EHR };
    yield { table: "death", line: lineOf("death", death) };
  }
}

/** Numbers that the rows of a record's diagnoses will have, by concept. */
function conditionRows({ facts }: PatientRecord, last: number): Map<string, number> {
  const rows = new Map<string, number>();
  let row = last;
  for (const fact of facts) {
    if (fact.kind !== "condition" || !isStated(fact)) continue;
    row++;
    if (fact.concept !== null && !rows.has(fact.concept)) rows.set(fact.concept, row);
  }
  return rows;
}

/** The row of a stage with a link to the diagnosis that was staged. */
function linkedTo(conditions: ReadonlyMap<string, number>, fact: Fact, row: Row): Row {
  const condition = fact.tumour === undefined ? undefined : conditions.get(fact.tumour);
  if (condition === undefined || row.table !== "measurement") return row;
  const link = { measurement_event_id: condition, meas_event_field_concept_id: CONDITION_OCCURRENCE_ID };
  return { ...row, cells: { ...row.cells, ...link } };
}

const firstDay = (date: PartialDate | null): string | null => (date === null ? null : isoOfDay(spanOf(date).lo));

const unknownCode = (fact: Fact): Code =>
  fact.codes[0] ?? { system: "urn:qinghao:concept", code: fact.concept ?? "unknown" };

const isStated = ({ assertion, kind }: Fact): boolean =>
  assertion === "present" || (assertion === "possible" && kind === "condition");

function rowOf(writing: Writing, fact: Fact): Row {
  return isStated(fact) ? writers[fact.kind](writing, fact) : unstatedRow(writing, fact);
}

const stated = (writing: Writing, fact: Fact, stem: string, domain: string): OmopCells => {
  const id = writing.concepts.idOf(unknownCode(fact), domain);
  return {
    [`${stem}_concept_id`]: id,
    [`${stem}_source_concept_id`]: id,
    [`${stem}_source_value`]: unknownCode(fact).code,
    [`${stem}_type_concept_id`]: EHR,
  };
};

const writers: Record<FactKind, (writing: Writing, fact: Fact) => Row> = {
  condition: (writing, fact) => ({
    table: "condition_occurrence",
    cells: {
      ...stated(writing, fact, "condition", "Condition"),
      condition_start_date: firstDay(fact.start),
      condition_end_date: firstDay(fact.end),
      condition_status_concept_id: fact.assertion === "possible" ? 32899 : null,
    },
  }),
  procedure: (writing, fact) => ({
    table: "procedure_occurrence",
    cells: {
      ...stated(writing, fact, "procedure", "Procedure"),
      procedure_date: firstDay(fact.start),
      procedure_end_date: firstDay(fact.end),
    },
  }),
  drug: (writing, fact) => ({
    table: "drug_exposure",
    cells: {
      ...stated(writing, fact, "drug", "Drug"),
      drug_exposure_start_date: firstDay(fact.start),
      drug_exposure_end_date: firstDay(fact.end),
      sig: fact.dose === undefined ? null : `${fact.dose.value} ${fact.dose.unit}/d`,
      dose_unit_source_value: fact.dose?.unit,
    },
  }),
  visit: (_, fact) => ({
    table: "visit_occurrence",
    cells: {
      visit_concept_id: visitConcepts[fact.concept ?? ""] ?? 9202,
      visit_start_date: firstDay(fact.start),
      visit_end_date: firstDay(fact.end ?? fact.start),
      visit_type_concept_id: EHR,
      visit_source_value: fact.codes[0]?.display ?? fact.concept,
      visit_source_concept_id: 0,
    },
  }),
  measurement: measurementRow,
  variant: measurementRow,
  stage: measurementRow,
  status: (writing, fact) => observationRow(writing, fact, 4188539),
  consent: (writing, fact) => observationRow(writing, fact, 4188539),
  allergy: (writing, fact) => {
    const allergy: Code = { system: "urn:qinghao:assertion", code: "allergy", display: "Allergy" };
    return observationRow(writing, fact, writing.concepts.idOf(allergy, "Meas Value"));
  },
};

function measurementRow(writing: Writing, fact: Fact): Row {
  const { value } = fact;
  const answer = fact.kind === "stage" ? fact.codes[1] : value?.type === "code" ? value.codes[0] : undefined;
  const words = value?.type === "text" ? value.text : value?.type === "boolean" ? String(value.value) : fact.alteration;
  const cells = {
    ...stated(writing, fact, "measurement", "Measurement"),
    measurement_date: firstDay(fact.start),
    value_as_concept_id: answer === undefined ? null : writing.concepts.idOf(answer, "Meas Value"),
    value_source_value: words ?? answer?.display ?? answer?.code ?? null,
  };
  if (value?.type !== "quantity") return { table: "measurement", cells };
  const limit = (one: number | undefined) => (one === undefined ? null : fromCanonical(one, fact.concept, value));
  return {
    table: "measurement",
    cells: {
      ...cells,
      operator_concept_id: value.comparator === undefined ? null : comparatorConcepts[value.comparator],
      value_as_number: value.value,
      unit_concept_id:
        value.ucum === null
          ? null
          : writing.concepts.idOf({ system: "http://unitsofmeasure.org", code: value.ucum }, "Unit"),
      unit_source_value: value.unit,
      range_low: limit(value.low),
      range_high: limit(value.high),
    },
  };
}

const observationRow = (writing: Writing, fact: Fact, answer: number, words?: string): Row => ({
  table: "observation",
  cells: {
    ...stated(writing, fact, "observation", "Observation"),
    observation_date: firstDay(fact.start),
    value_as_concept_id: answer,
    value_as_string: words,
    qualifier_source_value: fact.kind,
  },
});

function unstatedRow(writing: Writing, fact: Fact): Row {
  if (fact.assertion === "absent") return observationRow(writing, fact, 4132135, "absent");
  const answer: Code = { system: "urn:qinghao:assertion", code: fact.assertion };
  return observationRow(writing, fact, writing.concepts.idOf(answer, "Meas Value"), fact.assertion);
}

const sourceLine = ({ name, holder, description, release }: OmopSource): string =>
  lineOf("cdm_source", {
    cdm_source_name: name,
    cdm_source_abbreviation: name.slice(0, 25),
    cdm_holder: holder,
    source_description: description,
    source_release_date: release,
    cdm_release_date: release,
    cdm_version: "5.4",
    cdm_version_concept_id: 756265,
    vocabulary_version: "none",
  });
