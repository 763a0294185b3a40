import { defineModule } from "../../model/module.ts";

export const coronaryDisease = defineModule({
  id: "coronary-disease",
  source:
    "Report on Cardiovascular Health and Diseases in China 2022 (11.4 million; survey of 60 and over 2.8 %, doubled for the diagnosed in hospital records); AHA Heart Disease and Stroke Statistics 2023 (7.1 % of adults)",
  prevalence: {
    cn: { female: [0, 0.02, 0.1, 0.5, 1.5, 4.5, 9, 11], male: [0, 0.05, 0.3, 1, 2.5, 6, 10, 12] },
    us: { female: [0, 0.3, 0.8, 2, 5, 9, 15, 20], male: [0, 0.5, 1.2, 3.5, 9, 17, 25, 30] },
  },
  hospitalFactor: 2,
  risks: [
    { of: "hypertension", times: 1.9 },
    { of: "type-2-diabetes", times: 1.7 },
    { of: "smoking", times: 1.5 },
  ],
  onset: { minAge: 28, meanYears: 6 },
  visitsPerYear: 1.5,
  panels: ["ecg", "lipids", "heart"],
  family: 0.03,
  subtypes: [
    {
      id: "stable",
      weight: { cn: 72, us: 70 },
      codes: {
        cn: [
          ["I25.103", "冠状动脉粥样硬化性心脏病"],
          ["I25.102", "冠状动脉粥样硬化"],
          ["I25.100", "动脉硬化性心脏病"],
        ],
        us: [["I25.10", "Atherosclerotic heart disease of native coronary artery without angina pectoris"]],
      },
      effects: [
        { lab: "lvef", add: -3 },
        { lab: "bnp", times: 1.6 },
        { lab: "ldl-cholesterol", add: -0.5 },
      ],
      drugs: [
        {
          share: 0.85,
          oneOf: [
            ["aspirin", 4],
            ["clopidogrel", 1],
          ],
        },
        {
          share: 0.85,
          oneOf: [
            ["atorvastatin", 2],
            ["rosuvastatin", 1],
          ],
        },
        {
          share: 0.6,
          oneOf: [
            ["metoprolol", 2],
            ["bisoprolol", 1],
          ],
        },
      ],
      procedures: [
        { procedure: "coronary-angiography", share: 0.5, afterDays: 10 },
        { procedure: "coronary-stent", share: 0.25, afterDays: 12 },
      ],
      hazard: 1.5,
    },
    {
      id: "infarction",
      weight: { cn: 20, us: 25 },
      codes: {
        cn: [
          ["I21.900", "急性心肌梗死"],
          ["I21.001", "急性前壁心肌梗死"],
        ],
        us: [
          ["I21.9", "Acute myocardial infarction, unspecified"],
          ["I21.4", "Non-ST elevation (NSTEMI) myocardial infarction"],
        ],
      },
      effects: [
        { lab: "lvef", add: -12 },
        { lab: "bnp", times: 5 },
        { lab: "ldl-cholesterol", add: -0.7 },
      ],
      drugs: [
        { share: 0.95, oneOf: [["aspirin", 1]] },
        { share: 0.8, oneOf: [["clopidogrel", 1]], days: 365 },
        {
          share: 0.9,
          oneOf: [
            ["atorvastatin", 1],
            ["rosuvastatin", 1],
          ],
        },
        { share: 0.8, oneOf: [["metoprolol", 1]] },
      ],
      procedures: [
        { procedure: "coronary-angiography", share: 0.85, afterDays: 0 },
        { procedure: "coronary-stent", share: 0.65, afterDays: 0 },
        { procedure: "coronary-bypass", share: 0.07, afterDays: 20 },
      ],
      hazard: 2.4,
    },
    {
      id: "unstable-angina",
      weight: { cn: 8, us: 5 },
      codes: { cn: [["I20.000", "不稳定型心绞痛"]], us: [["I20.0", "Unstable angina"]] },
      effects: [{ lab: "bnp", times: 1.8 }],
      drugs: [
        { share: 0.9, oneOf: [["aspirin", 1]] },
        { share: 0.7, oneOf: [["clopidogrel", 1]], days: 365 },
      ],
      procedures: [{ procedure: "coronary-stent", share: 0.45, afterDays: 2 }],
      hazard: 1.8,
    },
  ],
});

