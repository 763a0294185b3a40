import { sql } from "drizzle-orm";
import { type Executor, query } from "../database.ts";
import type { BilingualText, NearestNeighbour } from "../schema.ts";
import { storableJson } from "../storable-text.ts";

/** A result on its way in. `value` null: the molecule could not be predicted, `failureCode` and `failureReason` say why. */
export type NewPrediction = {
  compoundSeq: number;
  endpoint: string;
  modelVersion: string;
  value: number | null;
  lo: number | null;
  hi: number | null;
  level: number | null;
  inDomain: boolean | null;
  similarity: number | null;
  nearest: NearestNeighbour[] | null;
  failureCode: string | null;
  failureReason: BilingualText | null;
};

/**
 * Writes results as the latest ones of their compounds. A result of the same compound, endpoint and model version is
 * replaced, results of other versions stay as history. Compounds deleted meanwhile are left out.
 */
export async function upsertPredictions(
  tx: Executor,
  of: { projectId: string; runId: string },
  rows: readonly NewPrediction[],
): Promise<void> {
  if (rows.length === 0) return;
  const ordered = rows.toSorted((a, b) => a.compoundSeq - b.compoundSeq);
  const input = sql`jsonb_to_recordset(${storableJson(ordered)}::jsonb) as t(
    "compoundSeq" bigint, endpoint text, "modelVersion" text, value float8, lo float8, hi float8, level float8,
    "inDomain" boolean, similarity float8, nearest jsonb, "failureCode" text, "failureReason" jsonb)`;
  await query(
    tx,
    sql`update predictions p set latest = false from ${input}
      where p.compound_seq = t."compoundSeq" and p.endpoint = t.endpoint and p.latest
        and p.model_version <> t."modelVersion"`,
  );
  await query(
    tx,
    sql`insert into predictions (compound_seq, endpoint, model_version, project_id, latest, value, lo, hi, level,
        in_domain, similarity, nearest, failure_code, failure_reason, run_id)
      select t."compoundSeq", t.endpoint, t."modelVersion", ${of.projectId}, true, t.value, t.lo, t.hi, t.level,
        t."inDomain", t.similarity, t.nearest, t."failureCode", t."failureReason", ${of.runId}
      from ${input} where exists (select 1 from compounds c where c.seq = t."compoundSeq")
      on conflict (compound_seq, endpoint, model_version) do update set latest = true, value = excluded.value,
        lo = excluded.lo, hi = excluded.hi, level = excluded.level, in_domain = excluded.in_domain,
        similarity = excluded.similarity, nearest = excluded.nearest, failure_code = excluded.failure_code,
        failure_reason = excluded.failure_reason, run_id = excluded.run_id, created_at = now()`,
  );
}
