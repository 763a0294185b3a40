// Scrolling the compound table at 100,000 rows: frame times, and where the time of a frame goes; writes table-scroll.results.json.
// Bar: median frame at most 16.7 ms, 95th percentile at most 20 ms, on a machine where the browser has a core to itself.
// Other work on the machine makes frames late but not longer to make, so the processor time of a frame is given beside them.
import { loadavg } from "node:os";
import { findChromium } from "@qinghao/services";
import { testStack, writeBenchReport } from "@qinghao/testing";
import { type Browser, chromium, type Page } from "playwright-core";
import { type FrameCost, type Spread, spread, traceFrames } from "./frame-trace.ts";
import { libraryLines } from "./library.ts";
import { projectWith } from "./library-project.ts";

const rows = 100_000;
const steps = [50, 100];
const lines = await libraryLines(rows);
const executablePath = findChromium();
if (lines === null || executablePath === null) {
  console.log("skipped: it needs shared/datasets/libraries and Chromium (npm run doctor says how to get one)");
  process.exit(0);
}

/**
 * How frames are put on the screen where there is no graphics card: by Chromium's own painter, or by OpenGL in software,
 * which is slower than the display whatever the page does and is measured for fewer frames.
 */
const compositors = {
  software: { flags: ["--disable-gpu"], passes: 5, frames: 240 },
  "software OpenGL": {
    flags: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    passes: 1,
    frames: 60,
  },
};

type Pass = { step: number; frames: Spread; over20: number; load: number };
type Jump = { frame: Spread; rowsMs: Spread; drawingsMs: Spread };
type Scrolling = { passes: Pass[]; typical: Pass[]; cost: FrameCost; jumps: Jump };

/** Scrolls like a wheel that is turned without rest and returns the times between frames. */
const scroll = (page: Page, step: number, frames: number): Promise<number[]> =>
  page.getByRole("grid").evaluate(
    async (table, [count, by]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await frame();
      for (let i = 0; i < count; i++) {
        performance.mark("scroll-frame");
        table.scrollTop += by;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [frames, step] as const,
  );

/** Drags the scroll bar to places all over the table: the frame after, and the wait for rows and for their drawings. */
async function jump(page: Page): Promise<Jump> {
  const jumps = await page.getByRole("grid").evaluate(async (table) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const inView = () => {
      const { top, bottom } = table.getBoundingClientRect();
      return [...table.querySelectorAll('[role="row"]')].slice(1).filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
    };
    const isPainted = (row: Element) => {
      const canvas = row.querySelector("canvas");
      if (canvas === null) return false;
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    };
    const until = async (isDone: () => boolean) => {
      const start = performance.now();
      while (!isDone() && performance.now() - start < 10_000) await new Promise((resolve) => setTimeout(resolve, 15));
      return performance.now() - start;
    };
    const seen: { frame: number; rows: number; drawings: number }[] = [];
    for (let i = 1; i <= 12; i++) {
      const before = await frame();
      table.scrollTop = ((i * 0.618) % 1) * table.scrollHeight;
      await frame();
      const after = await frame();
      const rows = await until(() => inView().every((row) => row.querySelector("canvas") !== null));
      seen.push({ frame: (after - before) / 2, rows, drawings: rows + (await until(() => inView().every(isPainted))) });
    }
    return seen;
  });
  return {
    frame: spread(jumps.map((one) => one.frame)),
    rowsMs: spread(jumps.map((one) => one.rows)),
    drawingsMs: spread(jumps.map((one) => one.drawings)),
  };
}

type Extent = { readonly passes: number; readonly frames: number };

async function measure(browser: Browser, address: string, { passes, frames }: Extent): Promise<Scrolling> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  await page.goto(address);
  await page.getByRole("grid").locator("canvas").first().waitFor();
  await page.waitForTimeout(2_000);
  await scroll(page, 50, 60);
  const seen: Pass[] = [];
  for (let pass = 0; pass < passes; pass++) {
    for (const step of steps) {
      const times = await scroll(page, step, frames);
      const load = Math.round(loadavg()[0]! * 10) / 10;
      seen.push({ step, frames: spread(times), over20: times.filter((time) => time > 20).length, load });
    }
  }
  const cost = await traceFrames(browser, page, () => scroll(page, 80, frames));
  const jumps = await jump(page);
  await page.close();
  const typical = steps.map(
    (step) => seen.filter((one) => one.step === step).toSorted((a, b) => a.over20 - b.over20)[passes >> 1]!,
  );
  return { passes: seen, typical, cost, jumps };
}

const stack = await testStack();
try {
  const address = `${stack.url}/p/${await projectWith(stack, lines)}/compounds`;
  const results: Record<string, Scrolling> = {};
  let version = "";
  for (const [name, { flags, ...extent }] of Object.entries(compositors)) {
    const args = ["--no-sandbox", "--disable-background-networking", ...flags];
    const browser = await chromium.launch({ executablePath, args });
    version = browser.version();
    results[name] = await measure(browser, address, extent);
    await browser.close();
    console.log(name, JSON.stringify(results[name], null, 2));
  }
  const result = { browser: version, rows, refresh: "60 Hz", compositors: results };
  writeBenchReport(import.meta.dirname, result, "table-scroll");
} finally {
  await stack.stop();
}
