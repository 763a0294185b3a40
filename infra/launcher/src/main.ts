// Started by infra/setup/start.mjs on Node 24: runs everything of one installation until it is asked to stop.
import { isQinghaoError } from "@qinghao/kernel";
import { demonstrate } from "./demonstration.ts";
import { checkHealth } from "./health.ts";
import { type Launched, launch, type Started, stopAll } from "./launch.ts";
import { type LaunchOptions, readOptions, usage } from "./options.ts";
import { shortPath } from "./paths.ts";
import { table } from "./table.ts";

const startedAt = performance.now();
const say = (line: string) => console.log(line);
const stop = new AbortController();
const started: Started = { clients: [], services: [], release: () => {} };

process.exitCode = await main(process.argv.slice(2));
process.exit();

async function main(args: readonly string[]): Promise<number> {
  listenForStop();
  try {
    const options = readOptions(args, process.env.INIT_CWD);
    if (options.help) {
      say(usage);
      return 0;
    }
    const launched = await launch({ options, env: process.env, say, signal: stop.signal }, started);
    return options.check ? await check(launched, options) : await serve(launched, options);
  } catch (error) {
    if (stop.signal.aborted) return 130;
    console.error(isQinghaoError(error) ? `\n${error.message}` : error);
    return 1;
  } finally {
    await stopAll(started);
    if (stop.signal.aborted) say("Stopped.");
  }
}

/** The first request to stop is orderly; a later one (not the same key press reaching us twice) ends everything at once. */
function listenForStop(): void {
  let firstAt = 0;
  const request = () => {
    if (!stop.signal.aborted) {
      firstAt = performance.now();
      say("\nStopping ...");
      stop.abort(new Error("stopped"));
    } else if (performance.now() - firstAt > 1_000) {
      for (const part of [...started.clients, ...started.services]) killNow(part.current().pid);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
  process.on("disconnect", request);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

async function serve(launched: Launched, options: LaunchOptions): Promise<number> {
  const { url } = launched.workbench.current();
  say(
    `\nQinghao is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n${table(whatRunsWhere(launched))}`,
  );
  say("Press Ctrl-C to stop.");
  process.send?.({
    kind: "ready",
    url,
    databaseUrl: launched.postgres.url,
    temporalAddress: launched.temporal.address,
    sites: launched.sites.map(({ site, node }) => ({ id: site.id, url: node.current().ready.url })),
  });
  if (options.demonstration) await showDemonstration(launched);
  if (!stop.signal.aborted) {
    await new Promise((resolve) => stop.signal.addEventListener("abort", resolve, { once: true }));
  }
  return 0;
}

async function showDemonstration({ workbench, state }: Launched): Promise<void> {
  if (state.value.demonstratedAt !== null) return;
  try {
    const outcome = await demonstrate({
      url: workbench.current().url,
      state,
      now: () => new Date(),
      signal: stop.signal,
    });
    say(`Demonstration project: ${outcome}`);
    process.send?.({ kind: "demonstration", ok: true, detail: outcome });
  } catch (error) {
    if (stop.signal.aborted) return;
    const detail = error instanceof Error ? error.message : String(error);
    say(detail);
    process.send?.({ kind: "demonstration", ok: false, detail });
  }
}

async function check(launched: Launched, options: LaunchOptions): Promise<number> {
  const { url } = launched.workbench.current();
  say(`\nEverything runs (${((performance.now() - startedAt) / 1000).toFixed(1)} s); checking each part ...`);
  const findings = await checkHealth({
    databaseUrl: launched.postgres.url,
    temporalAddress: launched.temporal.address,
    namespace: launched.temporal.namespace,
    workbenchUrl: url,
    sites: launched.sites.map(({ site, node }) => ({ site, url: node.current().ready.url })),
  });
  const demonstration = { part: "Demonstration project", ok: true, detail: "left out" };
  if (options.demonstration) {
    try {
      demonstration.detail = await demonstrate({
        url,
        state: launched.state,
        now: () => new Date(),
        signal: stop.signal,
      });
    } catch (error) {
      demonstration.ok = false;
      demonstration.detail = error instanceof Error ? error.message : String(error);
    }
  }
  const all = [...findings, demonstration];
  say(table(all.map(({ part, ok, detail }) => [`${ok ? "ok    " : "FAILED"} ${part}`, detail] as const)));
  const failed = all.filter((finding) => !finding.ok);
  if (failed.length > 0)
    say(`\n${failed.length} of ${all.length} checks failed. Logs: ${shortPath(launched.folder.log("*"))}`);
  else say("\nAll is healthy.");
  return failed.length === 0 ? 0 : 1;
}

function whatRunsWhere({ workbench, worker, postgres, temporal, folder, sites }: Launched): [string, string][] {
  const { url } = workbench.current();
  const ready = worker.current().ready;
  return [
    ["Workbench", url],
    ["API", `${url}/api/v1/openapi.json`],
    ["PostgreSQL", `${postgres.where}${postgres.supervised ? " (embedded)" : " (DATABASE_URL)"}`],
    ["Temporal", `${temporal.where}${temporal.supervised ? " (development server)" : " (TEMPORAL_ADDRESS)"}`],
    ["Workers", `1 process, ${ready.threads} threads, backend ${ready.backend}`],
    ...sites.map(({ site, node }): [string, string] => ["Hospital", `${node.current().ready.url}  ${site.name.en}`]),
    ["Data", shortPath(folder.root)],
    ["Logs", shortPath(folder.log("*"))],
  ];
}
