import type { Page } from "playwright-core";

/** What held the page's main thread up while it was watched, in milliseconds. */
export type Held = {
  readonly seconds: number;
  /** Longest time between two frames; the page could not answer for that long. */
  readonly longestFrameMs: number;
  /** Tasks of 50 ms and more. */
  readonly longTasks: number;
  readonly longestTaskMs: number;
};

declare global {
  interface Window {
    held?: { startedAt: number; lastFrame: number; longestFrame: number; tasks: number[] };
  }
}

/** Starts watching the main thread for long tasks and late frames. */
export async function startWatching(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = performance.now();
    const held = { startedAt: now, lastFrame: now, longestFrame: 0, tasks: [] as number[] };
    window.held = held;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.held?.tasks.push(task.duration);
    }).observe({ type: "longtask" });
    const frame = (time: number) => {
      if (window.held === undefined) return;
      window.held.longestFrame = Math.max(window.held.longestFrame, time - window.held.lastFrame);
      window.held.lastFrame = time;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** What was seen since the start or the last look. */
export async function lookAtWatch(page: Page): Promise<Held> {
  return page.evaluate(() => {
    const held = window.held!;
    const now = performance.now();
    const seen = {
      seconds: Math.round((now - held.startedAt) / 100) / 10,
      longestFrameMs: Math.round(held.longestFrame),
      longTasks: held.tasks.length,
      longestTaskMs: Math.round(Math.max(0, ...held.tasks)),
    };
    Object.assign(held, { startedAt: now, longestFrame: 0, tasks: [] });
    return seen;
  });
}
