import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { migrate, openDatabase } from "@qinghao/db";
import { ensureOwnDatabase } from "@qinghao/services";
import { type PostgresInUse, type TemporalInUse, usePostgres, useTemporal } from "./backing-services.ts";
import { ensureBuilt } from "./build.ts";
import { launcherErrors } from "./errors.ts";
import { temporalVersion } from "./health.ts";
import { type RunningNode, startNode } from "./hospital-node.ts";
import { knowledgeFolder } from "./knowledge.ts";
import { takeLock } from "./lock.ts";
import type { LaunchOptions } from "./options.ts";
import { type DataFolder, dataFolder, repositoryRoot, shortPath } from "./paths.ts";
import { type DemonstrationSite, demonstrationSites, registerSites } from "./sites.ts";
import { endLeftovers, openState, rememberChild, type StateFile } from "./state.ts";
import { type PartEvent, type RunningPart, type Supervised, supervise } from "./supervisor.ts";
import { type RunningWorkbench, startWorkbench } from "./workbench.ts";
import { type RunningWorker, startWorker } from "./worker.ts";

export type Launched = {
  readonly folder: DataFolder;
  readonly state: StateFile;
  readonly postgres: PostgresInUse;
  readonly temporal: TemporalInUse;
  readonly workbench: Supervised<RunningWorkbench>;
  readonly worker: Supervised<RunningWorker>;
  /** Hospitals of the demonstration with their nodes; none where they were left out. */
  readonly sites: readonly { site: DemonstrationSite; node: Supervised<RunningNode> }[];
};

export type LaunchContext = {
  readonly options: LaunchOptions;
  readonly env: NodeJS.ProcessEnv;
  say(line: string): void;
  /** Aborted when the person asks to stop. */
  readonly signal: AbortSignal;
};

/** Everything that was started, in the order in which it must end. Filled while the launch goes on. */
export type Started = {
  readonly clients: Supervised<RunningPart>[];
  readonly services: Supervised<RunningPart>[];
  release(): void;
};

/** Starts every part. What runs already when a later part fails is in `started`, for `stopAll`. */
export async function launch(context: LaunchContext, started: Started): Promise<Launched> {
  const { options, env, say, signal } = context;
  const folder = dataFolder(options.dataDir);
  makeFolders(folder);
  const taken = takeLock(folder.lock);
  if (!taken.ok) {
    const { pid, url } = taken.holder;
    throw launcherErrors.create("data.in_use", { dataDir: shortPath(folder.root), pid, url: url ?? "it is starting" });
  }
  started.release = taken.lock.release;
  const state = openState(folder.state);
  await endLeftovers(state, say);
  for (const part of [
    "postgres",
    "temporal",
    "workbench",
    "worker",
    "build",
    ...demonstrationSites.map(({ id }) => id),
  ])
    rotate(folder.log(part));

  const knowledge = await knowledgeFolder(env, say);
  const onEvent = (part: string, event: PartEvent) => say(eventLine(part, event));
  const shared = { folder, state, env, onEvent };
  const failed = new AbortController();
  const building = ensureBuilt({
    root: repositoryRoot,
    log: folder.log("build"),
    say,
    signal: AbortSignal.any([signal, failed.signal]),
  });
  const keep = <T extends { supervised: Supervised<RunningPart> | null }>(inUse: T): T => {
    if (inUse.supervised) started.services.push(inUse.supervised);
    return inUse;
  };
  const [postgres, temporal] = await settled(
    [usePostgres(shared).then(keep).then(migrated), useTemporal(shared).then(keep).then(reached), building],
    () => failed.abort(new Error("another part failed")),
  );
  signal.throwIfAborted();

  const childEnv = childEnvironment(env, folder, postgres, temporal, knowledge);
  const keepClient = <T extends RunningPart>(part: Supervised<T>): Supervised<T> => {
    started.clients.push(part);
    return part;
  };
  const wanted = options.sites ? demonstrationSites : [];
  await registerSites(postgres.url, wanted);
  const [workbench, worker, sites] = await settled([
    superviseWorkbench(context, shared, childEnv).then(keepClient),
    superviseWorker(shared, childEnv).then(keepClient),
    Promise.all(
      wanted.map(async (site) => ({
        site,
        node: keepClient(await superviseNode(site, shared, postgres, childEnv)),
      })),
    ),
  ]);
  taken.lock.describe(workbench.current().url);
  return { folder, state, postgres, temporal, workbench, worker, sites };
}

/** Ends everything that was started: first the clients of the services, then the services. */
export async function stopAll(started: Started): Promise<void> {
  await Promise.allSettled(started.clients.map((part) => part.stop()));
  await Promise.allSettled(started.services.map((part) => part.stop()));
  started.release();
}

