import {
  anionGap,
  bodyMassIndex,
  bodySurfaceAreaMosteller,
  CREATININE_UMOL_PER_L_PER_MG_PER_DL,
  childPughPoints,
  completedUnits,
  correctedCalcium,
  creatinineClearanceCockcroftGault,
  type EquationSex,
  egfrCkdEpi2021,
  qtcFridericia,
} from "@qinghao/clinical";
import { exactly, type ValueSpan } from "../../evaluate/bounds.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { type ChildPughSigns, gradeOfSign } from "./child-pugh-signs.ts";
import type { ScoreName } from "./score.schema.ts";

/** A score that follows from laboratory items (values in their canonical units, in this order) and the person. */
export type ScoreFormula = {
  readonly parts: readonly string[];
  readonly needsPerson: boolean;
  /** Null where the person's age or sex is not known. */
  compute(values: readonly number[], record: PreparedRecord, signs: ChildPughSigns): ValueSpan | null;
};

/** Least and greatest age in completed years, with the sex; null where either is unknown. */
function personOf({ birth, asOf, person }: PreparedRecord): { young: number; old: number; sex: EquationSex } | null {
  if (birth === null || birth.lo > asOf) return null;
  if (person.sex !== "female" && person.sex !== "male") return null;
  return {
    young: completedUnits(Math.min(birth.hi, asOf), asOf, "year"),
    old: completedUnits(birth.lo, asOf, "year"),
    sex: person.sex,
  };
}

const between = (a: number, b: number): ValueSpan => ({
  lo: Math.min(a, b),
  hi: Math.max(a, b),
  loOpen: false,
  hiOpen: false,
});

const plain = (parts: readonly string[], compute: (...values: number[]) => number): ScoreFormula => ({
  parts,
  needsPerson: false,
  compute: (values) => exactly(compute(...values)),
});

/** Scores that can be computed. A score that is not here must be on record. */
export const scoreFormulas: Partial<Record<ScoreName, ScoreFormula>> = {
  "egfr-ckd-epi-2021": {
    parts: ["LAB:creatinine"],
    needsPerson: true,
    compute: ([creatinine], record) => {
      const person = personOf(record);
      if (person === null) return null;
      const mgPerDl = creatinine! / CREATININE_UMOL_PER_L_PER_MG_PER_DL;
      return between(
        egfrCkdEpi2021(mgPerDl, person.young, person.sex),
        egfrCkdEpi2021(mgPerDl, person.old, person.sex),
      );
    },
  },
  "creatinine-clearance-cockcroft-gault": {
    parts: ["LAB:creatinine", "LAB:body-weight"],
    needsPerson: true,
    compute: ([creatinine, weightKg], record) => {
      const person = personOf(record);
      if (person === null) return null;
      const mgPerDl = creatinine! / CREATININE_UMOL_PER_L_PER_MG_PER_DL;
      const at = (age: number) => creatinineClearanceCockcroftGault(mgPerDl, age, weightKg!, person.sex);
      return between(at(person.young), at(person.old));
    },
  },
  bmi: plain(["LAB:body-weight", "LAB:body-height"], bodyMassIndex),
  bsa: plain(["LAB:body-weight", "LAB:body-height"], (weightKg, heightM) =>
    bodySurfaceAreaMosteller(weightKg, heightM * 100),
  ),
  qtcf: plain(["LAB:qt-interval", "LAB:heart-rate"], qtcFridericia),
  "anion-gap": plain(["LAB:sodium", "LAB:chloride", "LAB:total-co2"], anionGap),
  "corrected-calcium": plain(["LAB:calcium", "LAB:albumin"], correctedCalcium),
  "child-pugh": {
    parts: ["LAB:bilirubin-total", "LAB:albumin", "LAB:inr"],
    needsPerson: false,
    compute: ([bilirubinUmolPerL, albuminGPerL, inr], record, signs) => {
      const { min, max } = childPughPoints({
        bilirubinUmolPerL: bilirubinUmolPerL!,
        albuminGPerL: albuminGPerL!,
        inr: inr!,
        ascites: gradeOfSign(signs.ascites, record),
        encephalopathy: gradeOfSign(signs.encephalopathy, record),
      });
      return between(min, max);
    },
  },
};
