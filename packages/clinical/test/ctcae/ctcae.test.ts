import { describe, expect, test } from "vitest";
import { ctcaeTerm, ctcaeTerms, gradeOf } from "../../src/index.ts";

const grades = (term: string, value: number, limits: { low?: number; high?: number } = {}): [number, number] => {
  const { min, max } = gradeOf(ctcaeTerm(term)!, { lo: value, hi: value, ...limits });
  return [min, max];
};

// Limits as the grade texts of CTCAE v5.0 (NCI, 27 November 2017) print them, read from admiral's `atoxgr_criteria_ctcv5`
// (pharmaverse); QT from Lyon and others 2021, doi 10.1093/eurheartj/ehab674, table 5; ejection fraction and LDH from
// ctcae5_grader (PharmaForest). A value just on either side of each limit.
describe("multiples of the upper limit", () => {
  test.each([
    ["Alanine aminotransferase increased", [1, 3, 5, 20]],
    ["Aspartate aminotransferase increased", [1, 3, 5, 20]],
    ["Alkaline phosphatase increased", [1, 2.5, 5, 20]],
    ["GGT increased", [1, 2.5, 5, 20]],
    ["Blood bilirubin increased", [1, 1.5, 3, 10]],
    ["Creatinine increased", [1, 1.5, 3, 6]],
    ["CPK increased", [1, 2.5, 5, 10]],
  ])("%s", (term, multiples) => {
    multiples.forEach((multiple, index) => {
      expect(grades(term, multiple * 40, { high: 40 })).toEqual([index, index]);
      expect(grades(term, multiple * 40 + 0.01, { high: 40 })).toEqual([index + 1, index + 1]);
    });
    expect(grades(term, 100)).toEqual([0, 4]);
  });
});

describe("absolute limits below normal", () => {
  test.each([
    ["Neutrophil count decreased", 2, [1.5, 1, 0.5]],
    ["Platelet count decreased", 125, [75, 50, 25]],
    ["Lymphocyte count decreased", 1.1, [0.8, 0.5, 0.2]],
    ["White blood cell decreased", 3.5, [3, 2, 1]],
    ["Hypocalcemia", 2.1, [2, 1.75, 1.5]],
    ["Hypomagnesemia", 0.7, [0.5, 0.4, 0.3]],
    ["Hypoglycemia", 3.9, [3, 2.2, 1.7]],
    ["CD4 lymphocytes decreased", 0.6, [0.5, 0.2, 0.05]],
  ] as const)("%s", (term, low, limits) => {
    expect(grades(term, low, { low })).toEqual([0, 0]);
    [low, ...limits].forEach((limit, index) => {
      expect(grades(term, limit * 0.999, { low })).toEqual([index + 1, index + 1]);
      if (index > 0) expect(grades(term, limit, { low })).toEqual([index, index]);
    });
  });
});

describe("absolute limits above normal", () => {
  test.each([
    ["Hyperkalemia", 5.3, [5.5, 6, 7]],
    ["Hypernatremia", 147, [150, 155, 160]],
    ["Hypercalcemia", 2.6, [2.9, 3.1, 3.4]],
    ["Cholesterol high", 5.2, [7.75, 10.34, 12.92]],
  ] as const)("%s", (term, high, limits) => {
    [high, ...limits].forEach((limit, index) => {
      expect(grades(term, limit, { high })).toEqual([index, index]);
      expect(grades(term, limit * 1.001, { high })).toEqual([index + 1, index + 1]);
    });
  });
});

test.each([
  ["Anemia", 100, { low: 115 }, [1, 1]],
  ["Anemia", 99, { low: 115 }, [2, 2]],
  ["Anemia", 80, { low: 115 }, [2, 2]],
  ["Anemia", 79, { low: 115 }, [3, 4]],
  ["Lipase increased", 89, { high: 60 }, [1, 1]],
  ["Lipase increased", 110, { high: 60 }, [2, 2]],
  ["Lipase increased", 200, { high: 60 }, [2, 3]],
  ["Serum amylase increased", 700, { high: 135 }, [3, 4]],
  ["INR increased", 1.2, {}, [0, 0]],
  ["INR increased", 1.3, {}, [1, 1]],
  ["INR increased", 2.6, {}, [3, 3]],
  ["Electrocardiogram QT corrected interval prolonged", 449, {}, [0, 0]],
  ["Electrocardiogram QT corrected interval prolonged", 450, {}, [1, 1]],
  ["Electrocardiogram QT corrected interval prolonged", 481, {}, [2, 2]],
  ["Electrocardiogram QT corrected interval prolonged", 501, {}, [3, 4]],
  ["Ejection fraction decreased", 55, {}, [0, 0]],
  ["Ejection fraction decreased", 50, {}, [2, 2]],
  ["Ejection fraction decreased", 39, {}, [3, 3]],
  ["Ejection fraction decreased", 19, {}, [4, 4]],
  ["Hypokalemia", 3.2, { low: 3.5 }, [1, 2]],
  ["Hypokalemia", 2.9, { low: 3.5 }, [3, 3]],
  ["Hypokalemia", 2.4, { low: 3.5 }, [4, 4]],
  ["Hyponatremia", 131, { low: 137 }, [1, 1]],
  ["Hyponatremia", 126, { low: 137 }, [2, 3]],
  ["Hyponatremia", 121, { low: 137 }, [3, 3]],
  ["Hyponatremia", 119, { low: 137 }, [4, 4]],
  ["Hypermagnesemia", 1.1, { high: 1.02 }, [1, 1]],
  ["Hypermagnesemia", 1.3, { high: 1.02 }, [3, 3]],
  ["Hypoalbuminemia", 31, { low: 40 }, [1, 1]],
  ["Hypoalbuminemia", 29, { low: 40 }, [2, 2]],
  ["Hypoalbuminemia", 19, { low: 40 }, [3, 4]],
  ["Hypertriglyceridemia", 1.7, {}, [0, 0]],
  ["Hypertriglyceridemia", 3.42, {}, [1, 1]],
  ["Hypertriglyceridemia", 12, {}, [4, 4]],
  ["Hyperuricemia", 500, { high: 420 }, [1, 4]],
  ["Hypophosphatemia", 0.7, { low: 0.85 }, [1, 4]],
  ["Leukocytosis", 100, {}, [0, 0]],
  ["Leukocytosis", 101, {}, [3, 4]],
  ["Haptoglobin decreased", 0.2, { low: 0.3 }, [1, 1]],
  ["Blood lactate dehydrogenase increased", 900, { high: 250 }, [1, 1]],
  ["Blood lactate dehydrogenase increased", 250, { high: 250 }, [0, 0]],
  ["Hypermagnesemia", 3.31, { high: 1.02 }, [4, 4]],
  ["Hypertriglyceridemia", 1.71, {}, [1, 1]],
  ["Lymphocyte count increased", 4.1, {}, [2, 2]],
  ["Lymphocyte count increased", 21, {}, [3, 3]],
] as const)("%s at %s %o", (term, value, limits, expected) => {
  expect(grades(term, value, limits)).toEqual(expected);
});

