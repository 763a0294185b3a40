import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PersonSet } from "../src/index.ts";

const people = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 300 });

describe("a set of people", () => {
  test("counts people, not rows", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const once = PersonSet.of(rows);
        expect(once.size).toBe(new Set(rows).size);
        expect(PersonSet.of([...rows, ...rows]).toBytes()).toEqual(once.toBytes());
        expect([...once]).toEqual([...new Set(rows)].sort((a, b) => a - b));
      }),
    );
  });

  test("joins, cuts and compares as sets of numbers do", () => {
    fc.assert(
      fc.property(people, people, (left, right) => {
        const [a, b] = [PersonSet.of(left), PersonSet.of(right)];
        const [x, y] = [new Set(left), new Set(right)];
        const sorted = (set: Set<number>) => [...set].sort((p, q) => p - q);
        const apart = [...x].filter((each) => !y.has(each)).length + [...y].filter((each) => !x.has(each)).length;
        expect([...a.and(b)]).toEqual(sorted(new Set([...x].filter((each) => y.has(each)))));
        expect([...a.or(b)]).toEqual(sorted(new Set([...x, ...y])));
        expect([...a.without(b)]).toEqual(sorted(new Set([...x].filter((each) => !y.has(each)))));
        expect(a.difference(b)).toBe(apart);
        expect(a.difference(b, 10) < 10).toBe(apart < 10);
      }),
    );
  });

  test("goes through bytes unchanged", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const set = PersonSet.of(rows);
        expect([...PersonSet.fromBytes(set.toBytes())]).toEqual([...set]);
      }),
    );
  });
});
