import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { findTemporal } from "./discovery.mjs";
import { servicesErrors } from "./errors.ts";
import { anyFreePort, freePort } from "./ports.ts";
import type { RunningService } from "./postgres.ts";
import { type Exit, logTail, sleep, startProgram } from "./process.ts";

export type StartTemporalOptions = {
  /** File that keeps all workflows; created when absent. */
  readonly dbFile: string;
  /** First port to try; the next free one is taken when it is in use. Default: any. */
  readonly port?: number;
  /** File that the server's output is appended to. */
  readonly log: string;
  /** The program; default: the one that `findTemporal` finds on PATH or in the cache. */
  readonly program?: string;
  /** How long to wait until it is healthy, ms. Default 60,000. */
  readonly timeoutMs?: number;
  /** Temporal's dynamic configuration, by key; values as JSON. */
  readonly settings?: Readonly<Record<string, number | boolean | string>>;
};

export type RunningTemporal = RunningService & {
  /** `127.0.0.1:port`, as a client wants it. */
  readonly address: string;
  readonly namespace: string;
  /** Its HTTP API, which answers health questions without a gRPC client. */
  readonly httpUrl: string;
};

const namespace = "default";
const mostStarts = 3;
/** Lines of the log in which a start that failed says why. */
const linesOfPanic = 300;

/** Starts Temporal's development server on 127.0.0.1, persisted to one file, and waits until its namespace answers. */
export async function startTemporal(options: StartTemporalOptions): Promise<RunningTemporal> {
  const dbFile = path.resolve(options.dbFile);
  mkdirSync(path.dirname(dbFile), { recursive: true });
  const program = options.program ?? programOnThisMachine();
  for (let starts = 1; ; starts++) {
    const failure = await attempt(program, dbFile, options);
    if (typeof failure !== "string") return failure;
    // A server killed while it made its tables leaves a file that no server can open and that never held a workflow.
    const isHalfMade = failure.includes("no such table: namespaces");
    // Somebody else took a port that was free a moment before.
    const lostPort = logTail(options.log, linesOfPanic).includes("address already in use");
    if (starts === mostStarts || !(isHalfMade || lostPort)) throw startFailed(failure, options);
    if (isHalfMade) for (const file of filesOf(dbFile)) rmSync(file, { force: true });
  }
}

const startFailed = (reason: string, { log }: StartTemporalOptions) =>
  servicesErrors.create("temporal.start_failed", { reason, log });
const filesOf = (dbFile: string): string[] => [dbFile, `${dbFile}-wal`, `${dbFile}-shm`];

/** One start: the running server, or why it does not run. */
async function attempt(
  program: string,
  dbFile: string,
  options: StartTemporalOptions,
): Promise<RunningTemporal | string> {
  const port = await freePort(options.port);
  const httpPort = await anyFreePort();
  const args = ["server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", String(port)];
  args.push("--http-port", String(httpPort), "--db-filename", dbFile, "--log-level", "warn");
  args.push("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=NORMAL");
  for (const [key, value] of Object.entries(options.settings ?? {})) {
    args.push("--dynamic-config-value", `${key}=${JSON.stringify(value)}`);
  }
  const server = startProgram(program, args, options.log);
  let ended: Exit | undefined;
  void server.exited.then((exit) => {
    ended = exit;
  });
  const httpUrl = `http://127.0.0.1:${httpPort}`;
  const deadline = Date.now() + (options.timeoutMs ?? 60_000);
  while (!(await isTemporalHealthy(httpUrl))) {
    if (ended)
      return (
        ended.error?.message ?? `it ended with ${ended.signal ?? `code ${ended.code}`}: ${logTail(options.log, 1)}`
      );
    if (Date.now() > deadline) {
      await server.stop("SIGKILL", 0);
      return "no answer in time";
    }
    await sleep(150);
  }
  for (const file of filesOf(dbFile)) if (existsSync(file)) chmodSync(file, 0o600);
  return {
    address: `127.0.0.1:${port}`,
    namespace,
    httpUrl,
    port,
    pid: server.pid,
    exited: server.exited,
    unref: server.unref,
    stop: () => server.stop("SIGTERM", 5_000),
  };
}

/** Whether a development server answers for its namespace. */
export async function isTemporalHealthy(httpUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${httpUrl}/api/v1/namespaces/${namespace}`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function programOnThisMachine(): string {
  const { TEMPORAL_ADDRESS: _elsewhere, ...env } = process.env;
  const found = findTemporal({ env });
  if (found.kind !== "binary") throw servicesErrors.create("temporal.missing");
  return found.path;
}
