import { describe, expect, test } from "vitest";
import {
  anionGap,
  bodyMassIndex,
  bodySurfaceAreaDuBois,
  bodySurfaceAreaMosteller,
  CREATININE_UMOL_PER_L_PER_MG_PER_DL,
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

// Limits as in table 1 of the Cleveland Clinic Journal of Medicine (ccjm.org, table 12320) and Harrison, 20th edition, but for
// albumin, whose lower limit Harrison gives as 3.0 g/dL after the first paper; 2.8 g/dL is in common use.
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

// Examples that others published with their results.
describe("published examples", () => {
  // The National Kidney Foundation's calculator, as admiral (pharmaverse) quotes it in its tests of `compute_egfr`.
  test("kidney function: National Kidney Foundation", () => {
    const mgPerDl = (umolPerL: number) => umolPerL / CREATININE_UMOL_PER_L_PER_MG_PER_DL;
    expect(Math.round(egfrCkdEpi2021(1.09, 55, "male"))).toBe(80);
    expect(Math.round(egfrCkdEpi2021(mgPerDl(85), 65, "female"))).toBe(66);
    expect(Math.round(creatinineClearanceCockcroftGault(1.09, 55, 90, "male"))).toBe(97);
    expect(Math.round(creatinineClearanceCockcroftGault(mgPerDl(85), 65, 60, "female"))).toBe(55);
  });

  // admiral, test of `compute_egfr` on a table: CKD-EPI 2021 to four decimals with 88.42 umol/L in one mg/dL.
  test.each([
    [96.3, 55, "male", 80.2293],
    [70, 52, "female", 89.7175],
    [77, 67, "male", 94.5453],
    [65, 76, "female", 84.4646],
  ] as const)("kidney function: admiral, %s umol/L at %s years, %s", (creatinine, age, sex, expected) => {
    expect(egfrCkdEpi2021(creatinine / 88.42, age, sex)).toBeCloseTo(expected, 3);
    expect(egfrCkdEpi2021(creatinine / CREATININE_UMOL_PER_L_PER_MG_PER_DL, age, sex)).toBeCloseTo(expected, 1);
  });

  // admiral, reference pages of `compute_qtc` (RR 857 ms) and tests of `compute_bsa`.
  test("QT and body surface: admiral", () => {
    const heartRate = 60_000 / 857;
    expect(qtcBazett(350, heartRate)).toBeCloseTo(378.0747, 4);
    expect(qtcFridericia(350, heartRate)).toBeCloseTo(368.4748, 4);
    expect(bodySurfaceAreaMosteller(75, 170)).toBeCloseTo(1.882, 3);
    expect(bodySurfaceAreaMosteller(90, 185)).toBeCloseTo(2.151, 3);
  });
});
