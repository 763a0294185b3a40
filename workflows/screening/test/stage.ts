import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Campaign, createCampaign, createProject, getCampaign, migrate, openDatabase } from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import { type CampaignId, isQinghaoError, newId, type ProjectId } from "@qinghao/kernel";
import { Client, Connection } from "@temporalio/client";
import postgres from "postgres";
import { runCampaignWorkflow, screeningTaskQueue } from "../src/contract.ts";

export const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);

/** Everything a campaign test stands on: a database with a project, an artifact folder, a Temporal client. */
export async function setStage(databaseUrl: string, temporalAddress: string) {
  const artifactsDir = mkdtempSync(join(tmpdir(), "qinghao-artifacts-"));
  const db = openDatabase(databaseUrl);
  await migrate(db);
  const projectId = (await createProject(db, { id: makeId("project"), name: "Kinase" })).id as ProjectId;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  return {
    db,
    client,
    projectId,
    services: { databaseUrl, temporalAddress, namespace: "default", artifactsDir },
    async start(plan: Partial<CampaignPlan> & Pick<CampaignPlan, "stages">): Promise<CampaignId> {
      const id = makeId("campaign");
      const whole: CampaignPlan = { ...defaults, ...plan };
      await createCampaign(db, { id, projectId, name: "test", plan: whole });
      await client.workflow.start(runCampaignWorkflow, {
        taskQueue: screeningTaskQueue,
        workflowId: id,
        args: [{ campaignId: id }],
        priority: { priorityKey: whole.priority },
      });
      return id;
    },
    /** Waits until the campaign satisfies a condition, through outages of the database. */
    async until(id: CampaignId, what: string, holds: (one: Campaign) => boolean, timeoutMs = 60_000) {
      let last: Campaign | null = null;
      for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(40)) {
        try {
          last = await getCampaign(db, id);
        } catch (error) {
          if (!isQinghaoError(error) || error.retry !== "later") throw error;
        }
        if (last !== null && holds(last)) return last;
      }
      const { state, stages, error } = last ?? {};
      throw new Error(`the campaign was never ${what}: ${JSON.stringify({ state, stages, error })}`);
    },
    async close() {
      await connection.close();
      await db.close();
      rmSync(artifactsDir, { recursive: true, force: true });
    },
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

const defaults = {
  library: { kind: "all" },
  budget: {},
  seed: 1,
  priority: 3,
  accelerator: "cpu",
} satisfies Omit<CampaignPlan, "stages">;

/** Puts made-up compounds number 1 to `count` into the project; a compound's SMILES ends in its number. */
export const fillLibrary = (databaseUrl: string, projectId: ProjectId, count: number): Promise<void> =>
  fill(databaseUrl, projectId, (sql) => sql`select i, 'CCN' || i as smiles from generate_series(1, ${count}::int) i`);

/** Puts compounds with the given SMILES into the project; their other columns are made up. */
export const fillStructures = (databaseUrl: string, projectId: ProjectId, smiles: string[]): Promise<void> =>
  fill(
    databaseUrl,
    projectId,
    (sql) => sql`select i, smiles from unnest(${smiles}::text[]) with ordinality t(smiles, i)`,
  );

type Sql = ReturnType<typeof postgres>;

async function fill(databaseUrl: string, projectId: ProjectId, rows: (sql: Sql) => ReturnType<Sql>): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await sql`insert into compounds (id, project_id, inchikey, smiles, name, formula, mol_weight, heavy_atoms, clogp, tpsa,
      hbd, hba, rotatable_bonds, ring_count, fsp3, toolkit)
    select 'cmpd_' || lpad(i::text, 20, '0'), ${projectId}, lpad(i::text, 14, 'A') || '-UHFFFAOYSA-N', smiles,
      'made-up ' || i, 'C2N', 40, 3, 0, 0, 0, 0, 0, 0, 1, 'none' from (${rows(sql)}) made`;
  await sql`analyze compounds`;
  await sql.end();
}
