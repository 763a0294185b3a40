import { describe, expect, test } from "vitest";
import { treeSchema } from "../../src/criteria/tree.schema.ts";
import { evaluatePatient } from "../../src/evaluate/index.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf, specTables } from "../spec/index.ts";
import { documentOf } from "./one-criterion.ts";

const verdicts = { true: "met", false: "not-met", unknown: "unknown" } as const;

describe.each(specTables)("$name", ({ criterion, rows }) => {
  test("is a valid criterion", () => {
    expect(treeSchema.parse(criterion)).toEqual(criterion);
  });

  test.each(rows)("$is: $because", ({ record, is }) => {
    const {
      verdicts: [verdict],
    } = evaluatePatient(documentOf([criterion]), record, smallTerminology, { asOf });
    expect(verdict?.verdict).toBe(verdicts[is]);
    expect(verdict?.missing === null).toBe(is !== "unknown");
  });
});
