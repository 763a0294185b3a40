import { expect, test, vi } from "vitest";
import type { DepictionReply, DepictionRequest } from "../../workers/chemistry-protocol.ts";
import { createDepictionPool, type Depiction, depictionKey } from "../../workers/depiction-pool.ts";

const request = (text: string): DepictionRequest => ({ text, width: 100, height: 80, theme: "light", bondLength: 12 });

/** A drawing client that answers only when told, and remembers what it was asked. */
function slowClient() {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const call = vi.fn(async (_method: string, params: unknown) => {
    const { items } = params as { items: readonly DepictionRequest[] };
    asked.push(items.map((item) => item.text));
    await new Promise<void>((resolve) => answers.push(resolve));
    return items.map((item): DepictionReply => ({ svg: `<svg>${item.text}</svg>` }));
  });
  return { client: { call } as never, asked, answer: () => answers.shift()?.() };
}

const flush = () => new Promise((resolve) => setTimeout(resolve, 0));

test("the newest wishes are drawn first and a withdrawn one never", async () => {
  const { client, asked, answer } = slowClient();
  const pool = createDepictionPool({ clients: [client], cached: 10, batch: 2 });
  const seen: string[] = [];
  const want = (text: string) =>
    pool.request(depictionKey(request(text)), request(text), (drawn) => seen.push(`${text} ${drawn.state}`));
  want("A");
  await flush();
  want("B");
  const withdraw = want("C");
  want("D");
  want("E");
  withdraw();
  for (let i = 0; i < 4; i++) {
    answer();
    await flush();
  }
  expect(asked).toEqual([["A"], ["E", "D"], ["B"]]);
  expect(seen).toEqual(["A ready", "E ready", "D ready", "B ready"]);
});

test("a drawing is made once for two wishes and kept for a third", async () => {
  const { client, asked, answer } = slowClient();
  const pool = createDepictionPool({ clients: [client], cached: 10, batch: 4 });
  const key = depictionKey(request("CCO"));
  const seen: Depiction[] = [];
  pool.request(key, request("CCO"), (drawn) => seen.push(drawn));
  await flush();
  pool.request(key, request("CCO"), (drawn) => seen.push(drawn));
  answer();
  await flush();
  pool.request(key, request("CCO"), (drawn) => seen.push(drawn));
  expect(asked).toEqual([["CCO"]]);
  expect(seen).toHaveLength(3);
  expect(pool.peek(key)).toMatchObject({ state: "ready" });
});

test("no more drawings are kept than asked for, the least recently used goes", async () => {
  const { client, answer } = slowClient();
  const pool = createDepictionPool({ clients: [client], cached: 2, batch: 1 });
  for (const text of ["A", "B", "C"]) {
    pool.request(depictionKey(request(text)), request(text), () => {});
    await flush();
    answer();
    await flush();
  }
  expect(["A", "B", "C"].map((text) => pool.peek(depictionKey(request(text)))?.state)).toEqual([
    undefined,
    "ready",
    "ready",
  ]);
});

test("a crash is told to those who wait and tried again by the next wish", async () => {
  let isBroken = true;
  const call = async (_method: string, params: unknown) => {
    if (isBroken) throw new Error("worker died");
    return (params as { items: DepictionRequest[] }).items.map((): DepictionReply => ({ svg: "<svg/>" }));
  };
  const pool = createDepictionPool({ clients: [{ call } as never], cached: 2, batch: 1 });
  const key = depictionKey(request("A"));
  const seen: string[] = [];
  pool.request(key, request("A"), (drawn) => seen.push(drawn.state));
  await flush();
  isBroken = false;
  pool.request(key, request("A"), (drawn) => seen.push(drawn.state));
  await flush();
  expect(seen).toEqual(["failed", "ready"]);
});
