import { afterEach, describe, expect, test } from "vitest";
import { createThreadPool, type ThreadPool, type ThreadPoolOptions } from "../../src/node.ts";
import type { Task } from "./tasks.ts";

const script = new URL("./arithmetic.worker.ts", import.meta.url);
const open: ThreadPool<Task, unknown>[] = [];
function pool(options: Partial<ThreadPoolOptions> = {}) {
  const made = createThreadPool<Task, unknown>({ script, size: 2, init: { factor: 3 }, ...options });
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.terminate();
});

const multiply = (value: number, waitMs?: number): Task => ({ kind: "multiply", value, waitMs });

describe("tasks", () => {
  test("run on every thread and give their own result", async () => {
    const threads = pool();
    const results = await Promise.all(Array.from({ length: 50 }, (_, value) => threads.run(multiply(value))));
    expect(results).toEqual(Array.from({ length: 50 }, (_, value) => value * 3));
    const ids = new Set<unknown>();
    while (ids.size < 2)
      for (const id of await Promise.all([threads.run({ kind: "thread" }), threads.run({ kind: "thread" })]))
        ids.add(id);
  });

  test("buffers are moved there and back", async () => {
    const threads = pool();
    const values = Float64Array.from([1, 2, 3]);
    const result = await threads.run({ kind: "double-all", values }, [values.buffer]);
    expect(values.byteLength).toBe(0);
    expect(result).toEqual({ out: Float64Array.from([2, 4, 6]), received: 3 });
  });

  test("an error of a table arrives as that error, any other names its reason", async () => {
    const threads = pool();
    await expect(threads.run({ kind: "fail", known: true })).rejects.toMatchObject({
      code: "compute.input_invalid",
      http: 422,
      details: { reason: "odd" },
      user: { zh: "输入与网络不符：odd" },
    });
    await expect(threads.run({ kind: "fail", known: false })).rejects.toMatchObject({
      code: "compute.thread_failed",
      message: expect.stringContaining("plain"),
    });
  });

  test("a value that cannot be cloned is refused and the thread stays usable", async () => {
    const threads = pool({ size: 1 });
    const bad = { kind: "multiply", value: () => 1 } as never;
    await expect(threads.run(bad)).rejects.toMatchObject({ code: "compute.thread_message_invalid" });
    expect(await threads.run(multiply(2))).toBe(6);
  });
});

describe("crashes", () => {
  test.each<[Task["kind"], RegExp]>([
    ["exit", /code 7/],
    ["throw-later", /out of the blue/],
  ])("%s rejects that task alone and the thread is replaced", async (kind, reason) => {
    const threads = pool({ size: 1 });
    const crashed = threads.run({ kind } as Task);
    const after = threads.run(multiply(5));
    await expect(crashed).rejects.toMatchObject({
      code: "compute.thread_crashed",
      message: expect.stringMatching(reason),
    });
    expect(await after).toBe(15);
  });

  test("running out of memory is a crash, not the end of the process", async () => {
    const threads = pool({ size: 1, memoryMb: 16, script: new URL("./hungry.worker.ts", import.meta.url) });
    await expect(threads.run(multiply(1))).rejects.toMatchObject({ code: "compute.thread_crashed" });
  });

  test("threads that cannot start fail the pool with the reason", async () => {
    const threads = pool({ init: { factor: 1, failStart: true } });
    const error = { code: "compute.thread_init_failed", message: expect.stringContaining("no licence") };
    await expect(threads.run(multiply(1))).rejects.toMatchObject(error);
    await expect(threads.run(multiply(1))).rejects.toMatchObject(error);
    const missing = pool({ script: new URL("./absent.worker.ts", import.meta.url) });
    await expect(missing.run(multiply(1))).rejects.toMatchObject({ code: "compute.thread_init_failed" });
  });
});

describe("cancelling", () => {
  test("a waiting, a listening and a deaf task all stop at once, and the pool goes on", async () => {
    const threads = pool({ size: 1, graceMs: 100 });
    await threads.run(multiply(1));
    for (const kind of ["sleep", "spin"] as const) {
      const abort = new AbortController();
      const running = threads.run({ kind }, [], abort.signal);
      const waiting = threads.run(multiply(1), [], abort.signal);
      const kept = threads.run(multiply(2));
      const started = performance.now();
      setTimeout(() => abort.abort(), 50);
      await expect(running).rejects.toMatchObject({ code: "compute.cancelled" });
      await expect(waiting).rejects.toMatchObject({ code: "compute.cancelled" });
      expect(performance.now() - started).toBeLessThan(1500);
      expect(await kept).toBe(6);
    }
    await expect(threads.run(multiply(1), [], AbortSignal.abort())).rejects.toMatchObject({
      code: "compute.cancelled",
    });
  });

  test("terminate rejects what has not finished and what comes later", async () => {
    const threads = pool({ size: 1 });
    const running = threads.run({ kind: "sleep" });
    const waiting = threads.run(multiply(1));
    const both = Promise.allSettled([running, waiting]);
    await threads.terminate();
    expect(await both).toMatchObject([
      { status: "rejected" },
      { status: "rejected", reason: { code: "compute.pool_closed" } },
    ]);
    await expect(threads.run(multiply(1))).rejects.toMatchObject({ code: "compute.pool_closed" });
  });
});

describe("map", () => {
  test("keeps the order whatever finishes first, and reads the source no faster than it is asked", async () => {
    const threads = pool();
    let read = 0;
    async function* source() {
      for (let value = 0; value < 30; value++) {
        read++;
        yield multiply(value, value % 3 === 0 ? 15 : 0);
      }
    }
    const results: unknown[] = [];
    for await (const result of threads.map(source(), { inFlight: 4 })) {
      results.push(result);
      expect(read).toBeLessThanOrEqual(results.length + 4);
    }
    expect(results).toEqual(Array.from({ length: 30 }, (_, value) => value * 3));
  });

  test("ends with the first failure in order and closes its source; breaking off closes it too", async () => {
    const threads = pool();
    let closed = 0;
    function* source(bad: number) {
      try {
        for (let value = 0; value < 100; value++)
          yield value === bad ? ({ kind: "fail", known: false } as Task) : multiply(value);
      } finally {
        closed++;
      }
    }
    const results: unknown[] = [];
    const consume = async () => {
      for await (const result of threads.map(source(5))) results.push(result);
    };
    await expect(consume()).rejects.toMatchObject({ code: "compute.thread_failed" });
    expect(results).toEqual([0, 3, 6, 9, 12]);
    for await (const result of threads.map(source(-1))) if (result === 9) break;
    expect(closed).toBe(2);
  });
});
