import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createImport,
  createProject,
  createRun,
  createUpload,
  type Database,
  getRun,
  migrate,
  type NewCompound,
  openDatabase,
  type Run,
  startImport,
  storeImportBatch,
} from "@qinghao/db";
import type { AcceleratorWish, RunScope } from "@qinghao/db/schema";
import { isQinghaoError, newId, type ProjectId, type RunId, type UploadId } from "@qinghao/kernel";
import { Client, Connection } from "@temporalio/client";
import { modellingTaskQueue, predictPropertiesWorkflow } from "../src/contract.ts";

export const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);
export const bothEndpoints = ["aqueous-solubility", "lipophilicity"];

/** Everything a workflow test stands on: a database with a project, an artifact folder, a Temporal client. */
export async function setStage(databaseUrl: string, temporalAddress: string) {
  const artifactsDir = mkdtempSync(join(tmpdir(), "qinghao-artifacts-"));
  const db = openDatabase(databaseUrl);
  await migrate(db);
  const project = await createProject(db, { id: makeId("project"), name: "Kinase" });
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const projectId = project.id as ProjectId;
  return {
    db,
    client,
    projectId,
    services: { databaseUrl, temporalAddress, namespace: "default", artifactsDir },
    async startRun(
      accelerator: AcceleratorWish,
      scope: RunScope = { kind: "all" },
      endpoints: string[] = bothEndpoints,
    ): Promise<RunId> {
      const id = makeId("run");
      await createRun(db, { id, projectId, kind: "predict-properties", endpoints, scope, accelerator });
      await client.workflow.start(predictPropertiesWorkflow, {
        taskQueue: modellingTaskQueue,
        workflowId: id,
        args: [{ runId: id }],
      });
      return id;
    },
    async close() {
      await connection.close();
      await db.close();
      rmSync(artifactsDir, { recursive: true, force: true });
    },
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

/** Registers made-up compounds number `from` to `to - 1`; their SMILES are chains unless `smilesOf` gives others. */
export async function addCompounds(
  db: Database,
  projectId: ProjectId,
  from: number,
  to: number,
  smilesOf = madeUpSmiles,
): Promise<void> {
  const upload = await createUpload(db, { id: makeId("upload"), fileName: "made-up.smi", size: 1, sha256: "0" });
  const importId = makeId("import");
  await createImport(db, { id: importId, projectId, uploadId: upload.id as UploadId });
  await startImport(db, importId, { format: "smiles", mapping: null, bytesTotal: 1, toolkit: "none" });
  for (let at = from; at < to; at += 2000) {
    const end = Math.min(to, at + 2000);
    const compounds = Array.from({ length: end - at }, (_, i) => madeUp(at + i, smilesOf(at + i)));
    const batch = { projectId, afterRow: at - from, lastRow: end - from, rows: end - at, bytesRead: 1, rejects: [] };
    await storeImportBatch(db, importId, { ...batch, compounds });
  }
}

/** Unreadable for the table predictor once in a thousand. */
const madeUpSmiles = (i: number): string => (i % 1000 === 999 ? `[Xx]${i}` : `${"C".repeat(1 + (i % 50))}N${i}`);

function madeUp(i: number, smiles: string): NewCompound {
  const numbers = { heavyAtoms: 3, clogp: 0, tpsa: 0, hbd: 0, hba: 0, rotatableBonds: 0, ringCount: 0, fsp3: 1 };
  return {
    ...numbers,
    id: makeId("compound"),
    inchikey: `${String(i).padStart(14, "A")}-UHFFFAOYSA-N`,
    smiles,
    inchi: null,
    name: `made-up ${i}`,
    formula: "C3",
    molWeight: 40,
    toolkit: "none",
    changes: [],
    originalText: `row ${i}`,
    fields: {},
    row: null,
  };
}

/** Waits until the run satisfies a condition, through outages of the database. */
export async function runUntil(
  db: Database,
  id: RunId,
  what: string,
  holds: (run: Run) => boolean,
  timeoutMs = 60_000,
): Promise<Run> {
  let last: Run | null = null;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(40)) {
    try {
      last = await getRun(db, id);
    } catch (error) {
      if (!isQinghaoError(error) || error.retry !== "later") throw error;
    }
    if (last !== null && holds(last)) return last;
  }
  const { state, done, failed, total, waitingReason } = last ?? {};
  throw new Error(`the run was never ${what}: ${JSON.stringify({ state, done, failed, total, waitingReason })}`);
}
