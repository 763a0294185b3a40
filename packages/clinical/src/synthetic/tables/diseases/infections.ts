import { defineModule } from "../../model/module.ts";

export const tuberculosis = defineModule({
  id: "tuberculosis",
  source:
    "WHO Global Tuberculosis Report 2023 (China 52, US 2.6 new cases per 100,000 a year); here over about ten years of records",
  prevalence: {
    cn: { female: [0.05, 0.3, 0.3, 0.3, 0.4, 0.5, 0.6, 0.6], male: [0.05, 0.4, 0.4, 0.5, 0.7, 0.9, 1.1, 1.1] },
    us: {
      female: [0.002, 0.01, 0.015, 0.015, 0.02, 0.02, 0.03, 0.03],
      male: [0.002, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.05],
    },
  },
  hospitalFactor: 2,
  onset: { minAge: 3, meanYears: 4 },
  durationDays: 210,
  visitsPerYear: 1.5,
  panels: ["liver", "inflammation"],
  suspectedFirst: 0.15,
  subtypes: [
    {
      id: "confirmed",
      weight: { cn: 60, us: 78 },
      codes: {
        cn: [
          ["A15.300", "肺结核，经证实的"],
          ["A15.000", "肺结核，经显微镜下痰检查证实，伴有或不伴有痰培养"],
        ],
        us: [["A15.0", "Tuberculosis of lung"]],
      },
      effects: [
        { lab: "crp", times: 6 },
        { lab: "esr", times: 2.5 },
        { lab: "alt", times: 1.3 },
      ],
      drugs: [
        { share: 0.95, oneOf: [["isoniazid", 1]], days: 180 },
        { share: 0.95, oneOf: [["rifampicin", 1]], days: 180 },
        { share: 0.85, oneOf: [["pyrazinamide", 1]], days: 60 },
        { share: 0.85, oneOf: [["ethambutol", 1]], days: 60 },
      ],
      results: [{ lab: "t-spot", positive: 0.92, share: 0.6 }],
      hazard: 1.3,
    },
    {
      id: "unconfirmed",
      weight: { cn: 40, us: 22 },
      codes: {
        cn: [["A16.200", "肺结核，未提及细菌学或组织学的证实"]],
        us: [["A15.9", "Respiratory tuberculosis unspecified"]],
      },
      effects: [
        { lab: "crp", times: 4 },
        { lab: "esr", times: 2 },
      ],
      drugs: [
        { share: 0.9, oneOf: [["isoniazid", 1]], days: 180 },
        { share: 0.9, oneOf: [["rifampicin", 1]], days: 180 },
      ],
      results: [{ lab: "t-spot", positive: 0.85, share: 0.6 }],
    },
  ],
});

export const covid = defineModule({
  id: "covid",
  source:
    "Recorded diagnoses only: CDC COVID Data Tracker 2023 (about 31 % of US people by case reports); China CDC weekly reports 2023, share coded in hospitals assumed 8 %",
  prevalence: {
    cn: { female: [6, 7, 8, 8, 8, 10, 12, 14], male: [6, 7, 8, 8, 8, 10, 12, 15] },
    us: { female: [22, 32, 32, 31, 28, 24, 22, 22], male: [22, 27, 27, 26, 25, 22, 21, 22] },
  },
  hospitalFactor: 1,
  onset: { minAge: 0, meanYears: 2 },
  durationDays: 14,
  visitsPerYear: 0,
  panels: ["fever"],
  subtypes: [
    {
      id: "mild",
      weight: { cn: 88, us: 92 },
      codes: { cn: [["U07.100", "2019冠状病毒病"]], us: [["U07.1", "COVID-19"]] },
      effects: [],
      drugs: [{ share: 0.15, oneOf: [["nirmatrelvir-ritonavir", 1]], days: 5 }],
      results: [{ lab: "sars-cov-2-rna", positive: 1, share: 0.8 }],
    },
    {
      id: "severe",
      weight: { cn: 12, us: 8 },
      codes: { cn: [["U07.100", "2019冠状病毒病"]], us: [["U07.1", "COVID-19"]] },
      effects: [],
      drugs: [
        { share: 0.4, oneOf: [["nirmatrelvir-ritonavir", 1]], days: 5 },
        { share: 0.6, oneOf: [["prednisone", 1]], days: 10 },
      ],
      results: [{ lab: "sars-cov-2-rna", positive: 1, share: 0.95 }],
      hazard: 1.3,
    },
  ],
});