// Cases of admiral's tests of `derive_var_atoxgr_dir` under CTCAE v5.0 (tests 12a, 14a, 16a, 18a): an abnormal baseline of 40,
// upper limit 39; and a normal one, where the upper limit of 40 counts.
describe("a baseline of 40", () => {
  const value40 = (term: string, value: number, isAbnormal: boolean) =>
    gradeOf(ctcaeTerm(term)!, { lo: value, hi: value, high: isAbnormal ? 39 : 40 }, { value: 40, isAbnormal });
  const aminotransferase = [801, 800, 201, 200, 121, 120, 60, 59];
  test.each([
    ["Alanine aminotransferase increased", true, aminotransferase, [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Aspartate aminotransferase increased", true, aminotransferase, [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Alkaline phosphatase increased", true, [801, 800, 201, 200, 101, 100, 80, 79], [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Blood bilirubin increased", true, [401, 400, 121, 120, 61, 60, 41, 40], [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Aspartate aminotransferase increased", false, [801, 800, 201, 200, 121, 120, 41, 40], [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Alkaline phosphatase increased", false, [801, 800, 201, 200, 101, 100, 41, 40], [4, 3, 3, 2, 2, 1, 1, 0]],
    ["Blood bilirubin increased", false, [401, 400, 121, 120, 61, 60, 41, 40], [4, 3, 3, 2, 2, 1, 1, 0]],
  ] as const)("%s, abnormal: %s", (term, isAbnormal, values, expected) => {
    expect(values.map((value) => value40(term, value, isAbnormal).min)).toEqual(expected);
    expect(values.map((value) => value40(term, value, isAbnormal).max)).toEqual(expected);
  });
});

// Cases of admiral's test 28a of `derive_var_atoxgr_dir`, in g/L.
test("fibrinogen", () => {
  expect(grades("Fibrinogen decreased", 0.49)).toEqual([4, 4]);
  expect(grades("Fibrinogen decreased", 0.5, { low: 2.1 })).toEqual([4, 4]);
  expect(grades("Fibrinogen decreased", 1, { low: 2.1 })).toEqual([3, 3]);
  expect(grades("Fibrinogen decreased", 1.5, { low: 1.5 })).toEqual([0, 0]);
  const fallen = (value: number, from: number) =>
    gradeOf(ctcaeTerm("Fibrinogen decreased")!, { lo: value, hi: value, low: 2 }, { value: from, isAbnormal: true })
      .min;
  expect([fallen(1.6, 1.6), fallen(1.3, 1.6), fallen(1.2, 1.6), fallen(0.8, 1.6), fallen(0.5, 2)]).toEqual([
    0, 1, 2, 3, 4,
  ]);
});

test("a rise over a normal baseline raises the grade of creatinine", () => {
  const creatinine = ctcaeTerm("Creatinine increased")!;
  const baseline = { value: 50, isAbnormal: false };
  expect(gradeOf(creatinine, { lo: 80, hi: 80, high: 104 }).min).toBe(0);
  expect(gradeOf(creatinine, { lo: 80, hi: 80, high: 104 }, baseline).min).toBe(2);
});

test("a limit is missing only where it would narrow the grades", () => {
  const potassium = ctcaeTerm("Hyperkalemia")!;
  expect(gradeOf(potassium, { lo: 5.4, hi: 5.4 })).toEqual({ min: 0, max: 1, needsLimit: true });
  expect(gradeOf(potassium, { lo: 6.5, hi: 6.5 })).toEqual({ min: 3, max: 3, needsLimit: false });
});

test("a value below a limit of detection leaves the grades open that it may reach", () => {
  const platelets = ctcaeTerm("Platelet count decreased")!;
  expect(gradeOf(platelets, { lo: Number.NEGATIVE_INFINITY, hi: 60, low: 125 })).toMatchObject({ min: 2, max: 4 });
});

test("every term names its own item and unit, grades in rising order, and has a Chinese name", () => {
  expect(new Set(ctcaeTerms.map(({ term }) => term)).size).toBe(ctcaeTerms.length);
  for (const { item, steps, zh } of ctcaeTerms) {
    expect(item).toMatch(/^LAB:[a-z0-9-]+$/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    for (const step of steps) expect(step.most ?? step.grade).toBeGreaterThanOrEqual(step.grade);
  }
});
