import { expect, test } from "vitest";
import { rangeQuery } from "../src/downloads/range-query.ts";

test("ranges with one or both ends, of compound columns and of predictions", () => {
  const query = new URLSearchParams("range=mw:200:500&range=prediction:lipophilicity::3&range=clogp:-1.5:");
  expect(rangeQuery(query)).toEqual([
    { column: "mw", min: 200, max: 500 },
    { column: "prediction:lipophilicity", max: 3 },
    { column: "clogp", min: -1.5 },
  ]);
  expect(rangeQuery(new URLSearchParams("text=a"))).toEqual([]);
});

test.each(["mw", "secret:1:2", "mw:a:2", "::"])("%s is refused, never left out", (text) => {
  expect(() => rangeQuery(new URLSearchParams({ range: text }))).toThrow();
});
