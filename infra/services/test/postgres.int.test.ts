import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPortFree, type RunningPostgres, startPostgres } from "../src/index.ts";

let folder = "";
let running: RunningPostgres | undefined;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-postgres-"));
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = (options: { port?: number; takeOver?: boolean } = {}) =>
  startPostgres({ dataDir: path.join(folder, "postgres"), log: path.join(folder, "log"), ...options });
const ask = async <T>(url: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
};

test("starts in a folder that only its maker may enter, with a password, on 127.0.0.1 only", async () => {
  running = await start();
  const { url, port } = running;
  const [row] = await ask(
    url,
    (sql) => sql`select current_setting('listen_addresses') as addresses, version() as version`,
  );
  expect(row).toMatchObject({ addresses: "127.0.0.1" });
  expect(row?.version).toContain("PostgreSQL 18");
  await expect(ask(`postgres://postgres:wrong@127.0.0.1:${port}/qinghao`, (sql) => sql`select 1`)).rejects.toThrow(
    /password authentication failed/,
  );
});

test("keeps its data over a stop, and over kill -9 with the lock file left behind", async () => {
  await ask(running!.url, (sql) => sql`create table molecule as select 'CCO' as smiles`);
  await running!.stop();
  running = await start({ port: running!.port });
  process.kill(running.pid, "SIGKILL");
  expect(await running.exited).toMatchObject({ signal: "SIGKILL" });
  const { port } = running;
  running = await start({ port });
  expect(running.port).toBe(port);
  expect(await ask(running.url, (sql) => sql`select smiles from molecule`)).toEqual([{ smiles: "CCO" }]);
});

test("a second server on the same folder is refused, unless told to take over", async () => {
  await expect(start()).rejects.toMatchObject({ code: "services.postgres.in_use" });
  const before = running!;
  running = await start({ takeOver: true });
  expect(running.pid).not.toBe(before.pid);
  await before.exited;
  expect(await ask(running.url, (sql) => sql`select smiles from molecule`)).toEqual([{ smiles: "CCO" }]);
});

test("a lock file whose number belongs to an unrelated program now does not hinder", async () => {
  await running!.stop();
  writeFileSync(path.join(folder, "postgres", "postmaster.pid"), `${process.pid}\n`);
  running = await start();
  expect(await isPortFree(running.port)).toBe(false);
});

test("a folder with other files or of another version is left alone", async () => {
  const other = path.join(folder, "other");
  mkdirSync(other);
  writeFileSync(path.join(other, "thesis.txt"), "mine");
  await expect(startPostgres({ dataDir: other, log: path.join(folder, "log") })).rejects.toMatchObject({
    code: "services.postgres.init_failed",
  });
  writeFileSync(path.join(other, "PG_VERSION"), "12\n");
  await expect(startPostgres({ dataDir: other, log: path.join(folder, "log") })).rejects.toMatchObject({
    code: "services.postgres.other_version",
  });
});
