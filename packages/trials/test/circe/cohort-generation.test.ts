import { globSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/circe/days.ts";
import { type CohortDefinition, type CohortRun, openCdm, openVocabulary, runCohort } from "../../src/circe/index.ts";
import { loadCdm, runCohortOnDuckDb } from "../../src/circe/node.ts";
import {
  cdmTables,
  circeBe,
  definitionOf,
  hasData,
  type Json,
  readExpression,
  readTables,
  type TableFile,
} from "./circe-data.ts";

/** A cohort of a case: its number in VERIFY and the expression it is generated from. */
type Variant = { readonly id: number; readonly expression: Json };
type Case = {
  readonly name: string;
  readonly prep: string;
  readonly verify: string;
  readonly variants: () => readonly Variant[];
};

const generation = "cohortgeneration";

/** The cohorts of a case: the expression of the file, changed step by step; each step builds on the one before. */
function steps(file: string, ...changes: ((expression: Json) => void)[]): Variant[] {
  const expression = readExpression(`${generation}/${file}`);
  const variants: Variant[] = [{ id: 1, expression: structuredClone(expression) }];
  for (const change of changes) {
    change(expression);
    variants.push({ id: variants.length + 1, expression: structuredClone(expression) });
  }
  return variants;
}

const value = <T>(json: T): Json => json as unknown as Json;
const occurrence = (expression: Json): Json => expression.AdditionalCriteria!.CriteriaList![0]!.Occurrence!;
const limit = (path: (expression: Json) => Json | undefined, type: string) => (expression: Json) => {
  path(expression)!.Type = value(type);
};
const primaryLimit = (expression: Json) => expression.PrimaryCriteria!.PrimaryCriteriaLimit;

const firstOccurrenceOf = [
  "ConditionEra",
  "ConditionOccurrence",
  "DeviceExposure",
  "DrugEra",
  "DrugExposure",
  "Measurement",
  "Observation",
  "ProcedureOccurrence",
  "Specimen",
  "VisitOccurrence",
  "PayerPlanPeriod",
];

const anyCondition = (body: unknown): Json =>
  value({
    ConceptSets: [],
    PrimaryCriteria: { CriteriaList: [{ ConditionOccurrence: body }], ObservationWindow: {} },
  });

const single = (name: string, expression = `${name}Expression.json`, folder = name): Case => ({
  name,
  prep: `${generation}/${folder}/${name}_PREP.json`,
  verify: `${generation}/${folder}/${name}_VERIFY.json`,
  variants: () => steps(`${folder}/${expression}`),
});

const cases: readonly Case[] = [
  single("censorWindow"),
  single("mixedConceptsets"),
  single("eraDupes"),
  single("continuousExposureCensor", undefined, "exits"),
  single("censorEvent", undefined, "exits"),
  single("fixedOffset", undefined, "exits"),
  single("fixedOffsetCensor", undefined, "exits"),
  single("simpleInclusionRule", "simpleInclusionRule.json", "inclusionRules"),
  {
    ...single("continuousExposure", undefined, "exits"),
    variants: () => steps("exits/continuousExposureExpression.json", limit(primaryLimit, "First")),
  },
  {
    ...single("firstOccurrenceTest", undefined, "firstOccurrence"),
    variants: () =>
      firstOccurrenceOf.map((domain, at) => {
        const expression = readExpression(`${generation}/firstOccurrence/firstOccurrenceTestExpression.json`);
        const body = domain === "PayerPlanPeriod" ? { First: true } : { First: true, CodesetId: 0 };
        expression.PrimaryCriteria!.CriteriaList = value([{ [domain]: body }]);
        return { id: at + 1, expression };
      }),
  },
  {
    ...single("conditionStatusTest", undefined, "conditionOccurrence"),
    variants: () =>
      [{}, { ConditionStatus: [] }, { ConditionStatus: [{ CONCEPT_ID: 1 }] }].map((body, at) => ({
        id: at + 1,
        expression: anyCondition(body),
      })),
  },
  {
    ...single("limitTest", undefined, "limits"),
    variants: () =>
      steps(
        "limits/limitExpression.json",
        limit((expression) => expression.ExpressionLimit, "first"),
        limit((expression) => expression.QualifiedLimit, "first"),
        limit(primaryLimit, "first"),
        limit(primaryLimit, "last"),
      ),
  },
  {
    ...single("countsTest", undefined, "correlatedCriteria"),
    variants: () => [
      ...steps(
        "correlatedCriteria/countsExpression.json",
        (expression) => Object.assign(occurrence(expression), { Type: 2, Count: 1 }),
        (expression) => Object.assign(occurrence(expression), { Type: 1, Count: 0 }),
      ),
      { id: 4, expression: readExpression(`${generation}/correlatedCriteria/visitExpression.json`) },
    ],
  },
  {
    ...single("groupTest", undefined, "correlatedCriteria"),
    variants: () =>
      steps(
        "correlatedCriteria/groupExpression.json",
        (expression) => Object.assign(expression.AdditionalCriteria!, { Type: "AT_LEAST", Count: 2 }),
        (expression) => Object.assign(expression.AdditionalCriteria!, { Type: "AT_MOST", Count: 2 }),
        (expression) => {
          Object.assign(expression.AdditionalCriteria!, { Type: "ALL" });
          Object.assign(expression.AdditionalCriteria!.Groups![0]!, { Type: "AT_MOST", Count: 0 });
        },
        (expression) => Object.assign(expression.AdditionalCriteria!, { Groups: [] }),
      ),
  },
];

const cohortRows = (id: number, run: CohortRun) =>
  run.rows.map((row) => ({
    cohort_definition_id: id,
    subject_id: row.person,
    cohort_start_date: formatDay(row.start),
    cohort_end_date: formatDay(row.end),
  }));

const maskRows = (id: number, run: CohortRun) =>
  [run.byEvent, run.byPerson].flatMap((report, mode) =>
    report.masks.map(({ mask, count }) => ({
      cohort_definition_id: id,
      inclusion_rule_mask: Number(mask),
      person_count: count,
      mode_id: mode,
    })),
  );

type Data = { readonly tables: TableFile; readonly vocabulary: TableFile };
type Engine = (definitions: readonly CohortDefinition[], data: Data) => Promise<CohortRun[]>;

const engines: Record<string, Engine> = {
  "in memory": async (definitions, { tables, vocabulary }) => {
    const data = { cdm: openCdm(tables), vocabulary: openVocabulary(vocabulary) };
    return definitions.map((definition) => unwrap(runCohort(definition, data)));
  },
  "on DuckDB": async (definitions, { tables, vocabulary }) => {
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await loadCdm(connection, { ...tables, ...vocabulary });
    const runs: CohortRun[] = [];
    for (const definition of definitions) runs.push(unwrap(await runCohortOnDuckDb(connection, definition)));
    connection.closeSync();
    return runs;
  },
};

const onEveryEngine = cases.flatMap((one) => Object.keys(engines).map((engine) => ({ ...one, engine })));

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: cohort generation cases", () => {
  test.each(onEveryEngine)("$name $engine", async ({ prep, verify, variants, engine }) => {
    const data = {
      tables: cdmTables(readTables(prep)),
      vocabulary: cdmTables(readTables("datasets/vocabulary.json")),
    };
    const asked = variants();
    const results = await engines[engine]!(
      asked.map(({ expression }) => definitionOf(expression)),
      data,
    );
    const runs = asked.map(({ id }, at) => ({ id, run: results[at]! }));
    for (const [table, rows] of Object.entries(readTables(verify))) {
      const actual = {
        cohort: () => runs.flatMap(({ id, run }) => cohortRows(id, run)),
        cohort_inclusion_result: () => runs.flatMap(({ id, run }) => maskRows(id, run)),
        cohort_censor_stats: () =>
          runs.map(({ id, run }) => ({ cohort_definition_id: id, lost_count: run.lostToCensorWindow })),
      }[table.split(".")[1] ?? ""];
      expect(actual?.(), table).toEqual(rows);
    }
  });

  test("every VERIFY file of the folder is one of these", () => {
    const files = globSync("**/*_VERIFY.json", { cwd: path.join(circeBe, generation) });
    expect(new Set(cases.map(({ verify }) => path.relative(generation, verify)))).toEqual(new Set(files));
  });

  test("every criterion type at once runs", () => {
    const definition = definitionOf(readExpression(`${generation}/allCriteria/allCriteriaExpression.json`));
    const vocabulary = openVocabulary(cdmTables(readTables("datasets/vocabulary.json")));
    const run = unwrap(runCohort(definition, { cdm: openCdm({}), vocabulary }));
    expect(run.rows).toEqual([]);
    expect(run.byEvent.rules).toHaveLength(definition.inclusionRules.length);
  });

  test("an occurrence type that Circe does not define is refused", () => {
    const expression = readExpression(`${generation}/correlatedCriteria/visitExpression.json`);
    occurrence(expression).Type = value(-99);
    expect(() => definitionOf(expression)).toThrow(/occurrence type -99/);
  });

  test("a continuous exposure exit without a drug concept set is refused", () => {
    const expression = readExpression(`${generation}/exits/continuousExposureExpression.json`);
    delete expression.EndStrategy!.CustomEra!.DrugCodesetId;
    expect(() => definitionOf(expression)).toThrow(/names no drug concept set/);
  });
});
