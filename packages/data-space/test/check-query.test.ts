import { describe, expect, test } from "vitest";
import { checkQuery, sha256OfJson } from "../src/index.ts";
import { evaluationOf, queryOf } from "./populations.ts";

const rules = { signaturesNeeded: 2, mostCells: 100 };
const signed = async () => {
  const query = queryOf(evaluationOf(20, [{ type: "inclusion", met: 50, unknown: 0 }], 1));
  query.criteria.hash = await sha256OfJson(query.criteria.document);
  query.criteria.signatures = ["Chen", "Li"].map((person) => ({ person, at: "2026-01-01T00:00:00Z" }));
  return query;
};
const refusal = async (query: unknown) =>
  checkQuery(query, rules).then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe("what a site accepts", () => {
  test("criteria signed by two people", async () => {
    const query = await signed();
    expect(await checkQuery(query, rules)).toEqual(query);
  });

  test("not criteria that were changed after they were signed", async () => {
    const query = await signed();
    query.criteria.document.criteria[0]!.type = "exclusion";
    expect(await refusal(query)).toBe("data-space.query.altered");
  });

  test("not one person who signs twice", async () => {
    const query = await signed();
    query.criteria.signatures[1] = query.criteria.signatures[0]!;
    expect(await refusal(query)).toBe("data-space.query.unsigned");
  });

  test("nothing of another form, nor more than it answers at once", async () => {
    expect(await refusal({ version: 2 })).toBe("data-space.query.invalid");
    const query = await signed();
    query.ask.funnel = Array.from({ length: 200 }, () => "c1");
    expect(await refusal(query)).toBe("data-space.query.too-large");
  });
});
