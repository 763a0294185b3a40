import { fileURLToPath } from "node:url";
import { type NodeReady, nodeReadySchema } from "@qinghao/hospital-node/settings";
import { logTail, startProgram } from "@qinghao/services";
import { launcherErrors } from "./errors.ts";
import type { DemonstrationSite } from "./sites.ts";
import type { RunningPart } from "./supervisor.ts";

export type RunningNode = RunningPart & { readonly ready: NodeReady };

const program = fileURLToPath(import.meta.resolve("@qinghao/hospital-node/main"));

/** Starts one hospital's node as a process of its own and waits until its pages answer. */
export async function startNode(options: {
  site: DemonstrationSite;
  databaseUrl: string;
  dataDir: string;
  port: number;
  log: string;
  /** Temporal, knowledge; nothing of the sponsor's database. */
  env: NodeJS.ProcessEnv;
  timeoutMs?: number;
}): Promise<RunningNode> {
  const { site, env, log } = options;
  const isReady = Promise.withResolvers<NodeReady>();
  const patients = env.QINGHAO_SITE_PATIENTS;
  const node = startProgram(process.execPath, [program], log, {
    env: {
      ...withoutSponsor(env),
      NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --disable-warning=ExperimentalWarning`.trim(),
      DATABASE_URL: options.databaseUrl,
      QINGHAO_SITE: site.id,
      QINGHAO_SITE_NAME_EN: site.name.en,
      QINGHAO_SITE_NAME_ZH: site.name.zh,
      QINGHAO_NODE_DATA: options.dataDir,
      QINGHAO_NODE_FLAVOUR: site.flavour,
      QINGHAO_NODE_FORMAT: site.format,
      QINGHAO_NODE_SEED: String(site.seed),
      QINGHAO_NODE_DIRT: String(site.dirt),
      QINGHAO_NODE_PORT: String(options.port),
      ...(patients === undefined ? {} : { QINGHAO_NODE_PATIENTS: patients }),
    },
    onMessage: (message) => {
      const parsed = nodeReadySchema.safeParse(message);
      if (parsed.success) isReady.resolve(parsed.data);
    },
  });
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), options.timeoutMs ?? 120_000);
  const first = await Promise.race([isReady.promise, node.exited.then(() => "ended" as const), late.promise]);
  clearTimeout(timer);
  if (first === "ended" || first === "late") {
    await node.stop("SIGKILL", 0);
    const reason = first === "late" ? "no answer in time" : `it ended: ${logTail(log)}`;
    throw launcherErrors.create("part.not_ready", { part: site.name.en, reason, log });
  }
  return { ready: first, pid: node.pid, exited: node.exited, stop: () => node.stop("SIGTERM", 4_000) };
}

/** A node's process knows no address of the sponsor's database or store. */
function withoutSponsor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, QINGHAO_ARTIFACTS: _artifacts, QINGHAO_WEIGHTS: _weights, ...rest } = env;
  return rest as NodeJS.ProcessEnv;
}
