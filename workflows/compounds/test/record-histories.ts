/**
 * Records the histories of real imports and searches for the replay test: completed, cancelled, failed. Ids are
 * synthetic and payloads hold nothing else. Run: node test/record-histories.ts
 */
import { enumerateSmiles, testPostgres, testTemporal } from "@qinghao/testing";
import { recordedHistories } from "@qinghao/testing/histories";
import { createCompoundsWorker } from "../src/worker.ts";
import { hasEnded, setStage } from "./stage.ts";

const histories = recordedHistories(new URL("./histories/", import.meta.url));
const stage = await setStage(await testPostgres(), await testTemporal());
const worker = await createCompoundsWorker(stage.env);
const running = worker.run();
const projectId = await stage.newProject();

const imported = await stage.startImport(projectId, "anilides.smi", enumerateSmiles(500).join("\n"));
await stage.importUntil(imported, "ended", hasEnded);
await histories.record(stage.client, imported, "import-completed");

const failing = await stage.startImport(projectId, "junk.smi", new Uint8Array(5000).fill(7));
await stage.importUntil(failing, "ended", hasEnded);
await histories.record(stage.client, failing, "import-failed");

const long = await stage.startImport(projectId, "long.smi", enumerateSmiles(20_000).join("\n"));
await stage.importUntil(long, "under way", (row) => row.rowsRead > 0);
await stage.client.workflow.getHandle(long).cancel();
await stage.importUntil(long, "ended", hasEnded);
await histories.record(stage.client, long, "import-cancelled");

const search = await stage.startSearch(projectId, "c1ccncc1");
await stage.searchUntil(search, "ended", hasEnded);
await histories.record(stage.client, search, "search-completed");

await worker.shutdown();
await running;
await stage.close();
process.exit(0);
