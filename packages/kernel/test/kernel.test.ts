import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundIdSchema, createRng, defineErrors, newId, progressOf, toWireError } from "../src/index.ts";

describe("ids", () => {
  it("sort by the time they were made and carry their kind", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 43 }), fc.integer({ min: 1, max: 10 ** 9 }), (at, later) => {
        const bytes = (n: number) => new Uint8Array(n).fill(7);
        const first = newId("compound", at, bytes);
        expect(newId("compound", at + later, bytes) > first).toBe(true);
        expect(compoundIdSchema.parse(first)).toBe(first);
      }),
    );
    expect(() => compoundIdSchema.parse("run_0123456789")).toThrow(/cmpd_/);
  });
});

describe("errors", () => {
  const table = defineErrors("demo", {
    "row.bad": { http: 422, retry: "never", user: "Row {row} is bad.", userZh: "第 {row} 行有误。" },
  });
  it("fill both languages from the details and cross a wire", () => {
    expect(toWireError(table.create("row.bad", { row: 3 }))).toEqual({
      code: "demo.row.bad",
      message: { en: "Row 3 is bad.", zh: "第 3 行有误。" },
      retry: "never",
      details: { row: 3 },
    });
  });
});

describe("random", () => {
  it("is uniform, repeatable, and shuffles to a permutation", () => {
    const rng = createRng(42);
    const draws = Array.from({ length: 100_000 }, () => rng.next());
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.005);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002);
    expect(createRng(42).next()).toBe(draws[0]);
    expect(createRng(1).shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("progress", () => {
  it("counts failures as handled and knows nothing before the first item", () => {
    expect(progressOf(0, 0, 100, 1000).secondsLeft).toBeNull();
    expect(progressOf(40, 10, 100, 5000)).toMatchObject({ perSecond: 10, secondsLeft: 5 });
    expect(progressOf(40, 10, null, 5000).secondsLeft).toBeNull();
  });
});
