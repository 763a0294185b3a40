// How soon a page answers after it is opened with an empty cache, and how much JavaScript it brings; writes bench/results.json.
// Bars: the first page answers in under 2 s and brings under 300 kB of JavaScript, gzipped.
import { gzipSync } from "node:zlib";
import { findChromium } from "@qinghao/services";
import { startStack, writeBenchReport } from "@qinghao/testing";
import { type Browser, chromium } from "playwright-core";

const passes = 5;
const executablePath = findChromium();
if (executablePath === null) {
  console.log("skipped: no Chromium was found; npm run doctor says how to get one");
  process.exit(0);
}
const stack = await startStack({ demonstration: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });

type Load = { answersMs: number; contentMs: number; scripts: number; scriptKilobytesGzip: number };

/** Opens a page in a fresh profile and presses Ctrl K until the search opens: only a page that is alive answers. */
async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  const start = performance.now();
  await page.goto(url, { waitUntil: "domcontentloaded" });
  const contentMs = performance.now() - start;
  const search = page.getByRole("dialog");
  while (!(await search.isVisible())) {
    await page.keyboard.press("Control+k");
    await page.waitForTimeout(20);
  }
  const answersMs = performance.now() - start;
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("response");
  const bytes = (await Promise.allSettled(sizes)).flatMap((size) => (size.status === "fulfilled" ? [size.value] : []));
  await context.close();
  return {
    answersMs: Math.round(answersMs),
    contentMs: Math.round(contentMs),
    scripts: bytes.length,
    scriptKilobytesGzip: Math.round(bytes.reduce((a, b) => a + b, 0) / 1000),
  };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

try {
  const { projects } = (await (await fetch(`${stack.url}/api/v1/projects`)).json()) as { projects: { id: string }[] };
  const pages = {
    projects: "/",
    compounds: `/p/${projects[0]!.id}/compounds`,
    design: `/p/${projects[0]!.id}/design`,
    models: "/models",
  };
  const results: Record<string, Load> = {};
  for (const [name, address] of Object.entries(pages)) {
    await load(browser, stack.url + address);
    const loads: Load[] = [];
    for (let pass = 0; pass < passes; pass++) loads.push(await load(browser, stack.url + address));
    results[name] = {
      answersMs: median(loads.map((one) => one.answersMs)),
      contentMs: median(loads.map((one) => one.contentMs)),
      scripts: median(loads.map((one) => one.scripts)),
      scriptKilobytesGzip: median(loads.map((one) => one.scriptKilobytesGzip)),
    };
    console.log(JSON.stringify({ page: name, ...results[name] }));
  }
  writeBenchReport(import.meta.dirname, { browser: browser.version(), passes, pages: results });
} finally {
  await browser.close();
  await stack.stop();
}