/** Waits for all, so that nothing is still starting when the first failure is thrown; tells of a failure at once. */
async function settled<T extends readonly unknown[] | []>(
  work: T,
  onFailure: () => void = () => {},
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  for (const each of work) Promise.resolve(each).catch(onFailure);
  const failure = Promise.all(work).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  await Promise.allSettled(work);
  const first = await failure;
  if (first) throw first.error;
  return Promise.all(work);
}

async function migrated(inUse: PostgresInUse): Promise<PostgresInUse> {
  const db = openDatabase(inUse.url, { maxConnections: 2 });
  try {
    await migrate(db);
    return inUse;
  } catch (error) {
    if (inUse.supervised) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw launcherErrors.create("database.unreachable", { where: inUse.where, reason }, error);
  } finally {
    await db.close();
  }
}

async function reached(inUse: TemporalInUse): Promise<TemporalInUse> {
  if (!inUse.supervised) await temporalVersion(inUse.address, inUse.namespace);
  return inUse;
}

type Shared = { folder: DataFolder; state: StateFile; onEvent(part: string, event: PartEvent): void };

function superviseWorkbench(
  { options, say }: LaunchContext,
  { folder, state, onEvent }: Shared,
  env: NodeJS.ProcessEnv,
) {
  return supervise<RunningWorkbench>({
    start: async (previous) => {
      const port = previous?.port ?? options.port;
      const server = await startWorkbench({ root: repositoryRoot, port, log: folder.log("workbench"), env });
      rememberChild(state, "workbench", server.pid);
      if (port !== 0 && server.port !== port) say(`Port ${port} is taken: the workbench uses ${server.port}`);
      return server;
    },
    onEvent: (event) => onEvent("The workbench", event),
  });
}

function superviseWorker({ folder, state, onEvent }: Shared, env: NodeJS.ProcessEnv) {
  return supervise<RunningWorker>({
    start: async () => {
      const worker = await startWorker({ log: folder.log("worker"), env });
      rememberChild(state, "worker", worker.pid);
      return worker;
    },
    onEvent: (event) => onEvent("The worker", event),
  });
}

async function superviseNode(
  site: DemonstrationSite,
  { folder, state, onEvent }: Shared,
  postgres: PostgresInUse,
  env: NodeJS.ProcessEnv,
) {
  const databaseUrl = await ensureOwnDatabase(postgres.url, site.id, postgres.supervised !== null);
  return supervise<RunningNode>({
    start: async (previous) => {
      const port =
        previous === null ? (state.value.ports[site.id] ?? site.port) : Number(new URL(previous.ready.url).port);
      const dataDir = folder.site(site.id);
      const node = await startNode({ site, databaseUrl, dataDir, port, log: folder.log(site.id), env });
      rememberChild(state, site.id, node.pid);
      state.change((value) => {
        value.ports[site.id] = Number(new URL(node.ready.url).port);
      });
      return node;
    },
    onEvent: (event) => onEvent(site.name.en, event),
  });
}

function childEnvironment(
  env: NodeJS.ProcessEnv,
  folder: DataFolder,
  postgres: PostgresInUse,
  temporal: TemporalInUse,
  knowledge: string,
): NodeJS.ProcessEnv {
  return {
    ...env,
    NODE_ENV: "production",
    TF_CPP_MIN_LOG_LEVEL: env.TF_CPP_MIN_LOG_LEVEL ?? "2",
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    QINGHAO_ARTIFACTS: folder.artifacts,
    QINGHAO_KNOWLEDGE: knowledge,
    QINGHAO_WEIGHTS: path.join(repositoryRoot, "datasets", "weights"),
  };
}

/** Others may pass through the folder (PostgreSQL's account must, under root) but read nothing in it. */
function makeFolders(folder: DataFolder): void {
  if (!existsSync(folder.root)) mkdirSync(folder.root, { recursive: true, mode: 0o711 });
  mkdirSync(folder.artifacts, { recursive: true, mode: 0o700 });
  mkdirSync(path.dirname(folder.log("any")), { recursive: true, mode: 0o700 });
}

/** A log above 20 MB becomes `<name>.log.1` at the next start. */
function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > 20_000_000) renameSync(log, `${log}.1`);
}

function eventLine(part: string, event: PartEvent): string {
  const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  switch (event.kind) {
    case "ended": {
      const how = event.exit.signal ?? `code ${event.exit.code}`;
      return `${part} ended by itself (${how}); starting it again in ${inSeconds(event.restartInMs)}`;
    }
    case "start-failed": {
      const why = event.error instanceof Error ? event.error.message : String(event.error);
      return `${part} did not start again: ${why}; next attempt in ${inSeconds(event.restartInMs)}`;
    }
    case "restarted":
      return `${part} runs again (process ${event.pid})`;
  }
}
