import type { CtcaeTerm, Step } from "./term.ts";

// Grades 1 to 4 from four limits.
const upper = (...times: readonly number[]): readonly Step[] =>
  times.map((timesUpperLimit, index) => ({ grade: index + 1, limit: { timesUpperLimit } }));
const baseline = (...times: readonly number[]): readonly Step[] =>
  times.map((timesBaseline, index) => ({ grade: index + 1, limit: { timesBaseline } }));
const beyondUpper = (...values: readonly number[]): readonly Step[] => [
  { grade: 1, limit: { timesUpperLimit: 1 } },
  ...values.map((value, index) => ({ grade: index + 2, limit: { value } })),
];
const belowLower = (...values: readonly number[]): readonly Step[] => [
  { grade: 1, limit: { timesLowerLimit: 1 } },
  ...values.map((value, index) => ({ grade: index + 2, limit: { value } })),
];

// Where the baseline was abnormal the first grade starts at the limit itself (1.5 - 3.0 x baseline).
const fromBaseline = (first: number, ...rest: readonly number[]): readonly Step[] =>
  baseline(first, ...rest).map((step, index) => (index === 0 ? { ...step, reached: true } : step));

const symptoms = {
  en: "Grades differ by signs or symptoms, which a value does not show.",
  zh: "分级取决于有无症状体征，仅凭检验值不能确定。",
};
const intervention = {
  en: "Grades differ by the intervention that was needed, which a value does not show.",
  zh: "分级取决于所需的处置，仅凭检验值不能确定。",
};

/**
 * Investigations and metabolic terms of CTCAE v5.0 that values can grade; limits in canonical units.
 * Source: Common Terminology Criteria for Adverse Events v5.0, US Department of Health and Human Services, National
 * Cancer Institute, 27 November 2017 (public domain).
 */
