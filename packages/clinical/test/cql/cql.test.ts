import { describe, expect, test } from "vitest";
import { describeCoverage, runCase } from "./coverage.ts";
import { readCqlCases } from "./read-cases.ts";

const cases = readCqlCases();

describe.skipIf(cases.length === 0)("HL7 cases of CQL", () => {
  const applied = cases
    .map((own) => ({ own, outcome: runCase(own) }))
    .filter(({ outcome }) => outcome.kind !== "not-applied");

  test("enough of the suite applies that passing means something", () => {
    expect(cases).toHaveLength(1823);
    expect(applied.length).toBeGreaterThan(900);
  });

  test("every case that applies passes", () => {
    const failed = applied
      .filter(({ outcome }) => outcome.kind === "failed")
      .map(({ own, outcome }) => `${own.file} ${own.id}: ${own.expression} gave ${outcome.reason}`);
    expect(failed).toEqual([]);
  });

  test("what applies and what does not is what the page beside this test says", async () => {
    await expect(describeCoverage(cases)).toMatchFileSnapshot("./applied-cases.md");
  });
});