export const heartFailure = defineModule({
  id: "heart-failure",
  source:
    "Wang et al., Circ Heart Fail 2021, doi 10.1161/CIRCHEARTFAILURE.121.008406 (China 1.1 % from 25); AHA statistics 2023 (2.3 % of US adults)",
  prevalence: {
    cn: { female: [0, 0.05, 0.2, 0.4, 0.9, 2, 3.8, 6], male: [0, 0.08, 0.3, 0.6, 1.2, 2.3, 3.8, 5.5] },
    us: { female: [0, 0.1, 0.2, 0.6, 1.5, 3.5, 6.5, 11], male: [0, 0.1, 0.3, 0.9, 2.3, 5, 8, 12] },
  },
  hospitalFactor: 2.5,
  risks: [
    { of: "coronary-disease", times: 3 },
    { of: "hypertension", times: 1.6 },
  ],
  onset: { minAge: 25, meanYears: 4 },
  visitsPerYear: 2.5,
  panels: ["heart", "ecg", "kidney", "electrolytes"],
  subtypes: [
    {
      id: "reduced-ejection-fraction",
      weight: { cn: 42, us: 46 },
      codes: {
        cn: [
          ["I50.100", "左心室衰竭"],
          ["I50.900", "心力衰竭"],
          ["I50.000", "充血性心力衰竭"],
        ],
        us: [
          ["I50.22", "Chronic systolic (congestive) heart failure"],
          ["I50.9", "Heart failure, unspecified"],
        ],
      },
      effects: [
        { lab: "lvef", times: 0.53 },
        { lab: "bnp", times: 22 },
        { lab: "heart-rate", add: 8 },
        { lab: "sodium", add: -2 },
      ],
      drugs: [
        { share: 0.55, oneOf: [["sacubitril-valsartan", 1]] },
        {
          share: 0.8,
          oneOf: [
            ["metoprolol", 1],
            ["bisoprolol", 1],
          ],
        },
        { share: 0.65, oneOf: [["spironolactone", 1]] },
        { share: 0.6, oneOf: [["furosemide", 1]] },
        {
          share: 0.4,
          oneOf: [
            ["dapagliflozin", 1],
            ["empagliflozin", 1],
          ],
        },
        { share: 0.12, oneOf: [["digoxin", 1]] },
      ],
      scores: [
        {
          score: "nyha",
          values: [
            [1, 5],
            [2, 45],
            [3, 38],
            [4, 12],
          ],
        },
      ],
      hazard: 4,
    },
    {
      id: "preserved-ejection-fraction",
      weight: { cn: 58, us: 54 },
      codes: {
        cn: [
          ["I50.900x019", "舒张性心力衰竭"],
          ["I50.900", "心力衰竭"],
        ],
        us: [["I50.32", "Chronic diastolic (congestive) heart failure"]],
      },
      effects: [
        { lab: "lvef", add: -4 },
        { lab: "bnp", times: 9 },
      ],
      drugs: [
        { share: 0.6, oneOf: [["furosemide", 1]] },
        {
          share: 0.35,
          oneOf: [
            ["dapagliflozin", 1],
            ["empagliflozin", 1],
          ],
        },
        { share: 0.4, oneOf: [["spironolactone", 1]] },
      ],
      scores: [
        {
          score: "nyha",
          values: [
            [1, 10],
            [2, 55],
            [3, 30],
            [4, 5],
          ],
        },
      ],
      hazard: 2.8,
    },
  ],
});
