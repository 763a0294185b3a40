import { defineErrors } from "@qinghao/kernel";
import { ApplicationFailure, CancelledFailure } from "@temporalio/common";
import { MockActivityEnvironment } from "@temporalio/testing";
import { describe, expect, test } from "vitest";
import { activity } from "../src/index.ts";

const errors = defineErrors("tea", {
  "leaf.missing": { http: 422, retry: "never", user: "Row {row} has no leaf.", userZh: "第 {row} 行没有叶子。" },
  "kettle.away": { http: 503, retry: "later", user: "No kettle.", userZh: "没有水壶。" },
});
const runFailing = async (error: unknown, attempt = 1): Promise<ApplicationFailure> => {
  const environment = new MockActivityEnvironment({ attempt });
  const fails = activity(() => Promise.reject(error));
  const failure = await environment.run(fails, {}).catch((thrown: unknown) => thrown);
  if (!(failure instanceof ApplicationFailure)) throw new Error("expected a failure");
  return failure;
};

describe("activity", () => {
  test("gives its result and heartbeats meanwhile", async () => {
    const environment = new MockActivityEnvironment();
    let beats = 0;
    environment.on("heartbeat", () => beats++);
    const slow = activity(async (input: { n: number }) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return input.n * 2;
    });
    expect(await environment.run(slow, { n: 21 })).toBe(42);
    expect(beats).toBeGreaterThanOrEqual(3);
  });

  test("an error of a table keeps its code, sentences and retry class", async () => {
    const never = await runFailing(errors.create("leaf.missing", { row: 7 }));
    expect(never).toMatchObject({ type: "tea.leaf.missing", nonRetryable: true, message: "Row 7 has no leaf." });
    expect(never.details?.[0]).toMatchObject({ message: { zh: "第 7 行没有叶子。" }, retry: "never" });
    expect((await runFailing(errors.create("kettle.away"))).nonRetryable).toBe(false);
  });

  test("an unknown error keeps its kind and place, never what it says, and ends after five attempts", async () => {
    const secret = new SyntaxError('Unexpected token, "CC(=O)Oc1ccccc1" is not JSON');
    const failure = await runFailing(secret);
    expect(failure).toMatchObject({ type: "jobs.unexpected", nonRetryable: false });
    expect(failure.stack).toMatch(/activity\.test\.ts/);
    expect(
      `${failure.message} ${failure.stack} ${String(failure.cause)} ${JSON.stringify(failure.details)}`,
    ).not.toMatch(/CC\(=O\)/);
    expect(await runFailing(secret, 5)).toMatchObject({ type: "jobs.gave-up", nonRetryable: true });
  });

  test("what is thrown after a cancellation is the cancellation", async () => {
    const environment = new MockActivityEnvironment();
    const waits = activity(
      (_input: object, signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
    );
    const ended = environment.run(waits, {});
    environment.cancel("CANCELLED", { cancelRequested: true } as never);
    await expect(ended).rejects.toBeInstanceOf(CancelledFailure);
  });
});
