import { createRequire } from "node:module";
import path from "node:path";
import { freePort, logTail, sleep, startProgram } from "@qinghao/services";
import { launcherErrors } from "./errors.ts";
import type { RunningPart } from "./supervisor.ts";

export type RunningWorkbench = RunningPart & { readonly url: string; readonly port: number };

/** Serves the built workbench on 127.0.0.1 and waits until its API answers. */
export async function startWorkbench(options: {
  root: string;
  port: number;
  log: string;
  env: NodeJS.ProcessEnv;
  timeoutMs?: number;
}): Promise<RunningWorkbench> {
  const folder = path.join(options.root, "apps", "workbench");
  const next = createRequire(path.join(folder, "package.json")).resolve("next/dist/bin/next");
  const port = await freePort(options.port);
  const args = [next, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const env = { ...options.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const server = startProgram(process.execPath, args, options.log, { cwd: folder, env });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + (options.timeoutMs ?? 60_000);
  while (!(await answers(`${url}/api/v1/system/health`))) {
    if (!server.isRunning() || Date.now() > deadline) {
      await server.stop("SIGKILL", 0);
      const reason = server.isRunning() ? "no answer in time" : `it ended: ${logTail(options.log)}`;
      throw launcherErrors.create("part.not_ready", { part: "The workbench", reason, log: options.log });
    }
    await sleep(150);
  }
  return { url, port, pid: server.pid, exited: server.exited, stop: () => server.stop("SIGTERM", 2_500) };
}

/** Whether the server answers at all; what it says about its health is for `health.ts`. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
