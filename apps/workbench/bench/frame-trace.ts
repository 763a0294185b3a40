import type { Browser, Page } from "playwright-core";

/** Where the processor time of a frame goes: median and 95th percentile, milliseconds. Time spent waiting does not count. */
export type FrameCost = {
  /** Script, style, layout, paint and commit on the page's main thread. */
  readonly mainThread: Spread;
  readonly script: Spread;
  readonly styleAndLayout: Spread;
  readonly paint: Spread;
  /** Compositor, raster threads and GPU process together, mean: what a graphics card would do, done here by the processor. */
  readonly compositeAndRasterMean: number;
};
export type Spread = { readonly median: number; readonly p95: number };

export const spread = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95) };
};
const round = (value: number) => Math.round(value * 10) / 10;

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string };
};

const categories = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
  "v8",
];
const scripts = new Set([
  "v8.callFunction",
  "FunctionCall",
  "FireAnimationFrame",
  "TimerFire",
  "EventDispatch",
  "MajorGC",
  "MinorGC",
]);
const styles = new Set(["UpdateLayoutTree", "Layout", "PrePaint"]);
const paints = new Set(["Paint", "Layerize", "Commit"]);

/** Records what all threads of the browser do while `act` runs. The trace itself costs time: do not read frame times from it. */
export async function traceFrames(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<FrameCost> {
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return costOf(traceEvents);
}

function costOf(events: readonly TraceEvent[]): FrameCost {
  const names = new Map<string, string>();
  for (const event of events)
    if (event.name === "thread_name") names.set(`${event.pid} ${event.tid}`, event.args?.name ?? "");
  const threadOf = (event: TraceEvent) => names.get(`${event.pid} ${event.tid}`) ?? "";
  const marks = events.filter((event) => event.name === "scroll-frame").sort((a, b) => a.ts - b.ts);
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) throw new Error("no frame was marked");
  const within = events.filter((event) => event.ph === "X" && event.ts >= first.ts && event.ts < last.ts);
  const main = within.filter((event) => event.pid === first.pid && event.tid === first.tid);

  const starts = marks.map(({ ts }) => ts);
  const perFrame = (picked: readonly TraceEvent[]): Spread => {
    const sums = new Array<number>(starts.length - 1).fill(0);
    let frame = 0;
    for (const event of outermost(picked)) {
      while (frame < starts.length - 2 && starts[frame + 1]! <= event.ts) frame++;
      sums[frame]! += (event.tdur ?? event.dur ?? 0) / 1000;
    }
    return spread(sums);
  };
  const named = (wanted: ReadonlySet<string>) => perFrame(main.filter(({ name }) => wanted.has(name)));
  const elsewhere = within.filter(
    (event) => event.name === "ThreadControllerImpl::RunTask" && /Compositor|Raster|Gpu|Viz/i.test(threadOf(event)),
  );
  return {
    mainThread: perFrame(main.filter(({ name }) => name === "RunTask" || name === "ThreadControllerImpl::RunTask")),
    script: named(scripts),
    styleAndLayout: named(styles),
    paint: named(paints),
    compositeAndRasterMean: round(
      elsewhere.reduce((sum, event) => sum + (event.tdur ?? event.dur ?? 0), 0) / 1000 / (starts.length - 1),
    ),
  };
}

/** Events in order that lie in no other one of the list, so that nothing counts twice. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((event) => {
      if (event.ts < end) return false;
      end = event.ts + (event.dur ?? 0);
      return true;
    });
}
