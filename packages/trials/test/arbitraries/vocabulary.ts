import { assertions, isoOfDay } from "@qinghao/clinical";
import fc from "fast-check";

/** Index date of the random cases; dates lie around it. */
export const randomAsOf = "2024-03-31";

export const diseases = [
  "D:cancer",
  "D:lung-cancer",
  "D:nsclc",
  "D:sclc",
  "D:diabetes",
  "D:type-2-diabetes",
  "BROAD:cancer-of-chest",
];
export const drugs = ["DRUG:platinum", "DRUG:cisplatin", "DRUG:carboplatin"];
export const procedures = ["PROC:surgery", "PROC:lobectomy"];
export const labs = [
  ["LAB:haemoglobin", "g/dL", 14],
  ["LAB:haemoglobin", "g/L", 140],
  ["LAB:creatinine", "mg/dL", 2],
  ["LAB:creatinine", "umol/L", 176],
  ["LAB:alt", "U/L", 80],
  ["LAB:ast", "U/L", 80],
  ["LAB:platelets", "10*9/L", 150],
  ["LAB:neutrophils", "10*9/L", 3],
  ["LAB:bilirubin-total", "umol/L", 30],
  ["LAB:albumin", "g/L", 40],
  ["LAB:inr", "1", 2],
  ["LAB:body-weight", "kg", 80],
  ["LAB:body-height", "cm", 170],
  ["LAB:qt-interval", "ms", 420],
  ["LAB:heart-rate", "/min", 70],
  ["SCORE:ecog", "1", 2],
  ["SCORE:karnofsky", "1", 80],
] as const;
export const scores = [
  "ecog",
  "karnofsky",
  "egfr-ckd-epi-2021",
  "creatinine-clearance-cockcroft-gault",
  "bmi",
  "bsa",
  "qtcf",
  "child-pugh",
] as const;
export const terms = [
  "Anemia",
  "Alanine aminotransferase increased",
  "Creatinine increased",
  "Neutrophil count decreased",
];
export const stages = [
  "STAGE:I",
  "STAGE:IA",
  "STAGE:II",
  "STAGE:III",
  "STAGE:IIIA",
  "STAGE:IIIB",
  "STAGE:IV",
  "TNM:T4",
  "TNM:T4a",
  "TNM:T1",
  "TNM:N0",
  "TNM:N1",
  "TNM:M0",
  "TNM:M1a",
];
export const alterations = ["L858R", "EXON 19 DELETION", "T790M", "AMPLIFICATION", "EML4-ALK FUSION", "WILD TYPE"];
export const results = ["RESULT:positive", "RESULT:negative", "RESULT:equivocal", "SNOMED:1"];

export const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Object without its undefined entries, as optional fields of the schema want it. */
export const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** The index date as days since 1970-01-01. */
const indexDay = Date.UTC(2024, 2, 31) / 86_400_000;

/** Whole days mostly, months and years sometimes; a few with a time of day, and a few after the index date. */
export const partialDate: fc.Arbitrary<string> = datesFrom(
  fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -5, max: 120 }) }, fc.integer({ min: -60, max: 2000 })),
);

/** Dates around the index date, most of them after it. */
export const plannedDate: fc.Arbitrary<string> = datesFrom(fc.integer({ min: -400, max: 40 }));

function datesFrom(daysAgo: fc.Arbitrary<number>): fc.Arbitrary<string> {
  return fc
    .record({
      daysAgo,
      form: pick(["day", "day", "day", "month", "year", "instant", "zulu"] as const),
      hour: fc.integer({ min: 10, max: 23 }),
    })
    .map(({ daysAgo, form, hour }) => {
      const date = isoOfDay(indexDay - daysAgo);
      if (form === "year") return date.slice(0, 4);
      if (form === "month") return date.slice(0, 7);
      if (form === "day") return date;
      return `${date}T${hour}:30:00${form === "instant" ? "+08:00" : "Z"}`;
    });
}

/** How a fact is asserted; most are simply there. */
export const assertion = pick([...Array<"present">(8).fill("present"), ...assertions]);