export const ctcaeTerms: readonly CtcaeTerm[] = [
  {
    term: "Alanine aminotransferase increased",
    zh: "丙氨酸氨基转移酶升高",
    item: "LAB:alt",
    unit: "U/L",
    direction: "high",
    steps: upper(1, 3, 5, 20),
    abnormalBaselineSteps: fromBaseline(1.5, 3, 5, 20),
  },
  {
    term: "Aspartate aminotransferase increased",
    zh: "天冬氨酸氨基转移酶升高",
    item: "LAB:ast",
    unit: "U/L",
    direction: "high",
    steps: upper(1, 3, 5, 20),
    abnormalBaselineSteps: fromBaseline(1.5, 3, 5, 20),
  },
  {
    term: "Alkaline phosphatase increased",
    zh: "碱性磷酸酶升高",
    item: "LAB:alkaline-phosphatase",
    unit: "U/L",
    direction: "high",
    steps: upper(1, 2.5, 5, 20),
    abnormalBaselineSteps: fromBaseline(2, 2.5, 5, 20),
  },
  {
    term: "GGT increased",
    zh: "γ-谷氨酰转移酶升高",
    item: "LAB:ggt",
    unit: "U/L",
    direction: "high",
    steps: upper(1, 2.5, 5, 20),
    abnormalBaselineSteps: fromBaseline(2, 2.5, 5, 20),
  },
  {
    term: "Blood bilirubin increased",
    zh: "血胆红素升高",
    item: "LAB:bilirubin-total",
    unit: "umol/L",
    direction: "high",
    steps: upper(1, 1.5, 3, 10),
    abnormalBaselineSteps: baseline(1, 1.5, 3, 10),
  },
  {
    term: "Creatinine increased",
    zh: "肌酐升高",
    item: "LAB:creatinine",
    unit: "umol/L",
    direction: "high",
    steps: [
      ...upper(1, 1.5, 3, 6),
      { grade: 2, limit: { timesBaseline: 1.5 } },
      { grade: 3, limit: { timesBaseline: 3 } },
    ],
  },
  {
    term: "Neutrophil count decreased",
    zh: "中性粒细胞计数降低",
    item: "LAB:neutrophils",
    unit: "10*9/L",
    direction: "low",
    steps: belowLower(1.5, 1, 0.5),
  },
  {
    term: "Platelet count decreased",
    zh: "血小板计数降低",
    item: "LAB:platelets",
    unit: "10*9/L",
    direction: "low",
    steps: belowLower(75, 50, 25),
  },
  {
    term: "Lymphocyte count decreased",
    zh: "淋巴细胞计数降低",
    item: "LAB:lymphocytes",
    unit: "10*9/L",
    direction: "low",
    steps: belowLower(0.8, 0.5, 0.2),
  },
  {
    term: "Lymphocyte count increased",
    zh: "淋巴细胞计数升高",
    item: "LAB:lymphocytes",
    unit: "10*9/L",
    direction: "high",
    steps: [
      { grade: 2, limit: { value: 4 } },
      { grade: 3, limit: { value: 20 } },
    ],
  },
  {
    term: "White blood cell decreased",
    zh: "白细胞降低",
    item: "LAB:leukocytes",
    unit: "10*9/L",
    direction: "low",
    steps: belowLower(3, 2, 1),
  },
  {
    term: "Anemia",
    zh: "贫血",
    item: "LAB:haemoglobin",
    unit: "g/L",
    direction: "low",
    steps: [
      { grade: 1, limit: { timesLowerLimit: 1 } },
      { grade: 2, limit: { value: 100 } },
      { grade: 3, most: 4, limit: { value: 80 } },
    ],
    note: intervention,
  },
  {
    term: "Lipase increased",
    zh: "脂肪酶升高",
    item: "LAB:lipase",
    unit: "U/L",
    direction: "high",
    steps: [
      ...upper(1, 1.5),
      { grade: 2, most: 3, limit: { timesUpperLimit: 2 } },
      { grade: 3, most: 4, limit: { timesUpperLimit: 5 } },
    ],
    note: symptoms,
  },
  {
    term: "Serum amylase increased",
    zh: "血清淀粉酶升高",
    item: "LAB:amylase",
    unit: "U/L",
    direction: "high",
    steps: [
      ...upper(1, 1.5),
      { grade: 2, most: 3, limit: { timesUpperLimit: 2 } },
      { grade: 3, most: 4, limit: { timesUpperLimit: 5 } },
    ],
    note: symptoms,
  },
  {
    term: "CPK increased",
    zh: "肌酸磷酸激酶升高",
    item: "LAB:creatine-kinase",
    unit: "U/L",
    direction: "high",
    steps: upper(1, 2.5, 5, 10),
  },
  {
    term: "Cholesterol high",
    zh: "胆固醇升高",
    item: "LAB:cholesterol-total",
    unit: "mmol/L",
    direction: "high",
    steps: beyondUpper(7.75, 10.34, 12.92),
  },
  {
    term: "INR increased",
    zh: "国际标准化比值升高",
    item: "LAB:inr",
    unit: "1",
    direction: "high",
    steps: [
      { grade: 1, limit: { value: 1.2 } },
      { grade: 2, limit: { value: 1.5 } },
      { grade: 3, limit: { value: 2.5 } },
    ],
    abnormalBaselineSteps: baseline(1, 1.5, 2.5),
    note: {
      en: "Under anticoagulation the grade counts from the baseline.",
      zh: "抗凝治疗期间按相对于基线的倍数分级。",
    },
  },
  {
    term: "Activated partial thromboplastin time prolonged",
    zh: "活化部分凝血活酶时间延长",
    item: "LAB:aptt",
    unit: "s",
    direction: "high",
    steps: upper(1, 1.5, 2.5),
  },
  {
    term: "Electrocardiogram QT corrected interval prolonged",
    zh: "心电图QT校正间期延长",
    item: "LAB:qtc-interval",
    unit: "ms",
    direction: "high",
    steps: [
      { grade: 1, limit: { value: 450 }, reached: true },
      { grade: 2, limit: { value: 480 } },
      { grade: 3, most: 4, limit: { value: 500 } },
    ],
    note: {
      en: "The average of the readings counts; arrhythmia makes grade 4 and a rise of more than 60 ms grade 3.",
      zh: "按多次测量的平均值分级；出现心律失常为4级，较基线延长超过60毫秒为3级。",
    },
  },
  {
    term: "Ejection fraction decreased",
    zh: "射血分数降低",
    item: "LAB:lvef",
    unit: "%",
    direction: "low",
    steps: [
      { grade: 2, limit: { value: 50 }, reached: true },
      { grade: 3, limit: { value: 40 } },
      { grade: 4, limit: { value: 20 } },
    ],
    note: {
      en: "A fall of 10 points from baseline makes grade 2 and one of 20 points grade 3.",
      zh: "较基线下降10个百分点为2级，下降20个百分点为3级。",
    },
  },
  {
    term: "Hyperkalemia",
    zh: "高钾血症",
    item: "LAB:potassium",
    unit: "mmol/L",
    direction: "high",
    steps: beyondUpper(5.5, 6, 7),
  },
  {
    term: "Hypokalemia",
    zh: "低钾血症",
    item: "LAB:potassium",
    unit: "mmol/L",
    direction: "low",
    steps: [
      { grade: 1, most: 2, limit: { timesLowerLimit: 1 } },
      { grade: 3, limit: { value: 3 } },
      { grade: 4, limit: { value: 2.5 } },
    ],
    note: symptoms,
  },
  {
    term: "Hypernatremia",
    zh: "高钠血症",
    item: "LAB:sodium",
    unit: "mmol/L",
    direction: "high",
    steps: beyondUpper(150, 155, 160),
  },
  {
    term: "Hyponatremia",
    zh: "低钠血症",
    item: "LAB:sodium",
    unit: "mmol/L",
    direction: "low",
    steps: [
      { grade: 1, limit: { timesLowerLimit: 1 } },
      { grade: 2, most: 3, limit: { value: 130 } },
      { grade: 3, limit: { value: 125 } },
      { grade: 4, limit: { value: 120 } },
    ],
    note: symptoms,
  },
  {
    term: "Hypercalcemia",
    zh: "高钙血症",
    item: "LAB:calcium-corrected",
    unit: "mmol/L",
    direction: "high",
    steps: beyondUpper(2.9, 3.1, 3.4),
  },
  {
    term: "Hypocalcemia",
    zh: "低钙血症",
    item: "LAB:calcium-corrected",
    unit: "mmol/L",
    direction: "low",
    steps: belowLower(2, 1.75, 1.5),
  },
  {
    term: "Hypermagnesemia",
    zh: "高镁血症",
    item: "LAB:magnesium",
    unit: "mmol/L",
    direction: "high",
    steps: [
      { grade: 1, limit: { timesUpperLimit: 1 } },
      { grade: 3, limit: { value: 1.23 } },
      { grade: 4, limit: { value: 3.3 } },
    ],
  },
  {
    term: "Hypomagnesemia",
    zh: "低镁血症",
    item: "LAB:magnesium",
    unit: "mmol/L",
    direction: "low",
    steps: belowLower(0.5, 0.4, 0.3),
  },
  {
    term: "Hypoglycemia",
    zh: "低血糖",
    item: "LAB:glucose",
    unit: "mmol/L",
    direction: "low",
    steps: belowLower(3, 2.2, 1.7),
  },
  {
    term: "Hypoalbuminemia",
    zh: "低白蛋白血症",
    item: "LAB:albumin",
    unit: "g/L",
    direction: "low",
    steps: [
      { grade: 1, limit: { timesLowerLimit: 1 } },
      { grade: 2, limit: { value: 30 } },
      { grade: 3, most: 4, limit: { value: 20 } },
    ],
    note: intervention,
  },
  {
    term: "Hypophosphatemia",
    zh: "低磷血症",
    item: "LAB:phosphate",
    unit: "mmol/L",
    direction: "low",
    steps: [{ grade: 1, most: 4, limit: { timesLowerLimit: 1 } }],
    note: intervention,
  },
  {
    term: "Hyperphosphatemia",
    zh: "高磷血症",
    item: "LAB:phosphate",
    unit: "mmol/L",
    direction: "high",
    steps: [{ grade: 1, most: 4, limit: { timesUpperLimit: 1 } }],
    note: intervention,
  },
  {
    term: "Hypertriglyceridemia",
    zh: "高甘油三酯血症",
    item: "LAB:triglycerides",
    unit: "mmol/L",
    direction: "high",
    steps: [
      { grade: 1, limit: { value: 1.71 }, reached: true },
      { grade: 2, limit: { value: 3.42 } },
      { grade: 3, limit: { value: 5.7 } },
      { grade: 4, limit: { value: 11.4 } },
    ],
  },
  {
    term: "Hyperuricemia",
    zh: "高尿酸血症",
    item: "LAB:uric-acid",
    unit: "umol/L",
    direction: "high",
    steps: [{ grade: 1, most: 4, limit: { timesUpperLimit: 1 } }],
    note: symptoms,
  },
];

const byName = new Map(ctcaeTerms.map((term) => [term.term.toLowerCase(), term]));

/** The term of a name, upper or lower case; undefined where values cannot grade it or there is no such term. */
export const ctcaeTerm = (name: string): CtcaeTerm | undefined => byName.get(name.trim().toLowerCase());
