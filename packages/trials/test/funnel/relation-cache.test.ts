import { beforeEach, expect, test } from "vitest";
import { createRelationCache } from "../../src/funnel/relation-cache.ts";
import type { SetAlgebra } from "../../src/funnel/set-algebra.ts";

// Sets of 10 bytes each that know when they were released.
type Counted = { readonly name: string };
const released: string[] = [];
const notNeeded = () => {
  throw new Error("a cache combines nothing");
};
const sets: SetAlgebra<Counted> = {
  empty: { name: "empty" },
  fromWords: notNeeded,
  and: notNeeded,
  or: notNeeded,
  without: notNeeded,
  size: notNeeded,
  sizeOfAnd: notNeeded,
  members: notNeeded,
  bytes: () => 10,
  scope: notNeeded,
  release: ({ name }) => {
    released.push(name);
  },
};
const truth = (name: string) => ({ met: { name: `${name} met` }, possible: { name: `${name} possible` } });
beforeEach(() => {
  released.length = 0;
});

test("what was used longest ago goes first once the limit is passed", () => {
  const cache = createRelationCache(sets, 40);
  for (const key of ["a", "b"]) cache.put(key, truth(key)).done();
  cache.get("a")!.done();
  cache.put("c", truth("c")).done();
  expect(released).toEqual(["b met", "b possible"]);
  expect(cache.get("b")).toBeUndefined();
  expect(cache.get("a")!.sets.met.name).toBe("a met");
  expect(cache).toMatchObject({ size: 2, bytes: 40 });
});

test("sets in use outlive their place in the cache and are released once, at the end", () => {
  const cache = createRelationCache(sets, 20);
  const first = cache.put("a", truth("a"));
  const second = cache.get("a")!;
  cache.put("b", truth("b")).done();
  expect(cache.get("a")).toBeUndefined();
  first.done();
  first.done();
  expect(released).toEqual([]);
  second.done();
  expect(released).toEqual(["a met", "a possible"]);
});

test("one that is larger than the limit is kept until the next, a key put twice replaces, clear releases all", () => {
  const cache = createRelationCache(sets, 5);
  cache.put("a", truth("a")).done();
  expect(cache.size).toBe(1);
  cache.put("a", truth("again")).done();
  expect(released).toEqual(["a met", "a possible"]);
  cache.clear();
  expect(released).toEqual(["a met", "a possible", "again met", "again possible"]);
  expect(cache).toMatchObject({ size: 0, bytes: 0 });
});
