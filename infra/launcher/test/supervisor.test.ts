import type { Exit } from "@qinghao/services";
import { expect, test, vi } from "vitest";
import { defaultBackoffMs, type PartEvent, type RunningPart, supervise } from "../src/supervisor.ts";

/** A part whose end the test decides. */
function makePart(pid: number) {
  const end = Promise.withResolvers<Exit>();
  const stop = vi.fn(async () => end.resolve({ code: 0, signal: null }));
  return { pid, exited: end.promise, stop, die: () => end.resolve({ code: null, signal: "SIGKILL" }) };
}

async function supervised(failingStarts: readonly number[] = []) {
  const parts: ReturnType<typeof makePart>[] = [];
  const events: PartEvent[] = [];
  const previous: (number | null)[] = [];
  let attempts = 0;
  const part = await supervise<RunningPart>({
    start: async (before) => {
      attempts++;
      previous.push(before?.pid ?? null);
      if (failingStarts.includes(attempts)) throw new Error(`attempt ${attempts} failed`);
      const made = makePart(attempts);
      parts.push(made);
      return made;
    },
    onEvent: (event) => events.push(event),
    backoffMs: () => 5,
  });
  return { part, parts, events, previous };
}
const kinds = (events: readonly PartEvent[]) => events.map((event) => event.kind);

test("a part that dies is started again, knowing what ran before", async () => {
  const { part, parts, events, previous } = await supervised();
  parts[0]?.die();
  await vi.waitFor(() => expect(kinds(events)).toEqual(["ended", "restarted"]));
  expect(events[0]).toMatchObject({ exit: { signal: "SIGKILL" } });
  expect(part.current().pid).toBe(2);
  expect(previous).toEqual([null, 1]);
  await part.stop();
});

test("failed restarts are tried again", async () => {
  const { part, parts, events } = await supervised([2, 3]);
  parts[0]?.die();
  await vi.waitFor(() => expect(kinds(events)).toEqual(["ended", "start-failed", "start-failed", "restarted"]));
  expect(part.isRunning()).toBe(true);
  await part.stop();
});

test("a stop is not a death: the part ends once and is not started again", async () => {
  const { part, parts, events } = await supervised();
  await part.stop();
  expect(parts[0]?.stop).toHaveBeenCalledOnce();
  expect(events).toEqual([]);
  expect(parts).toHaveLength(1);
});

test("a stop during the wait before a restart ends the waiting", async () => {
  const parts: ReturnType<typeof makePart>[] = [];
  const part = await supervise<RunningPart>({
    start: async () => {
      const made = makePart(parts.length);
      parts.push(made);
      return made;
    },
    onEvent: () => {},
    backoffMs: () => 60_000,
  });
  parts[0]?.die();
  await vi.waitFor(() => expect(part.isRunning()).toBe(false));
  await part.stop();
  expect(parts).toHaveLength(1);
});

test("the failure of the first start is the caller's", async () => {
  await expect(supervised([1])).rejects.toThrow("attempt 1 failed");
});

test("waits grow to a quarter of a minute", () => {
  expect([1, 2, 3, 20].map(defaultBackoffMs)).toEqual([300, 600, 1_200, 15_000]);
});
