import { setTimeout as sleep } from "node:timers/promises";
import { threadId } from "node:worker_threads";
import { computeErrors } from "../../src/errors.ts";
import { serveThread, withTransfer } from "../../src/threads/serve-thread.ts";
import type { Init, Task } from "./tasks.ts";

serveThread<Init, Task, unknown>(async ({ factor, failStart }) => {
  if (failStart) throw new Error("no licence for arithmetic");
  return async (task, { signal }) => {
    if (task.kind === "multiply") {
      if (task.waitMs !== undefined) await sleep(task.waitMs);
      return task.value * factor;
    }
    if (task.kind === "double-all") {
      const out = task.values.map((value) => value * 2);
      return withTransfer({ out, received: task.values.length }, [out.buffer]);
    }
    if (task.kind === "thread") return threadId;
    if (task.kind === "fail")
      throw task.known ? computeErrors.create("input_invalid", { reason: "odd" }) : new Error("plain");
    if (task.kind === "exit") process.exit(7);
    if (task.kind === "throw-later") {
      setTimeout(() => {
        throw new Error("out of the blue");
      });
      await sleep(5000);
    }
    if (task.kind === "spin") for (;;);
    await sleep(60_000, undefined, { signal });
    return null;
  };
});
