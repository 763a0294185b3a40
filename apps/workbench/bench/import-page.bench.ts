// A file of 100,000 rows through the import page: how long the page's main thread is held up; writes import-page.results.json.
// Bar: no task of more than 100 ms while the file is sent, previewed and imported, and progress that moves.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "@qinghao/services";
import { testStack, writeBenchReport } from "@qinghao/testing";
import { chromium } from "playwright-core";
import { libraryLines } from "./library.ts";
import { type Held, lookAtWatch, startWatching } from "./watch-page.ts";

const rows = 100_000;
const lines = await libraryLines(rows);
const executablePath = findChromium();
if (lines === null || executablePath === null) {
  console.log("skipped: it needs shared/datasets/libraries and Chromium (npm run doctor says how to get one)");
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), "qinghao-import-page-"));
const stack = await testStack();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });

try {
  const made = await fetch(`${stack.url}/api/v1/projects`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: `${rows} rows through the page` }),
  });
  const { id } = (await made.json()) as { id: string };
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  page.setDefaultTimeout(30 * 60_000);
  await page.goto(`${stack.url}/p/${id}/import`);
  await page.waitForLoadState("networkidle");
  await startWatching(page);

  const file = path.join(folder, "library.smi");
  writeFileSync(file, lines.join("\n"));
  await page.locator("input[type=file]").setInputFiles(file);
  const start = page.getByRole("button", { name: "Start the import" });
  await start.waitFor();
  const sent = await lookAtWatch(page);
  await start.click();

  const progress = page.getByRole("progressbar");
  await progress.waitFor();
  const steps = new Set<string>();
  const during: Held[] = [];
  const over = page.getByRole("link", { name: "Show compounds" });
  while (!(await over.isVisible())) {
    await page.waitForTimeout(2_000);
    const step = await progress.getAttribute("aria-valuetext", { timeout: 500 }).catch(() => null);
    if (step !== null) steps.add(step);
    during.push(await lookAtWatch(page));
  }
  const imported: Held = {
    seconds: Math.round(during.reduce((sum, one) => sum + one.seconds, 0)),
    longestFrameMs: Math.max(...during.map((one) => one.longestFrameMs)),
    longTasks: during.reduce((sum, one) => sum + one.longTasks, 0),
    longestTaskMs: Math.max(...during.map((one) => one.longestTaskMs)),
  };
  const figures = await page.locator("dl").first().textContent();

  await over.click();
  await page.getByRole("grid").getByRole("gridcell", { name: /^LIB/ }).first().waitFor();
  const shown = await lookAtWatch(page);
  const result = {
    browser: browser.version(),
    rows,
    fileMegabytes: Math.round(statSync(file).size / 1e5) / 10,
    sendAndPreview: sent,
    import: { ...imported, progressSteps: steps.size, figures },
    openTable: shown,
  };
  console.log(JSON.stringify(result, null, 2));
  writeBenchReport(import.meta.dirname, result, "import-page");
} finally {
  await browser.close();
  await stack.stop();
  rmSync(folder, { recursive: true });
}
