// One hospital's node: a process of its own that polls its own queue and serves the hospital's own pages.
import { isQinghaoError } from "@qinghao/kernel";
import { createSiteWorker, scheduleRefresh } from "@qinghao/workflow-trial-matching/site-worker";
import { openNode } from "./node.ts";
import { startPages } from "./pages/server.ts";
import { type NodeReady, nodeSettingsSchema } from "./settings.ts";

const settings = nodeSettingsSchema.parse(process.env);
const node = await openNode(settings);
const pages = await startPages(node, settings.QINGHAO_NODE_PORT);
const place = {
  site: settings.QINGHAO_SITE,
  temporalAddress: settings.TEMPORAL_ADDRESS,
  namespace: settings.TEMPORAL_NAMESPACE,
};
process.send?.({ kind: "ready", url: pages.url } satisfies NodeReady);
const worker = await createSiteWorker(place, node.work, async () => {
  await pages.close();
  await node.close();
});

const shutdown = () => void worker.shutdown();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, shutdown);
process.once("disconnect", shutdown); // Whoever started it was killed.

const working = worker.run();
node.refresh().catch(sayKind);
scheduleRefresh(place, settings.QINGHAO_NODE_REFRESH_MINUTES).catch(sayKind);
await working;
process.exit(0);

/** Codes and kinds only: what an error says could quote a record. */
function sayKind(error: unknown): void {
  const kind = isQinghaoError(error) ? error.code : error instanceof Error ? error.name : typeof error;
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level: "WARN", error: kind })}\n`);
}
