import type {
  CancerCourse,
  CodeRow,
  DiseaseModule,
  Flavour,
  LabEffect,
  PrevalenceRows,
  StageRow,
} from "../../model/module.ts";
import { defineModule } from "../../model/module.ts";

const ecogEarly = [
  [0, 62],
  [1, 33],
  [2, 5],
] as const;
const ecogLate = [
  [0, 24],
  [1, 52],
  [2, 17],
  [3, 6],
  [4, 1],
] as const;

/** One stage group with its T, N and M categories (AJCC, 8th edition, shortened). */
export const stage = (
  group: string,
  cn: number,
  us: number,
  t: readonly string[],
  n: readonly string[],
  m: readonly string[],
  yearlyDeath: number,
): StageRow => ({
  group,
  weight: { cn, us },
  t,
  n,
  m,
  yearlyDeath,
  ecog: m[0] === "M0" ? ecogEarly : ecogLate,
});

export const lateStages = ["IV", "IVA", "IVB", "III", "IIIA", "IIIB", "IIIC"] as const;

const secondary: Readonly<Record<string, Readonly<Record<Flavour, CodeRow>>>> = {
  lung: { cn: ["C78.000", "肺部继发性恶性肿瘤"], us: ["C78.00", "Secondary malignant neoplasm of unspecified lung"] },
  liver: {
    cn: ["C78.700", "肝部和肝内胆管继发性恶性肿瘤"],
    us: ["C78.7", "Secondary malignant neoplasm of liver and intrahepatic bile duct"],
  },
  brain: { cn: ["C79.300", "脑和脑膜继发性恶性肿瘤"], us: ["C79.31", "Secondary malignant neoplasm of brain"] },
  bone: { cn: ["C79.500", "骨和骨髓继发性恶性肿瘤"], us: ["C79.51", "Secondary malignant neoplasm of bone"] },
  peritoneum: {
    cn: ["C78.600", "腹膜后和腹膜继发性恶性肿瘤"],
    us: ["C78.6", "Secondary malignant neoplasm of retroperitoneum and peritoneum"],
  },
};

export const metastasesTo = (...sites: readonly (keyof typeof secondary)[]): CancerCourse["metastases"] =>
  sites.map(
    (site) =>
      secondary[site] ?? {
        cn: ["C79.900", "继发性恶性肿瘤"],
        us: ["C79.9", "Secondary malignant neoplasm of unspecified site"],
      },
  );

type Cancer = {
  id: string;
  source: string;
  prevalence: Readonly<Record<Flavour, PrevalenceRows>>;
  risks?: DiseaseModule["risks"];
  codes: Readonly<Record<Flavour, readonly CodeRow[]>>;
  panels: readonly string[];
  effects?: readonly LabEffect[];
  biopsy?: string;
  course: CancerCourse;
};

/** A cancer as a disease module: one subtype, ECOG and death from its stage, `course` for the rest. */
export const defineCancer = (it: Cancer): DiseaseModule =>
  defineModule({
    id: it.id,
    source: it.source,
    prevalence: it.prevalence,
    hospitalFactor: 6,
    ...(it.risks === undefined ? {} : { risks: it.risks }),
    onset: { minAge: 18, meanYears: 2.5 },
    visitsPerYear: 5,
    panels: [...it.panels, "blood", "liver", "kidney"],
    suspectedFirst: 0.12,
    family: 0.006,
    subtypes: [
      {
        id: "usual",
        weight: { cn: 1, us: 1 },
        codes: it.codes,
        effects: it.effects ?? [
          { lab: "haemoglobin", add: -12 },
          { lab: "albumin", add: -3 },
          { lab: "crp", times: 4 },
          { lab: "ldh", times: 1.15 },
        ],
        ...(it.biopsy === undefined ? {} : { procedures: [{ procedure: it.biopsy, share: 0.7, afterDays: 4 }] }),
      },
    ],
    cancer: it.course,
  });
