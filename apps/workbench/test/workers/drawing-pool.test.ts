import { expect, test } from "vitest";
import type { DepictionRequest } from "../../workers/chemistry-protocol.ts";
import { depictionKey } from "../../workers/drawing-keys.ts";
import { createDrawingPool, type Drawn } from "../../workers/drawing-pool.ts";

type Picture = { readonly text: string };
const request = (text: string): DepictionRequest => ({ text, width: 100, height: 80, theme: "light", bondLength: 12 });

/** A worker that answers only when told, and remembers what it was asked. */
function slowWorker() {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const draw = async (items: readonly DepictionRequest[]): Promise<Picture[]> => {
    asked.push(items.map((item) => item.text));
    await new Promise<void>((resolve) => answers.push(resolve));
    return items.map(({ text }) => ({ text }));
  };
  return { draw, asked, answer: () => answers.shift()?.() };
}

const flush = () => new Promise((resolve) => setTimeout(resolve, 0));

test("the newest wishes are drawn first and a withdrawn one never", async () => {
  const { draw, asked, answer } = slowWorker();
  const pool = createDrawingPool({ workers: [draw], kept: 10, batch: 2 });
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
  const { draw, asked, answer } = slowWorker();
  const pool = createDrawingPool({ workers: [draw], kept: 10, batch: 4 });
  const key = depictionKey(request("CCO"));
  const seen: Drawn<Picture>[] = [];
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
  const { draw, answer } = slowWorker();
  const pool = createDrawingPool({ workers: [draw], kept: 2, batch: 1 });
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

test("heavy drawings leave sooner and are freed when they leave", async () => {
  const freed: string[] = [];
  const pool = createDrawingPool({
    workers: [async (items: readonly DepictionRequest[]) => items.map(({ text }) => ({ text }))],
    kept: 10,
    weigh: ({ text }) => text.length,
    dispose: ({ text }) => freed.push(text),
    batch: 1,
  });
  for (const text of ["CCCC", "CCCCC", "C", "CC"]) {
    pool.request(depictionKey(request(text)), request(text), () => {});
    await flush();
  }
  expect(freed).toEqual(["CCCC"]);
  expect(pool.peek(depictionKey(request("CCCC")))).toBeUndefined();
  expect(pool.peek(depictionKey(request("CCCCC")))).toMatchObject({ state: "ready", drawing: { text: "CCCCC" } });
});

test("a crash is told to those who wait and tried again by the next wish", async () => {
  let isBroken = true;
  const draw = async (items: readonly DepictionRequest[]): Promise<Picture[]> => {
    if (isBroken) throw new Error("worker died");
    return items.map(({ text }) => ({ text }));
  };
  const pool = createDrawingPool({ workers: [draw], kept: 2, batch: 1 });
  const key = depictionKey(request("A"));
  const seen: string[] = [];
  pool.request(key, request("A"), (drawn) => seen.push(drawn.state));
  await flush();
  isBroken = false;
  pool.request(key, request("A"), (drawn) => seen.push(drawn.state));
  await flush();
  expect(seen).toEqual(["failed", "ready"]);
});
