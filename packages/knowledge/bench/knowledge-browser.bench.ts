// The browser's pack in Chromium: time to open, linking and search, memory after a collection; bar: below 60 MB.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "@qinghao/services";
import { writeBenchReport } from "@qinghao/testing";
import { chromium } from "playwright-core";
import { build } from "vite";
import { browserPage } from "./browser-page.ts";
import { packFolder } from "./open-packs.ts";

const executablePath = findChromium();
if (executablePath === null) {
  console.log("skipped: it needs Chromium (npm run doctor says how to get one)");
  process.exit(0);
}
const root = path.join(import.meta.dirname, "..");
const folder = await mkdtemp(path.join(tmpdir(), "qinghao-knowledge-"));
await build({
  root,
  logLevel: "warn",
  build: {
    lib: { entry: path.join(root, "src/index.ts"), formats: ["es"], fileName: "knowledge" },
    outDir: folder,
    emptyOutDir: true,
    minify: true,
  },
});
const texts = [
  "右肺上叶腺癌 IIIA期",
  "recurrent NSCLC, stage IIIB",
  "盐酸吉西他滨注射液",
  "gemcitabine hydrochloride",
  "2型糖尿病",
  "血红蛋白 90 g/L",
];
const files: Record<string, { type: string; read(): Promise<Uint8Array | string> }> = {
  "/": { type: "text/html", read: async () => browserPage(texts) },
  "/knowledge.js": { type: "text/javascript", read: () => readFile(path.join(folder, "knowledge.js")) },
  "/browser.pack": {
    type: "application/octet-stream",
    read: async () => readFile(path.join(await packFolder(), "browser.pack")),
  },
};
const server = createServer(async ({ url }, response) => {
  const file = files[url ?? ""];
  response.writeHead(file === undefined ? 404 : 200, { "content-type": file?.type ?? "text/plain" });
  response.end(await file?.read());
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const flags = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"];
const browser = await chromium.launch({ executablePath, args: flags });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await page.waitForFunction("window.figures !== undefined");
const figures: object = await page.evaluate("window.figures");
const session = await page.context().newCDPSession(page);
await session.send("HeapProfiler.collectGarbage");
const heap: Record<string, number> = { ...(await session.send("Runtime.getHeapUsage")) };
const memoryMB = ((heap.usedSize ?? 0) + (heap.backingStorageSize ?? 0) + (heap.embedderHeapUsedSize ?? 0)) / 1e6;
const report = { browser: browser.version(), ...figures, memoryMB };
console.log(JSON.stringify(report, null, 1));
await browser.close();
server.close();
await rm(folder, { recursive: true });
if (memoryMB >= 60) throw new Error(`the browser's pack takes ${memoryMB} MB`);
writeBenchReport(import.meta.dirname, report, "knowledge-browser");
