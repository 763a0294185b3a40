import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  findTemporal,
  type RunningPostgres,
  type RunningTemporal,
  startPostgres,
  startTemporal,
} from "@qinghao/services";
import postgres from "postgres";
import { reapAfterThisProcess } from "./reaper.ts";

/** A real server that a test may kill and bring back with its data. */
export type TestServer = {
  readonly pid: number;
  readonly port: number;
  /** Ends it as a power cut would: SIGKILL, no warning. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};
export type TestPostgres = TestServer & {
  readonly url: string;
  /** A new, empty database of this server. */
  freshDatabase(): Promise<string>;
};
export type TestTemporal = TestServer & { readonly address: string; readonly namespace: string };

// Flushing to the disk costs most of a small test's time; a killed server process (not machine) loses nothing without it.
const quickSettings = { fsync: "off", full_page_writes: "off", max_connections: "200" };

/** Starts a PostgreSQL server of the test's own in a temporary folder, gone when the test process ends. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-test-postgres-"));
  const options = {
    dataDir: path.join(folder, "postgres"),
    log: path.join(folder, "postgres.log"),
    settings: quickSettings,
  };
  let server: RunningPostgres = await startPostgres(options);
  server.unref();
  const reaper = reapAfterThisProcess(() => [server.pid], folder);
  return {
    url: server.url,
    port: server.port,
    get pid() {
      return server.pid;
    },
    kill: () => killNow(server.pid, server.exited),
    restart: async () => {
      server = await startPostgres({ ...options, port: server.port, takeOver: true });
      server.unref();
      reaper.add(server.pid);
    },
    stop: () => server.stop(),
    freshDatabase: async () => {
      const name = `test_${randomBytes(6).toString("hex")}`;
      const sql = postgres(server.url, { max: 1, onnotice: () => {} });
      try {
        await sql.unsafe(`create database ${name}`);
      } finally {
        await sql.end({ timeout: 5 });
      }
      return server.url.replace(/qinghao$/, name);
    },
  };
}

/**
 * Starts a Temporal server of the test's own in a temporary folder, gone when the test process ends.
 * @param settings Temporal's dynamic configuration, by key
 */
export async function startTestTemporal(
  settings: Readonly<Record<string, number | boolean | string>> = {},
): Promise<TestTemporal> {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-test-temporal-"));
  const options = { dbFile: path.join(folder, "temporal.db"), log: path.join(folder, "temporal.log"), settings };
  let server: RunningTemporal = await startTemporal(options);
  server.unref();
  const reaper = reapAfterThisProcess(() => [server.pid], folder);
  return {
    address: server.address,
    namespace: server.namespace,
    port: server.port,
    get pid() {
      return server.pid;
    },
    kill: () => killNow(server.pid, server.exited),
    restart: async () => {
      server = await startTemporal({ ...options, port: server.port });
      server.unref();
      reaper.add(server.pid);
    },
    stop: () => server.stop(),
  };
}

async function killNow(pid: number, exited: Promise<unknown>): Promise<void> {
  process.kill(pid, "SIGKILL");
  const keepWaiting = setInterval(() => {}, 1_000);
  await exited;
  clearInterval(keepWaiting);
}

let sharedPostgres: Promise<TestPostgres> | undefined;
let sharedTemporal: Promise<TestTemporal> | undefined;

/** The URL of a fresh, empty database. The first call of a test file starts a real PostgreSQL; later calls share it. */
export async function testPostgres(): Promise<string> {
  sharedPostgres ??= startTestPostgres();
  return (await sharedPostgres).freshDatabase();
}

/** The address (`127.0.0.1:port`, namespace `default`) of a real Temporal server, shared by the calls of one test file. */
export async function testTemporal(): Promise<string> {
  sharedTemporal ??= startTestTemporal();
  return (await sharedTemporal).address;
}

/** Why Temporal tests cannot run here, or null when they can: for `describe.skipIf`, whose reason must be printed. */
export function whyNoTemporal(): string | null {
  const { TEMPORAL_ADDRESS: _elsewhere, ...env } = process.env;
  return findTemporal({ env }).kind === "binary"
    ? null
    : "no Temporal program was found: run `npm start` or `npm test` once";
}
