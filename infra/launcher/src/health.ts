import { createQinghaoClient } from "@qinghao/api/client";
import { checkDatabase, openDatabase } from "@qinghao/db";
import { sleep } from "@qinghao/services";
import { Connection } from "@temporalio/client";
import { launcherErrors } from "./errors.ts";
import { type DemonstrationSite, queuesOfSites } from "./sites.ts";

/** One line of `--check`. */
export type Finding = { readonly part: string; readonly ok: boolean; readonly detail: string };

export type Places = {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  workbenchUrl: string;
  /** Hospitals with the address of their own pages. */
  sites: readonly { site: DemonstrationSite; url: string }[];
};

/** Queues that a worker of this machine polls; the GPU queue exists only where a GPU does. */
const queuesNeeded = ["compounds", "modelling", "modelling-cpu", "trial-matching"];

const finding = async (part: string, look: () => Promise<string>): Promise<Finding> => {
  try {
    return { part, ok: true, detail: await look() };
  } catch (error) {
    return { part, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

/** Asks every part over the way its clients use: SQL, gRPC, HTTP. */
export async function checkHealth(places: Places): Promise<Finding[]> {
  return Promise.all([
    finding("PostgreSQL", () => databaseVersion(places.databaseUrl)),
    finding("Temporal", () => temporalVersion(places.temporalAddress, places.namespace)),
    finding("Workbench", () => pageAnswers(places.workbenchUrl)),
    finding("API", () => apiHealth(places.workbenchUrl)),
    finding("Workers", () => queuesPolled(places.workbenchUrl, queuesNeeded)),
    ...places.sites.map(({ site, url }) =>
      finding(site.name.en, async () => {
        const page = await pageAnswers(url);
        await queuesPolled(places.workbenchUrl, queuesOfSites([site]));
        return `${page}; polls its queue`;
      }),
    ),
  ]);
}

async function databaseVersion(url: string): Promise<string> {
  const db = openDatabase(url, { maxConnections: 1 });
  try {
    return `version ${(await checkDatabase(db)).version}`;
  } finally {
    await db.close();
  }
}

/** Errors: `launcher.temporal.unreachable`. */
export async function temporalVersion(address: string, namespace: string): Promise<string> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: "10s" });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      const info = await connection.workflowService.getSystemInfo({});
      return `server ${info.serverVersion}, namespace ${namespace}`;
    } finally {
      await connection.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw launcherErrors.create("temporal.unreachable", { where: address, namespace, reason }, error);
  }
}

async function pageAnswers(url: string): Promise<string> {
  const started = performance.now();
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  const page = await response.text();
  if (!response.ok) throw new Error(`the first page answers with status ${response.status}`);
  if (!page.includes("</html>")) throw new Error("the first page is not a whole HTML page");
  return `first page in ${Math.round(performance.now() - started)} ms`;
}

async function apiHealth(url: string): Promise<string> {
  const health = await createQinghaoClient({ server: url }).system.health.query();
  const ill = health.services.filter((service) => !service.ok);
  if (ill.length > 0) throw new Error(ill.map((service) => `${service.name}: ${service.detail}`).join("; "));
  return `version ${health.version}; ${health.services.map((service) => service.name).join(", ")} reached`;
}

/** A worker that has just started is listed within seconds. */
async function queuesPolled(url: string, needed: readonly string[], waitMs = 30_000): Promise<string> {
  const client = createQinghaoClient({ server: url });
  const deadline = Date.now() + waitMs;
  for (;;) {
    const { queues } = await client.system.queues.query();
    const polled = new Set(queues.filter((queue) => queue.pollers > 0).map((queue) => queue.queue));
    const idle = needed.filter((name) => !polled.has(name));
    if (idle.length === 0) return [...polled].join(", ");
    if (Date.now() > deadline) throw new Error(`no worker polls ${idle.join(", ")}`);
    await sleep(500);
  }
}
