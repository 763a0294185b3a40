import {
  type CodeRow,
  type DiseaseModule,
  type DrugRule,
  defineModule,
  type LabEffect,
  type PrevalenceRows,
  type ProcedureRule,
} from "../../model/module.ts";

const source = "Order of magnitude of outpatient records: China National Health Services Survey 2018; US NAMCS 2019";

type Everyday = {
  id: string;
  cn: readonly CodeRow[];
  us: readonly CodeRow[];
  rows: { cn: PrevalenceRows; us: PrevalenceRows };
  meanYears: number;
  durationDays?: number;
  effects?: readonly LabEffect[];
  drugs?: readonly DrugRule[];
  procedures?: readonly ProcedureRule[];
  panels?: readonly string[];
};

const both = (row: readonly number[]): PrevalenceRows => ({ female: row, male: row });

const everyday = (it: Everyday): DiseaseModule =>
  defineModule({
    id: it.id,
    source,
    prevalence: it.rows,
    hospitalFactor: 1,
    onset: { minAge: 1, meanYears: it.meanYears },
    ...(it.durationDays === undefined ? {} : { durationDays: it.durationDays }),
    visitsPerYear: 0.1,
    panels: it.panels ?? [],
    subtypes: [
      {
        id: "usual",
        weight: { cn: 1, us: 1 },
        codes: { cn: it.cn, us: it.us },
        effects: it.effects ?? [],
        ...(it.drugs === undefined ? {} : { drugs: it.drugs }),
        ...(it.procedures === undefined ? {} : { procedures: it.procedures }),
      },
    ],
  });

export const everydayDiseases: readonly DiseaseModule[] = [
  everyday({
    id: "respiratory-infection",
    cn: [["J06.900", "急性上呼吸道感染"]],
    us: [["J06.9", "Acute upper respiratory infection, unspecified"]],
    rows: { cn: both([45, 15, 12, 12, 12, 12, 12, 12]), us: both([45, 18, 15, 15, 14, 12, 12, 12]) },
    meanYears: 1.5,
    durationDays: 8,
    drugs: [
      {
        share: 0.2,
        oneOf: [
          ["amoxicillin", 2],
          ["ibuprofen", 1],
        ],
        days: 6,
      },
    ],
  }),
  everyday({
    id: "pneumonia",
    cn: [["J18.900", "肺炎"]],
    us: [["J18.9", "Pneumonia, unspecified organism"]],
    rows: { cn: both([3, 0.5, 0.5, 0.8, 1.2, 2.5, 5, 9]), us: both([2, 0.6, 0.8, 1, 1.6, 3, 6, 10]) },
    meanYears: 2,
    durationDays: 16,
    drugs: [{ share: 0.5, oneOf: [["amoxicillin", 1]], days: 8 }],
  }),
  everyday({
    id: "reflux",
    cn: [
      ["K21.900", "胃-食管反流性疾病不伴有食管炎"],
      ["K21.001", "反流性食管炎"],
    ],
    us: [["K21.9", "Gastro-esophageal reflux disease without esophagitis"]],
    rows: { cn: both([0.1, 1.5, 2.5, 3.5, 4, 4.5, 4.5, 4]), us: both([1, 5, 9, 13, 18, 22, 24, 22]) },
    meanYears: 4,
    drugs: [{ share: 0.6, oneOf: [["omeprazole", 1]] }],
  }),
  everyday({
    id: "hypothyroidism",
    cn: [["E03.900", "甲状腺功能减退症"]],
    us: [["E03.9", "Hypothyroidism, unspecified"]],
    rows: {
      cn: { female: [0.1, 0.8, 1.3, 1.8, 2.2, 2.4, 2.2, 2], male: [0.05, 0.2, 0.3, 0.4, 0.5, 0.7, 0.8, 0.8] },
      us: { female: [0.2, 2.5, 4.5, 7, 10, 13, 15, 16], male: [0.1, 0.5, 1, 1.6, 2.5, 4, 5.5, 6.5] },
    },
    meanYears: 6,
    effects: [{ lab: "tsh", times: 2.2 }],
    drugs: [{ share: 0.85, oneOf: [["levothyroxine", 1]] }],
    panels: ["thyroid"],
  }),
  everyday({
    id: "prostate-hyperplasia",
    cn: [["N40.x00", "前列腺增生"]],
    us: [
      ["N40.0", "Benign prostatic hyperplasia without lower urinary tract symptoms"],
      ["N40.1", "Benign prostatic hyperplasia with lower urinary tract symptoms"],
    ],
    rows: {
      cn: { female: [0, 0, 0, 0, 0, 0, 0, 0], male: [0, 0, 0.2, 1.5, 6, 14, 22, 26] },
      us: { female: [0, 0, 0, 0, 0, 0, 0, 0], male: [0, 0.1, 0.5, 2.5, 9, 20, 31, 36] },
    },
    meanYears: 5,
    effects: [{ lab: "psa-total", times: 2 }],
    panels: ["prostate"],
  }),
  everyday({
    id: "iron-deficiency-anaemia",
    cn: [["D50.900", "缺铁性贫血"]],
    us: [["D50.9", "Iron deficiency anemia, unspecified"]],
    rows: {
      cn: { female: [2, 4, 5, 5, 2.5, 1.5, 2, 3], male: [1.5, 0.3, 0.3, 0.4, 0.6, 1, 1.8, 3] },
      us: { female: [1, 5, 6, 6, 3, 2.5, 3.5, 5], male: [0.6, 0.4, 0.5, 0.7, 1.2, 2, 3.2, 5] },
    },
    meanYears: 2,
    durationDays: 400,
    effects: [{ lab: "haemoglobin", add: -26 }],
  }),
  everyday({
    id: "gallstones",
    cn: [["K80.200", "胆囊结石不伴有胆囊炎"]],
    us: [["K80.20", "Calculus of gallbladder without cholecystitis without obstruction"]],
    rows: {
      cn: { female: [0, 0.8, 1.8, 3, 4.5, 6, 7, 7], male: [0, 0.5, 1.2, 2, 3.2, 4.5, 6, 7] },
      us: { female: [0.1, 2, 4, 5.5, 7.5, 9.5, 11, 12], male: [0, 0.7, 1.5, 2.5, 4, 6, 8.5, 10] },
    },
    meanYears: 5,
    procedures: [{ procedure: "cholecystectomy", share: 0.35, afterDays: 90 }],
  }),
  everyday({
    id: "appendicitis",
    cn: [["K35.800x001", "急性阑尾炎"]],
    us: [["K35.80", "Unspecified acute appendicitis"]],
    rows: { cn: both([0.5, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]), us: both([0.6, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5]) },
    meanYears: 6,
    durationDays: 10,
    procedures: [{ procedure: "appendectomy", share: 0.85, afterDays: 0 }],
  }),
  everyday({
    id: "knee-arthrosis",
    cn: [["M17.900", "膝关节病"]],
    us: [["M17.9", "Osteoarthritis of knee, unspecified"]],
    rows: {
      cn: { female: [0, 0.1, 0.6, 2, 6, 11, 14, 14], male: [0, 0.1, 0.4, 1, 2.8, 5, 7, 8] },
      us: { female: [0, 0.2, 1, 3.5, 9, 16, 21, 23], male: [0, 0.2, 0.9, 2.8, 7, 11, 14, 15] },
    },
    meanYears: 6,
    drugs: [{ share: 0.3, oneOf: [["ibuprofen", 1]], days: 60 }],
    procedures: [{ procedure: "knee-replacement", share: 0.08, afterDays: 900 }],
  }),
];
