import { describe, expect, test } from "vitest";
import {
  anionGap,
  bodyMassIndex,
  bodySurfaceAreaDuBois,
  bodySurfaceAreaMosteller,
  childPughClass,
  childPughPoints,
  correctedCalcium,
  creatinineClearanceCockcroftGault,
  ecogOfKarnofsky,
  egfrCkdEpi2021,
  karnofskyOfEcog,
  qtcBazett,
  qtcFridericia,
} from "../../src/index.ts";

// Expected values: the papers' equations worked out apart from this code with 40-digit decimal arithmetic.
describe("CKD-EPI 2021 (Inker and others, table 2)", () => {
  test.each([
    [0.5, 20, "female", 137.61493257],
    [0.8, 50, "female", 89.70737342],
    [1.0, 50, "male", 91.69147861],
    [1.2, 60, "female", 51.82132991],
    [2.5, 75, "male", 26.13820598],
    [0.9, 30, "male", 117.83060747],
  ] as const)("%s mg/dL at %s years, %s", (creatinine, age, sex, expected) => {
    expect(egfrCkdEpi2021(creatinine, age, sex)).toBeCloseTo(expected, 7);
  });
});

test("Cockcroft-Gault: 65 years, 70 kg, 1.2 mg/dL", () => {
  expect(creatinineClearanceCockcroftGault(1.2, 65, 70, "male")).toBeCloseTo(60.7638888889, 9);
  expect(creatinineClearanceCockcroftGault(1.2, 65, 70, "female")).toBeCloseTo(51.6493055556, 9);
});

test("body size", () => {
  expect(bodyMassIndex(81, 1.8)).toBeCloseTo(25, 12);
  expect(bodySurfaceAreaMosteller(70, 170)).toBeCloseTo(1.8181186858, 9);
  expect(bodySurfaceAreaMosteller(55, 160)).toBeCloseTo(1.5634719199, 9);
  expect(bodySurfaceAreaDuBois(70, 170)).toBeCloseTo(1.8097078018, 9);
});

test("QT at 75 beats per minute and at 60, where no correction changes it", () => {
  expect(qtcFridericia(400, 75)).toBeCloseTo(430.88693801, 7);
  expect(qtcBazett(400, 75)).toBeCloseTo(447.2135955, 7);
  expect(qtcFridericia(400, 60)).toBeCloseTo(400, 12);
  expect(qtcBazett(400, 60)).toBeCloseTo(400, 12);
});

test("electrolytes", () => {
  expect(correctedCalcium(2, 25)).toBeCloseTo(2.3, 12);
  expect(anionGap(140, 104, 24)).toBe(12);
});

describe("Child-Pugh (Pugh and others 1973)", () => {
  const best = { bilirubinUmolPerL: 17, albuminGPerL: 42, inr: 1, ascites: "none", encephalopathy: "none" } as const;
  test("the least and the most points", () => {
    expect(childPughPoints(best)).toEqual({ min: 5, max: 5 });
    const worst = {
      bilirubinUmolPerL: 90,
      albuminGPerL: 20,
      inr: 3,
      ascites: "severe",
      encephalopathy: "severe",
    } as const;
    expect(childPughPoints(worst)).toEqual({ min: 15, max: 15 });
  });
  test.each([
    [{ bilirubinUmolPerL: (2 * 10_000) / 584.66 }, 6],
    [{ bilirubinUmolPerL: (3 * 10_000) / 584.66 }, 6],
    [{ bilirubinUmolPerL: 52 }, 7],
    [{ albuminGPerL: 35 }, 6],
    [{ albuminGPerL: 28 }, 6],
    [{ albuminGPerL: 27.9 }, 7],
    [{ inr: 1.7 }, 6],
    [{ inr: 2.3 }, 6],
    [{ inr: 2.31 }, 7],
    [{ ascites: "slight" as const }, 6],
    [{ encephalopathy: "severe" as const }, 7],
  ])("limits: %o", (part, points) => {
    expect(childPughPoints({ ...best, ...part })).toEqual({ min: points, max: points });
  });
  test("what is not graded leaves a span", () => {
    expect(childPughPoints({ ...best, ascites: "present", encephalopathy: "unknown" })).toEqual({ min: 6, max: 9 });
  });
  test("classes", () => {
    expect([5, 6, 7, 9, 10, 15].map(childPughClass)).toEqual(["A", "A", "B", "B", "C", "C"]);
  });
});

test("performance scales (ECOG-ACRIN)", () => {
  const scores = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0];
  expect(scores.map(ecogOfKarnofsky)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
  expect(ecogOfKarnofsky(85)).toBeNull();
  expect(karnofskyOfEcog(1)).toEqual({ min: 70, max: 80 });
  expect(karnofskyOfEcog(6)).toBeNull();
});
