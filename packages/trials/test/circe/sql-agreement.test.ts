import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { createRng, unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import { domainNames, domainOf } from "../../src/circe/domains.ts";
import type { CdmRow, CdmTables } from "../../src/circe/engine/cdm.ts";
import { openCdm, openVocabulary, runCohort } from "../../src/circe/index.ts";
import { loadCdm, readOmopFolder, runCohortOnDuckDb } from "../../src/circe/node.ts";
import { cdmColumns } from "../../src/circe/sql/cdm-columns.ts";
import { allDefinitions, definitionOf, hasData, omopSample, phenotypeLibrary } from "./circe-data.ts";
import { poolOf, randomDefinition } from "./random-definition.ts";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
});

/** A small CDM of random records of every table, with gaps in it. */
function randomTables(seed: number): CdmTables {
  const rng = createRng(seed);
  const date = () => `20${10 + rng.int(5)}-0${1 + rng.int(9)}-1${rng.int(10)}`;
  const people = 12;
  const columns = cdmColumns();
  const tables: Record<string, CdmRow[]> = {};
  const cell = (column: string, type: string, id: number): string | number | null => {
    if (column === "year_of_birth") return 1930 + rng.int(80);
    if (column === "domain_id") return rng.next() < 0.5 ? "PERSON" : "CARE_SITE";
    if (column === "entity_id" || column === "person_id") return 1 + rng.int(people);
    if (column.endsWith("_id") && !column.includes("concept")) {
      return ["provider_id", "care_site_id", "visit_occurrence_id", "location_id"].includes(column)
        ? 1 + rng.int(6)
        : id;
    }
    if (rng.next() < 0.1) return null;
    if (type === "date") return date();
    if (type === "varchar") return ["abc", "bcd", "a'b"][rng.int(3)]!;
    return column.includes("concept") ? 1 + rng.int(5) : rng.int(40);
  };
  for (const table of new Set([
    "person",
    "provider",
    "care_site",
    "location",
    ...domainNames.map((name) => domainOf(name).table),
  ])) {
    const count = table === "person" ? people : table === "observation_period" ? people : 40;
    tables[table] = Array.from({ length: count }, (_, at) => {
      const row: Record<string, string | number | null> = {};
      for (const [column, type] of Object.entries(columns.get(table) ?? {})) row[column] = cell(column, type, at + 1);
      const [start, end] = Object.entries(columns.get(table) ?? {})
        .filter(([, type]) => type === "date")
        .map(([column]) => column)
        .sort()
        .reverse();
      if (start !== undefined && row[start] === null) row[start] = date();
      if (
        start !== undefined &&
        end !== undefined &&
        typeof row[end] === "string" &&
        String(row[end]) < String(row[start])
      )
        row[end] = row[start] ?? null;
      return row;
    });
  }
  tables.person?.forEach((row, at) => {
    Object.assign(row, { person_id: at + 1 });
  });
  // Keys are unique, as in any CDM.
  for (const table of ["provider", "care_site", "location"]) {
    tables[table] = (tables[table] ?? []).slice(0, 6).map((row, at) => ({ ...row, [`${table}_id`]: at + 1 }));
  }
  tables.visit_occurrence?.forEach((row, at) => {
    Object.assign(row, { visit_occurrence_id: at + 1 });
  });
  tables.observation_period = Array.from({ length: people }, (_, at) => ({
    observation_period_id: at + 1,
    person_id: at + 1,
    observation_period_start_date: `201${rng.int(2)}-01-01`,
    observation_period_end_date: `201${3 + rng.int(3)}-06-30`,
    period_type_concept_id: 1 + rng.int(3),
  }));
  return tables;
}

const vocabularyTables = {
  concept: [1, 2, 3, 4, 5].map((concept_id) => ({ concept_id, invalid_reason: null })),
  concept_ancestor: [2, 3].map((id) => ({ ancestor_concept_id: 1, descendant_concept_id: id })),
  concept_relationship: [{ concept_id_1: 5, concept_id_2: 2, relationship_id: "Maps to", invalid_reason: null }],
};

test.each([1, 2, 3, 4])(
  "random definitions on random records agree in memory and on DuckDB (seed %i)",
  async (seed) => {
    const tables = randomTables(seed);
    await loadCdm(connection, { ...tables, ...vocabularyTables });
    const [cdm, vocabulary] = [openCdm(tables), openVocabulary(vocabularyTables)];
    const rng = createRng(seed);
    const pool = poolOf(cdm);
    let nonEmpty = 0;
    for (let at = 0; at < 40; at++) {
      const json = randomDefinition(rng, pool, ["Death.First"]);
      const definition = definitionOf(json);
      const expected = unwrap(runCohort(definition, { cdm, vocabulary }));
      const actual = unwrap(await runCohortOnDuckDb(connection, definition));
      if (expected.rows.length > 0) nonEmpty++;
      expect(actual, JSON.stringify(json)).toEqual(expected);
    }
    expect(nonEmpty).toBeGreaterThan(8);
  },
);

test("many events of one day and person are joined alike on both engines", async () => {
  const people = Array.from({ length: 20 }, (_, at) => at + 1);
  const tables = {
    person: people.map((person_id) => ({ person_id, year_of_birth: 1950 })),
    observation_period: people.map((person_id) => ({
      observation_period_id: person_id,
      person_id,
      observation_period_start_date: "2000-01-01",
      observation_period_end_date: "2020-01-01",
    })),
    observation: people.flatMap((person_id) =>
      Array.from({ length: 400 }, (_, at) => ({
        observation_id: person_id * 1000 + at,
        person_id,
        observation_concept_id: 1,
        observation_date: `20${10 + (at % 8)}-03-01`,
      })),
    ),
  };
  await loadCdm(connection, { ...tables, ...vocabularyTables });
  const definition = definitionOf({
    PrimaryCriteria: { CriteriaList: [{ Observation: {} }] },
    EndStrategy: { DateOffset: { DateField: "EndDate", Offset: 3 } },
  });
  const expected = unwrap(runCohort(definition, { cdm: openCdm(tables), vocabulary: openVocabulary({}) }));
  expect(expected.rows).toHaveLength(160);
  expect(unwrap(await runCohortOnDuckDb(connection, definition))).toEqual(expected);
});

describe.skipIf(!hasData(omopSample) || !hasData(phenotypeLibrary))("the OHDSI phenotypes on the OMOP sample", () => {
  test("agree in memory and on DuckDB", async () => {
    const { tables, vocabulary } = readOmopFolder(omopSample);
    await loadCdm(connection, { ...tables, ...vocabulary });
    const data = { cdm: openCdm(tables), vocabulary: openVocabulary(vocabulary) };
    const some = allDefinitions().filter(({ name }, at) => name.includes("phenotype") && at % 4 === 0);
    expect(some.length).toBeGreaterThan(40);
    for (const { name, json } of some) {
      const definition = definitionOf(json);
      expect(unwrap(await runCohortOnDuckDb(connection, definition)), name).toEqual(
        unwrap(runCohort(definition, data)),
      );
    }
  });
});
