import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  calibrationCurve,
  endpointIds,
  errorBySimilarity,
  readEvaluation,
  readManifest,
  readTrainingStructures,
} from "../src/index.ts";
import type { ScoredRows } from "../src/schema.ts";
import { weightsDir } from "./weights.ts";

const load = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(weightsDir, path)));

/** Errors 0.1, 0.2 ... 10, each expected to be 1, at similarities that rise with the row. */
const rows: ScoredRows = {
  row: Array.from({ length: 100 }, (_, i) => i),
  measured: Array.from({ length: 100 }, () => 0),
  value: Array.from({ length: 100 }, (_, i) => (i + 1) / 10),
  expected: Array.from({ length: 100 }, () => 1),
  similarity: Array.from({ length: 100 }, (_, i) => (i + 1) / 100),
};

describe("what predictions row by row say", () => {
  it("the share inside each interval, with Wilson's interval", () => {
    const { n, points } = calibrationCurve(rows, [
      { level: 0.5, quantile: 5 },
      { level: 0.9, quantile: 9 },
    ]);
    expect(n).toBe(100);
    // Wilson score interval of 50 and 90 in 100: scipy 1.17.1 binomtest(k, 100).proportion_ci(method="wilson").
    expect(points[0]).toMatchObject({ level: 0.5, observed: 0.5 });
    expect(points[0]!.lo).toBeCloseTo(0.40383, 4);
    expect(points[0]!.hi).toBeCloseTo(0.59617, 4);
    expect(points[1]!.lo).toBeCloseTo(0.82563, 4);
    expect(points[1]!.hi).toBeCloseTo(0.94477, 4);
    expect(calibrationCurve(rows, [{ level: 0.9, quantile: 9 }], () => false)).toMatchObject({ n: 0 });
  });

  it("the error in steps of similarity; the last step holds 1, small steps are left out", () => {
    const bins = errorBySimilarity(rows);
    expect(bins.map(({ from }) => from)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(bins[0]).toMatchObject({ from: 0.1, to: 0.2, n: 10 });
    expect(bins[0]!.mae).toBeCloseTo((1 + 1.9) / 2, 12);
    expect(bins.at(-1)).toMatchObject({ from: 0.9, to: 1, n: 11 });
  });

  it.each(endpointIds)("the shipped ones of %s give the manifest's figures again", async (id) => {
    const manifest = await readManifest(load, `${id}/1/manifest.json`);
    const { ensemble } = manifest.test;
    const { test, heldOut, quantiles } = await readEvaluation(load, manifest);
    expect(test.row.length + ensemble.unreadable.length).toBe(ensemble.n);
    const curve = calibrationCurve(test, quantiles);
    const shipped = curve.points.find(({ level }) => level === manifest.interval.level)!;
    expect(Math.abs(shipped.observed - ensemble.coverage)).toBeLessThan(0.003);
    expect(curve.points.map(({ observed }) => observed)).toEqual(
      curve.points.map(({ observed }) => observed).sort((a, b) => a - b),
    );
    const heldOutMae = heldOut.value.reduce((sum, value, i) => sum + Math.abs(value - heldOut.measured[i]!), 0);
    expect(heldOutMae / heldOut.row.length).toBeCloseTo(manifest.selection.mae, 3);
    expect(await readTrainingStructures(load, manifest)).toHaveLength(heldOut.row.length);
  });
});
