import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createFolderStore } from "@qinghao/artifacts/node";
import {
  createImport,
  createProject,
  createSearch,
  createUpload,
  getImport,
  getSearch,
  type Import,
  migrate,
  openDatabase,
  type Search,
  uploadKey,
} from "@qinghao/db";
import type { ImportMapping } from "@qinghao/db/schema";
import { type ImportId, isQinghaoError, newId, type ProjectId, type SearchId, type UploadId } from "@qinghao/kernel";
import { Client, Connection } from "@temporalio/client";
import { compoundsTaskQueue, importCompoundsWorkflow, searchSubstructureWorkflow } from "../src/contract.ts";

export const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);

/** Everything a workflow test stands on: a database with a project, an artifact folder, a Temporal client. */
export async function setStage(databaseUrl: string, temporalAddress: string) {
  const artifactsDir = mkdtempSync(join(tmpdir(), "qinghao-artifacts-"));
  const artifacts = createFolderStore(artifactsDir);
  const db = openDatabase(databaseUrl);
  await migrate(db);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const start = (workflow: string, id: string, input: object) =>
    client.workflow.start(workflow, { taskQueue: compoundsTaskQueue, workflowId: id, args: [input] });
  return {
    db,
    client,
    env: { databaseUrl, temporalAddress, namespace: "default", artifactsDir, threads: 2 },
    async newProject(): Promise<ProjectId> {
      return (await createProject(db, { id: makeId("project"), name: "Kinase" })).id as ProjectId;
    },
    async startImport(projectId: ProjectId, fileName: string, content: string | Uint8Array, mapping?: ImportMapping) {
      const uploadId = makeId("upload") as UploadId;
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const { size, sha256 } = await artifacts.put(uploadKey(uploadId), bytes);
      await createUpload(db, { id: uploadId, fileName, size, sha256 });
      const id = makeId("import");
      await createImport(db, { id, projectId, uploadId, mapping });
      await start(importCompoundsWorkflow, id, { importId: id });
      return id;
    },
    async startSearch(projectId: ProjectId, query: string): Promise<SearchId> {
      const id = makeId("search");
      await createSearch(db, { id, projectId, kind: "substructure", query });
      await start(searchSubstructureWorkflow, id, { searchId: id });
      return id;
    },
    importUntil: (id: ImportId, what: string, holds: (row: Import) => boolean, timeoutMs = 60_000) =>
      until(() => getImport(db, id), what, holds, timeoutMs),
    searchUntil: (id: SearchId, what: string, holds: (row: Search) => boolean, timeoutMs = 60_000) =>
      until(() => getSearch(db, id), what, holds, timeoutMs),
    async close() {
      await connection.close();
      await db.close();
      rmSync(artifactsDir, { recursive: true, force: true });
    },
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

async function until<Row extends { state: string; progress: object }>(
  read: () => Promise<Row>,
  what: string,
  holds: (row: Row) => boolean,
  timeoutMs: number,
): Promise<Row> {
  let last: Row | null = null;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(40)) {
    try {
      last = await read();
    } catch (error) {
      if (!isQinghaoError(error) || error.retry !== "later") throw error;
    }
    if (last !== null && holds(last)) return last;
  }
  throw new Error(`never ${what}: ${JSON.stringify({ state: last?.state, ...last?.progress })}`);
}

const ended = new Set(["completed", "failed", "cancelled"]);
export const hasEnded = (row: { state: string }): boolean => ended.has(row.state);
