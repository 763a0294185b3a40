import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureOwnDatabase, type RunningPostgres, startPostgres } from "../src/index.ts";

let server: RunningPostgres;
const folder = mkdtempSync(path.join(tmpdir(), "qinghao-own-database-"));
beforeAll(async () => {
  server = await startPostgres({ dataDir: path.join(folder, "postgres"), log: path.join(folder, "postgres.log") });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}
const into = (url: string, database: string) => url.replace(/\/[^/]+$/, `/${database}`);

test("a role enters its own database and no other's, and keeps its data when asked for again", async () => {
  const first = await ensureOwnDatabase(server.url, "site_first", true);
  const second = await ensureOwnDatabase(server.url, "site_second", true);
  await ask(first, "create table kept as select 1 as one");
  await expect(ask(into(first, "site_second"), "select 1")).rejects.toThrow(/permission denied/);
  await expect(ask(into(second, "site_first"), "select 1")).rejects.toThrow(/permission denied/);
  await expect(ask(into(first, "qinghao"), "select 1")).rejects.toThrow(/permission denied/);
  await expect(ask(first, "create role more")).rejects.toThrow(/permission denied/);
  const again = await ensureOwnDatabase(server.url, "site_first", true);
  expect(again).not.toBe(first);
  await expect(ask(first, "select 1")).rejects.toThrow(/password/);
  expect(await ask(again, "select one from kept")).toEqual([{ one: 1 }]);
});

test("refuses a name that is more than a name", async () => {
  await expect(ensureOwnDatabase(server.url, "x; drop table y", true)).rejects.toThrow(RangeError);
});
