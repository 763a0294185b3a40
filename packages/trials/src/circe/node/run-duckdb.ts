import type { DuckDBConnection } from "@duckdb/node-api";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { trialsErrors } from "../../errors.ts";
import { parseDay } from "../days.ts";
import type { CohortDefinition } from "../definition.ts";
import { type InclusionReport, reportOfMasks } from "../engine/inclusion.ts";
import type { CohortRun } from "../engine/run.ts";
import { compileCohort } from "../sql/compile-cohort.ts";

type Value = string | number | bigint | null;

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Value[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowsJson().map((row) => row.map((value) => (typeof value === "object" ? null : (value as Value))));
}

const day = (value: Value | undefined): number => parseDay(String(value)) ?? Number.NaN;

async function report(connection: DuckDBConnection, from: string, ruleCount: number): Promise<InclusionReport> {
  const rows = await rowsOf(connection, `select mask::varchar, count(*) from ${from} group by mask`);
  return reportOfMasks(new Map(rows.map(([mask, count]) => [BigInt(mask ?? 0), Number(count)])), ruleCount);
}

/** Each person's best event: most rules, then the earliest rule, then the earliest date. */
const bestEvents = (ruleCount: number): string => {
  const first = Array.from({ length: ruleCount }, (_, rule) => {
    const bit = 2n ** BigInt(rule);
    return `when (mask // ${bit}) % 2 = 1 then ${rule}`;
  });
  const firstRule = first.length === 0 ? "0" : `case ${first.join(" ")} else 0 end`;
  return `(select mask from judged qualify row_number() over (partition by person_id_
    order by bit_count(mask) desc, ${firstRule}, from_date, event_id) = 1)`;
};

/**
 * Runs a definition by compiled SQL on a DuckDB connection whose schema `cdm` holds the OMOP tables (`loadCdm` makes one).
 * Gives what `runCohort` gives. Fails with `circe.unsupported` as it does.
 */
export async function runCohortOnDuckDb(
  connection: DuckDBConnection,
  definition: CohortDefinition,
): Promise<Result<CohortRun, QinghaoError>> {
  const [field] = definition.unknown;
  if (field !== undefined) {
    return err(trialsErrors.create("circe.unsupported", { reason: `${field.pointer} is not known` }));
  }
  for (const statement of compileCohort(definition).statements) await connection.run(statement);
  const ruleCount = definition.inclusionRules.length;
  const rows = await rowsOf(
    connection,
    "select person_id, start_date::varchar, end_date::varchar from cohort order by all",
  );
  const [lost] = await rowsOf(
    connection,
    "select (select count(distinct person_id) from joined) - (select count(distinct person_id) from cohort)",
  );
  return ok({
    rows: rows.map(([person, start, end]) => ({ person: Number(person), start: day(start), end: day(end) })),
    byEvent: await report(connection, "judged", ruleCount),
    byPerson: await report(connection, bestEvents(ruleCount), ruleCount),
    lostToCensorWindow: Number(lost?.[0] ?? 0),
  });
}
