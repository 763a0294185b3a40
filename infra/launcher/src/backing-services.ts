import {
  findTemporal,
  isPortFree,
  type RunningPostgres,
  type RunningTemporal,
  sleep,
  startPostgres,
  startTemporal,
} from "@qinghao/services";
import { launcherErrors } from "./errors.ts";
import type { DataFolder } from "./paths.ts";
import { rememberChild, type StateFile } from "./state.ts";
import { type PartEvent, type Supervised, supervise } from "./supervisor.ts";

/** Where a service is, and what this launch runs of it (null when it is somebody else's). */
export type PostgresInUse = { url: string; where: string; supervised: Supervised<RunningPostgres> | null };
export type TemporalInUse = {
  address: string;
  namespace: string;
  where: string;
  supervised: Supervised<RunningTemporal> | null;
};

type Context = {
  folder: DataFolder;
  state: StateFile;
  env: NodeJS.ProcessEnv;
  onEvent(part: string, event: PartEvent): void;
};

const preferredPorts = { postgres: 55_432, temporal: 7233 };

/** PostgreSQL of `DATABASE_URL`, else an embedded one whose data lies in the data folder. */
export async function usePostgres({ folder, state, env, onEvent }: Context): Promise<PostgresInUse> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, where: placeOf(env.DATABASE_URL), supervised: null };
  const options = { dataDir: folder.postgres, log: folder.log("postgres"), takeOver: true };
  const supervised = await supervise<RunningPostgres>({
    start: async (previous) => {
      const port = previous?.port ?? state.value.ports.postgres ?? preferredPorts.postgres;
      if (previous) await waitForPort(port, "PostgreSQL");
      const server = await startPostgres({ ...options, port });
      remember(state, "postgres", server);
      return server;
    },
    onEvent: (event) => onEvent("PostgreSQL", event),
  });
  return { url: supervised.current().url, where: `127.0.0.1:${supervised.current().port}`, supervised };
}

/** Temporal of `TEMPORAL_ADDRESS`, else its development server, persisted to a file in the data folder. */
export async function useTemporal({ folder, state, env, onEvent }: Context): Promise<TemporalInUse> {
  const found = findTemporal({ env });
  if (found.kind === "address") {
    const { address } = found;
    return { address, namespace: env.TEMPORAL_NAMESPACE || "default", where: address, supervised: null };
  }
  const program = found.kind === "binary" ? found.path : undefined;
  const options = { dbFile: folder.temporalDb, log: folder.log("temporal"), ...(program ? { program } : {}) };
  const supervised = await supervise<RunningTemporal>({
    start: async (previous) => {
      const port = previous?.port ?? state.value.ports.temporal ?? preferredPorts.temporal;
      if (previous) await waitForPort(port, "Temporal");
      const server = await startTemporal({ ...options, port });
      remember(state, "temporal", server);
      return server;
    },
    onEvent: (event) => onEvent("Temporal", event),
  });
  const { address, namespace } = supervised.current();
  return { address, namespace, where: address, supervised };
}

function remember(state: StateFile, part: "postgres" | "temporal", server: { pid: number; port: number }): void {
  rememberChild(state, part, server.pid);
  state.change((value) => {
    value.ports[part] = server.port;
  });
}

/** A restarted service must answer where its clients look for it. */
async function waitForPort(port: number, part: string): Promise<void> {
  for (let waited = 0; !(await isPortFree(port)); waited += 100) {
    if (waited > 5_000) throw launcherErrors.create("port.lost", { port, part });
    await sleep(100);
  }
}

/** `host:port/database` of a database address, without its password. */
export function placeOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.host}${url.pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
