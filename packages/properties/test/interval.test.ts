import { createRng } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { conformalQuantile, coverage } from "../src/interval/conformal.ts";
import { predictDifficulty, trainDifficulty } from "../src/interval/difficulty.ts";

describe("conformal interval", () => {
  it("takes the ceil((n + 1) level)-th score", () => {
    const scores = Float64Array.from({ length: 99 }, (_, i) => 99 - i);
    expect(conformalQuantile(scores, 0.9)).toBe(90);
    expect(conformalQuantile(Float64Array.of(1, 2, 3), 0.9)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([0.5, 0.8, 0.9])("covers %s of exchangeable data on average", (level) => {
    const rng = createRng(11);
    let inside = 0;
    const trials = 400;
    const fresh = 20;
    for (let trial = 0; trial < trials; trial++) {
      const q = conformalQuantile(
        Float64Array.from({ length: 60 }, () => Math.abs(rng.normal()) ** 1.5),
        level,
      );
      for (let i = 0; i < fresh; i++) if (Math.abs(rng.normal()) ** 1.5 <= q) inside++;
    }
    expect(inside / (trials * fresh)).toBeGreaterThan(level - 0.015);
    expect(inside / (trials * fresh)).toBeLessThan(level + 0.03);
  });

  it("stays valid and becomes narrower where the learned difficulty is right", () => {
    const rng = createRng(12);
    const draw = (n: number) => {
      const hard = Array.from({ length: n }, () => rng.next());
      return { hard, error: Float64Array.from(hard, (h) => Math.abs(rng.normal()) * (h < 0.5 ? 0.2 : 2)) };
    };
    const asMatrix = (hard: number[]) => ({ rows: hard.length, columns: 1, values: Float32Array.from(hard) });
    const [fit, calibration, test] = [draw(1500), draw(1500), draw(3000)];
    const model = trainDifficulty(asMatrix(fit.hard), fit.error, 1);
    const expected = predictDifficulty(model, asMatrix(calibration.hard));
    const q = conformalQuantile(
      calibration.error.map((e, i) => e / expected[i]!),
      0.9,
    );
    const half = predictDifficulty(model, asMatrix(test.hard)).map((e) => e * q);
    const plain = conformalQuantile(calibration.error, 0.9);
    const zero = new Float64Array(3000);
    expect(
      coverage(
        zero.map((_, i) => -half[i]!),
        half,
        test.error,
      ),
    ).toBeCloseTo(0.9, 1);
    expect(half.reduce((a, b) => a + b, 0) / 3000).toBeLessThan(0.8 * plain);
  });
});
