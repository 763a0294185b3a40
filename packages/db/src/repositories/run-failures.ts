import type { RunId } from "@qinghao/kernel";
import { sql } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import type { BilingualText } from "../schema.ts";
import { getRun } from "./runs.ts";

/** A compound that a run left without a value, with the reason of each endpoint. */
export type RunFailure = {
  compoundId: string;
  name: string | null;
  smiles: string;
  reasons: { endpoint: string; code: string; reason: BilingualText }[];
};

/** Compounds without a value in a run, in the order of registration. Throws `db.run.missing`. */
export async function listRunFailures(
  db: Database,
  runId: RunId,
  page: { offset: number; limit: number },
): Promise<{ total: number; rows: RunFailure[] }> {
  const { projectId } = await getRun(db, runId);
  const failed = sql`from predictions where project_id = ${projectId} and run_id = ${runId} and failure_code is not null`;
  const total = query<{ total: number }>(db.orm, sql`select count(distinct compound_seq)::int as total ${failed}`);
  const rows = query<RunFailure>(
    db.orm,
    sql`
      select c.id as "compoundId", c.name, c.smiles, f.reasons
      from (
        select compound_seq, jsonb_agg(jsonb_build_object('endpoint', endpoint, 'code', failure_code, 'reason',
          failure_reason) order by endpoint) as reasons
        ${failed} group by compound_seq order by compound_seq limit ${page.limit} offset ${page.offset}
      ) f join compounds c on c.seq = f.compound_seq order by c.seq`,
  );
  return { total: (await total)[0]!.total, rows: await rows };
}
