import { describe, expect, it } from "vitest";
import { readFhir } from "../../src/fhir/read-fhir.ts";
import { writeBundle, writeNdjson } from "../../src/fhir/write-fhir.ts";
import { readOmop } from "../../src/omop/read-omop.ts";
import { writeOmop } from "../../src/omop/write-omop.ts";
import { omopTables } from "../../src/omop/write-tables.ts";
import type { Fact, PatientRecord } from "../../src/schema.ts";
import { type Flavour, flavours, generatePatients } from "../../src/synthetic/index.ts";
import { resolverOf } from "./model-resolver.ts";

const drawn = (flavour: Flavour, dirt: number, count = 150): PatientRecord[] => [
  ...generatePatients({ seed: 4, count, flavour, asOf: "2026-01-31", setting: "hospital", dirt }),
];

const stagesOf = (facts: readonly Fact[]): string[] =>
  facts.filter(({ kind }) => kind === "stage").map(({ concept, start, tumour }) => `${concept} ${start} ${tumour}`);

/** What an evaluation sees of a fact; numbers to six digits, since limits are written rounded. */
function seen(fact: Fact) {
  const { value } = fact;
  const digits = (one: number | null | undefined) =>
    one === null || one === undefined ? null : Number(one.toPrecision(5));
  return {
    kind: fact.kind,
    concept: fact.concept,
    assertion: fact.assertion,
    start: fact.start,
    value:
      value?.type === "quantity"
        ? {
            ...value,
            low: digits(value.low),
            high: digits(value.high),
            canonical: digits(value.canonical),
            canonicalUnit: null,
            ucum: null,
          }
        : value?.type === "code"
          ? value.concept
          : value,
    alteration: fact.alteration ?? null,
  };
}

describe.each(flavours)("FHIR, %s", (flavour) => {
  const resolver = resolverOf(flavour);
  const kinds = ["condition", "drug", "procedure", "measurement", "variant", "allergy", "visit", "consent"] as const;

  it.each([0, 3])("comes back from a Bundle as the facts that went in, dirt %d", (dirt) => {
    for (const record of drawn(flavour, dirt)) {
      const [read] = readFhir([JSON.parse(JSON.stringify(writeBundle(record)))], resolver).records;
      expect(read?.person).toMatchObject({
        sex: record.person.sex,
        birth: record.person.birth,
        death: record.person.death,
      });
      for (const kind of kinds) {
        const own = record.facts.filter((fact) => fact.kind === kind && fact.value?.type !== "text");
        const ids = new Set(own.map(({ id }) => id));
        const back = (read?.facts ?? []).filter(({ id }) => ids.has(id.replace(/^\w+\/|#\d+$/g, "")));
        expect(back.map(seen), `${record.person.id} ${kind}`).toEqual(own.map(seen));
      }
      const stages = (facts: readonly Fact[]) =>
        facts
          .filter(({ kind }) => kind === "stage")
          .map(({ concept, start, tumour }) => `${concept} ${start} ${tumour}`);
      expect(stages(read?.facts ?? [])).toEqual(stages(record.facts));
    }
  });

  it("says of which tumour a stage is", () => {
    const records = drawn(flavour, 0, 1000).filter(({ facts }) => facts.some(({ kind }) => kind === "stage"));
    const stages = records.flatMap(({ facts }) => facts.filter(({ kind }) => kind === "stage"));
    expect(stages.length).toBeGreaterThan(10);
    expect(stages.every(({ tumour }) => /^ICD10(CN|CM):C/.test(tumour ?? ""))).toBe(true);
    const read = readFhir(records.map(writeBundle), resolver).records;
    expect(read.flatMap(({ facts }) => stagesOf(facts))).toEqual(records.flatMap(({ facts }) => stagesOf(facts)));
  });

  it("comes back from bulk NDJSON as from a Bundle", () => {
    const records = drawn(flavour, 1).slice(0, 20);
    const lines = [...writeNdjson(records)];
    for (const { type, line } of lines) expect(JSON.parse(line).resourceType).toBe(type);
    const bulk = readFhir(
      lines.map(({ line }) => JSON.parse(line)),
      resolver,
    ).records;
    expect(bulk).toEqual(readFhir(records.map(writeBundle), resolver).records);
  });
});

/** A small reader of the lines, so that the test does not lean on the writer's own quoting. */
function tablesOf(records: readonly PatientRecord[]) {
  const source = {
    name: "synthetic",
    holder: "Qinghao",
    description: 'with a comma, and "quotes"',
    release: "2026-01-31",
  };
  const tables = new Map<string, Record<string, string>[]>();
  const heads = new Map<string, string[]>();
  for (const { table, line } of writeOmop(records, source)) {
    const cells = [...line.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? "",
    );
    const head = heads.get(table);
    if (head === undefined) heads.set(table, cells);
    else
      tables.set(table, [
        ...(tables.get(table) ?? []),
        Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ""])),
      ]);
  }
  return { tables, heads };
}

describe.each(flavours)("OMOP, %s", (flavour) => {
  const records = drawn(flavour, 0).slice(0, 40);
  const { tables, heads } = tablesOf(records);

  it("has the columns of the CDM and a CONCEPT row for every concept that a row names", () => {
    for (const [table, columns] of Object.entries(omopTables)) expect(heads.get(table)).toEqual(columns.split(" "));
    const known = new Set(tables.get("concept")?.map(({ concept_id }) => concept_id));
    expect(known.size).toBe(tables.get("concept")?.length);
    const named = [...tables].flatMap(([table, rows]) =>
      table === "concept" || table === "cdm_source"
        ? []
        : rows.flatMap((row) =>
            Object.entries(row)
              .filter(([name, cell]) => name.endsWith("_concept_id") && cell !== "" && cell !== "0")
              .map(([, cell]) => cell),
          ),
    );
    expect(named.length).toBeGreaterThan(1000);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
    expect(tables.get("cdm_source")?.[0]).toMatchObject({
      source_description: 'with a comma, and "quotes"',
      cdm_version: "5.4",
    });
  });

  it("comes back as the diagnoses, drugs, procedures and quantities that went in", () => {
    const read = readOmop((table) => tables.get(table) ?? [], resolverOf(flavour)).records;
    expect(read).toHaveLength(records.length);
    for (const [place, record] of records.entries()) {
      const back = read[place];
      expect(back?.person).toMatchObject({
        sex: record.person.sex,
        birth: record.person.birth,
        death: record.person.death,
        observed: record.person.observed,
      });
      for (const kind of ["condition", "drug", "procedure", "visit"] as const) {
        const said = (facts: readonly Fact[]) =>
          facts
            .filter((fact) => fact.kind === kind && (fact.assertion === "present" || fact.assertion === "possible"))
            .map(({ concept, assertion, start }) => `${concept} ${assertion} ${start}`);
        expect(said(back?.facts ?? []), kind).toEqual(said(record.facts));
      }
      const measured = (facts: readonly Fact[]) =>
        facts.flatMap((fact) =>
          fact.value?.type === "quantity"
            ? [
                `${fact.concept} ${fact.start} ${fact.value.comparator} ${fact.value.canonical?.toPrecision(8)} ${fact.value.high?.toPrecision(4)}`,
              ]
            : [],
        );
      expect(measured(back?.facts ?? [])).toEqual(measured(record.facts));
      expect(stagesOf(back?.facts ?? [])).toEqual(stagesOf(record.facts));
    }
  });
});
