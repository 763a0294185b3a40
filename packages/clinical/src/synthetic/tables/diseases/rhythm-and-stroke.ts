import { defineModule } from "../../model/module.ts";

export const atrialFibrillation = defineModule({
  id: "atrial-fibrillation",
  source:
    "Shi et al., Lancet Reg Health West Pac 2022, doi 10.1016/j.lanwpc.2022.100439 (China 1.6 % of adults); AHA statistics 2023 (about 2.5 % of US adults)",
  prevalence: {
    cn: { female: [0, 0.05, 0.2, 0.4, 0.9, 2.2, 4.5, 6.5], male: [0, 0.1, 0.3, 0.7, 1.5, 3, 5.2, 7] },
    us: { female: [0, 0.1, 0.2, 0.5, 1.3, 3.6, 8, 14], male: [0, 0.1, 0.4, 1, 2.6, 6, 11, 16] },
  },
  hospitalFactor: 2,
  risks: [{ of: "heart-failure", times: 4 }],
  onset: { minAge: 25, meanYears: 5 },
  visitsPerYear: 1.2,
  panels: ["ecg", "clotting", "thyroid"],
  subtypes: [
    {
      id: "anticoagulated",
      weight: { cn: 45, us: 65 },
      codes: {
        cn: [
          ["I48.900x004", "心房颤动[心房纤颤]"],
          ["I48.100", "持续性心房颤动"],
          ["I48.000", "阵发性心房颤动"],
        ],
        us: [
          ["I48.91", "Unspecified atrial fibrillation"],
          ["I48.0", "Paroxysmal atrial fibrillation"],
          ["I48.19", "Other persistent atrial fibrillation"],
        ],
      },
      effects: [
        { lab: "heart-rate", add: 12 },
        { lab: "inr", add: 0.9 },
      ],
      drugs: [
        {
          share: 1,
          oneOf: [
            ["rivaroxaban", 3],
            ["apixaban", 2],
            ["warfarin", 3],
          ],
        },
        {
          share: 0.6,
          oneOf: [
            ["metoprolol", 1],
            ["bisoprolol", 1],
          ],
        },
        { share: 0.12, oneOf: [["amiodarone", 1]] },
      ],
      procedures: [{ procedure: "heart-ablation", share: 0.1, afterDays: 120 }],
      hazard: 1.5,
    },
    {
      id: "not-anticoagulated",
      weight: { cn: 55, us: 35 },
      codes: {
        cn: [
          ["I48.900x004", "心房颤动[心房纤颤]"],
          ["I48.000", "阵发性心房颤动"],
        ],
        us: [
          ["I48.91", "Unspecified atrial fibrillation"],
          ["I48.0", "Paroxysmal atrial fibrillation"],
        ],
      },
      effects: [{ lab: "heart-rate", add: 12 }],
      drugs: [{ share: 0.6, oneOf: [["metoprolol", 1]] }],
      hazard: 1.7,
    },
  ],
});

export const stroke = defineModule({
  id: "stroke",
  source:
    "Tu et al., JAMA Netw Open 2023, doi 10.1001/jamanetworkopen.2023.1455 (China 2.6 % from 40); AHA statistics 2023 (2.7 % of US adults)",
  prevalence: {
    cn: { female: [0, 0.05, 0.15, 0.6, 1.6, 3.6, 5.5, 6.5], male: [0, 0.05, 0.25, 1, 2.6, 4.8, 6.5, 7] },
    us: { female: [0, 0.2, 0.6, 1.5, 2.8, 4.2, 8, 13], male: [0, 0.2, 0.5, 1.3, 3, 5, 9, 13] },
  },
  hospitalFactor: 2,
  risks: [
    { of: "hypertension", times: 2.2 },
    { of: "atrial-fibrillation", times: 2.5 },
  ],
  onset: { minAge: 25, meanYears: 5 },
  visitsPerYear: 1,
  panels: ["vitals", "lipids", "clotting"],
  subtypes: [
    {
      id: "ischaemic",
      weight: { cn: 80, us: 87 },
      codes: {
        cn: [
          ["I63.900", "脑梗死"],
          ["I63.002", "颈动脉血栓形成脑梗死"],
        ],
        us: [["I63.9", "Cerebral infarction, unspecified"]],
      },
      effects: [],
      drugs: [
        {
          share: 0.85,
          oneOf: [
            ["aspirin", 2],
            ["clopidogrel", 1],
          ],
        },
        { share: 0.75, oneOf: [["atorvastatin", 1]] },
      ],
      procedures: [{ procedure: "thrombolysis", share: 0.08, afterDays: 0 }],
      hazard: 2,
    },
    {
      id: "haemorrhagic",
      weight: { cn: 20, us: 13 },
      codes: {
        cn: [
          ["I61.900", "脑内出血"],
          ["I61.004", "基底节出血"],
        ],
        us: [["I61.9", "Nontraumatic intracerebral hemorrhage, unspecified"]],
      },
      effects: [{ lab: "systolic-pressure", add: 1.2 }],
      hazard: 2.5,
    },
  ],
});
