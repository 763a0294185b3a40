import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endpointIds } from "@qinghao/properties";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { readModelEvaluation } from "../src/model-evaluation.ts";
import { modelEvaluationSchema } from "../src/schema.ts";

const weightsDir = fileURLToPath(new URL("../../../datasets/weights", import.meta.url));
const benchmarkDir = fileURLToPath(new URL("../../../../shared/datasets/admet/tdc_admet_group", import.meta.url));
const shelf = (more: { weightsDir?: string; benchmarkDir?: string } = {}) => ({
  log: pino({ level: "silent" }),
  env: { weightsDir, ...more },
});

describe.each(endpointIds)("the evaluation of %s", (endpoint) => {
  it("has the test rows without structures, and what they say", async () => {
    const found = modelEvaluationSchema.parse(await readModelEvaluation(shelf(), endpoint, "test"));
    const { rows, coverage, level } = found;
    expect(rows.smiles).toBeNull();
    expect(rows.row[0]).toBe(2);
    for (const column of [rows.measured, rows.value, rows.half, rows.similarity]) {
      expect(column).toHaveLength(rows.row.length);
    }
    expect(coverage.inDomain.n + coverage.outOfDomain.n).toBe(coverage.all.n);
    const inside = rows.row.filter((_, i) => Math.abs(rows.measured[i]! - rows.value[i]!) <= rows.half[i]!).length;
    const stated = coverage.all.points.find((point) => point.level === level)!;
    expect(stated.observed).toBeCloseTo(inside / rows.row.length, 9);
    expect(stated.lo).toBeLessThan(level);
    expect(stated.hi).toBeGreaterThan(level);
  });

  it("has a structure with each training row, from the weights", async () => {
    const { rows } = await readModelEvaluation(shelf(), endpoint, "held-out");
    expect(rows.smiles).toHaveLength(rows.row.length);
    expect(rows.smiles!.every((smiles) => smiles.length > 0)).toBe(true);
  });

  const present = existsSync(benchmarkDir);
  if (!present) console.log(`structures of the test rows not tested: ${benchmarkDir} is absent`);
  it.skipIf(!present)("names the test rows where the data set is here, and only then", async () => {
    const { rows } = await readModelEvaluation(shelf({ benchmarkDir }), endpoint, "test");
    expect(rows.smiles).toHaveLength(rows.row.length);
    expect(rows.name).toHaveLength(rows.row.length);
    const elsewhere = await readModelEvaluation(shelf({ benchmarkDir: weightsDir }), endpoint, "test");
    expect(elsewhere.rows.smiles).toBeNull();
  });
});

describe("an evaluation that is not there", () => {
  it("is reported", async () => {
    const away = shelf({ weightsDir: `${weightsDir}/none` });
    await expect(readModelEvaluation(away, "lipophilicity", "test")).rejects.toMatchObject({
      code: "properties.evaluation_missing",
    });
    await expect(readModelEvaluation(shelf(), "taste", "test")).rejects.toMatchObject({ code: "api.endpoint.unknown" });
  });
});
