import { defineErrors } from "@qinghao/kernel";
import { expect, test } from "vitest";
import { createRpcClient, isAbort, type Port, RpcError, serve } from "../../workers/rpc.ts";

type Methods = {
  add: { params: { a: number; b: number }; result: number };
  slow: { params: { name: string }; result: string };
  fail: { params: null; result: never };
};
const errors = defineErrors("sample", {
  refused: { http: 422, retry: "never", user: "Refused {what}.", userZh: "拒绝 {what}。" },
});

/** A worker's two ends over a MessageChannel, which clones as a real worker does. */
function startPair(started: string[] = [], ms = 0): Worker {
  const { port1, port2 } = new MessageChannel();
  serve<Methods>(port2 as unknown as Port, {
    add: ({ a, b }) => a + b,
    slow: async ({ name }, { signal }) => {
      started.push(name);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return signal.aborted ? "aborted" : name;
    },
    fail: () => {
      throw errors.create("refused", { what: "it" });
    },
  });
  port2.start();
  port1.start();
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
}

test("answers reach the call they belong to", async () => {
  const client = createRpcClient<Methods>(() => startPair());
  const sums = await Promise.all([1, 2, 3].map((a) => client.call("add", { a, b: 10 })));
  expect(sums).toEqual([11, 12, 13]);
  client.stop();
});

test("an error of the table arrives with its code and both sentences", async () => {
  const client = createRpcClient<Methods>(() => startPair());
  const error = await client.call("fail", null).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RpcError);
  expect((error as RpcError).wire).toMatchObject({
    code: "sample.refused",
    message: { en: "Refused it.", zh: "拒绝 it。" },
  });
  client.stop();
});

test("a later call with the same key wins and the earlier ones never start", async () => {
  const started: string[] = [];
  const client = createRpcClient<Methods>(() => startPair(started, 20));
  const calls = ["a", "b", "c", "d"].map((name) => client.call("slow", { name }, { latest: "sketch" }));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map((one) => one.status)).toEqual(["rejected", "rejected", "rejected", "fulfilled"]);
  expect(outcomes.slice(0, 3).every((one) => one.status === "rejected" && isAbort(one.reason))).toBe(true);
  expect(started).toEqual(["d"]);
  client.stop();
});

test("an aborted signal takes a waiting call out of the queue and leaves the others", async () => {
  const started: string[] = [];
  const client = createRpcClient<Methods>(() => startPair(started, 20));
  const controller = new AbortController();
  const first = client.call("slow", { name: "first" });
  const second = client.call("slow", { name: "second" }, { signal: controller.signal });
  const third = client.call("slow", { name: "third" });
  controller.abort();
  await expect(second).rejects.toSatisfy(isAbort);
  expect(await Promise.all([first, third])).toEqual(["first", "third"]);
  expect(started).toEqual(["first", "third"]);
  client.stop();
});

test("a call after a stop starts a fresh worker", async () => {
  let starts = 0;
  const client = createRpcClient<Methods>(() => {
    starts++;
    return startPair();
  });
  await client.call("add", { a: 1, b: 1 });
  client.stop();
  expect(await client.call("add", { a: 2, b: 2 })).toBe(4);
  expect(starts).toBe(2);
  client.stop();
});

test("what a method transfers changes hands and is not copied", async () => {
  type Giving = { give: { params: null; result: { bytes: ArrayBuffer } } };
  const bytes = new ArrayBuffer(64);
  const client = createRpcClient<Giving>(() => {
    const { port1, port2 } = new MessageChannel();
    serve<Giving>(port2 as unknown as Port, { give: () => ({ bytes }) }, { give: (result) => [result.bytes] });
    port2.start();
    port1.start();
    return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
  });
  expect((await client.call("give", null)).bytes.byteLength).toBe(64);
  expect(bytes.byteLength).toBe(0);
  client.stop();
});
