import { describe, expect, it } from "vitest";
import { namedBoundsOf } from "../../src/judge/criterion/named-bounds.ts";
import { ageRangeOf, isInRange, sexOfMatter } from "../../src/judge/criterion/person-bounds.ts";
import { valueBoundsOf } from "../../src/judge/criterion/value-bounds.ts";
import { drugGroups } from "../../src/judge/drug-classes.ts";
import { judgeNamedBounds } from "../../src/judge/match/named-values.ts";
import { assertionAt, scopesOf } from "../../src/judge/note/assertion.ts";
import { elapsedDays } from "../../src/judge/note/elapsed.ts";
import { impliedFindings } from "../../src/judge/note/implied.ts";
import { personOf } from "../../src/judge/note/person.ts";
import { readNote } from "../../src/judge/note/read-note.ts";
import { splitSentences } from "../../src/judge/note/sentences.ts";
import { valuesOf } from "../../src/judge/note/values.ts";
import { isSameWord } from "../../src/judge/words.ts";
import { smallKnowledge } from "./small-knowledge.ts";

// Expected readings are those that a clinician gives these sentences; the sentences are of the kinds that ConText and
// NegEx list (Chapman 2001, Harkema 2009) and were written for these tests.

describe("what a sentence says of the words in it", () => {
  it.each([
    ["She denies fever, chills, or cough.", "cough", "absent"],
    ["No history of diabetes or hypertension.", "hypertension", "absent"],
    ["He has no fever but complains of cough.", "cough", "present"],
    ["He presents with cough and fever.", "fever", "present"],
    ["CT was negative for pulmonary embolism.", "pulmonary", "absent"],
    ["Blood cultures were negative.", "cultures", "absent"],
    ["There is a family history of breast cancer.", "breast", "family"],
    ["Her mother had ovarian cancer at 50.", "ovarian", "family"],
    ["His father died of stroke, and he has hypertension.", "hypertension", "present"],
    ["Suspected pneumonia in the right lower lobe.", "pneumonia", "possible"],
    ["The pain is not relieved by rest.", "rest", "present"],
    ["She was diagnosed with asthma without wheezing.", "asthma", "present"],
    ["She was diagnosed with asthma without wheezing.", "wheezing", "absent"],
    ["Wheezing was noted, although no stridor was heard.", "stridor", "absent"],
    ["He doesn't smoke or drink.", "smoke", "absent"],
    ["Migraine with or without aura.", "aura", "present"],
    ["He is scheduled for lobectomy.", "lobectomy", "possible"],
    ["There are no other lesions on the trunk.", "lesions", "present"],
    ["He went ten years without another seizure.", "seizure", "present"],
    ["Tobacco-free for three months.", "Tobacco", "absent"],
    ["A treatment-naive woman with asthma.", "asthma", "present"],
    ["患者否认高血压、糖尿病病史。", "糖尿病", "absent"],
    ["父亲患有肺癌。", "肺癌", "family"],
    ["无发热，有咳嗽。", "咳嗽", "present"],
    ["考虑肺炎可能。", "肺炎", "possible"],
  ])("%s: %s is %s", (sentence, word, assertion) => {
    expect(assertionAt(scopesOf(sentence), sentence.indexOf(word))).toBe(assertion);
  });
});

describe("who the note is about", () => {
  it.each([
    ["A 58-year-old woman presents with pain.", 58, "female"],
    ["44 yo male brought to the ER.", 44, "male"],
    ["A 66yo female smoker.", 66, "female"],
    ["A 10 yo boy with snoring. His mother reports pauses.", 10, "male"],
    ["6-month-old girl with cough.", 0.5, "female"],
    ["患者，男，63岁，因胸痛入院。", 63, "male"],
    ["女性，45岁，乳腺癌术后。", 45, "female"],
  ])("%s", (note, years, sex) => {
    const person = personOf(splitSentences(note));
    expect(person.age?.years).toBeCloseTo(years, 5);
    expect(person.sex?.is).toBe(sex);
  });
  it("says nothing where the note does not", () => {
    expect(personOf(splitSentences("Presents with chest pain."))).toEqual({ age: null, sex: null });
  });
});

describe("sentences", () => {
  it("keeps the numbers that the note gives", () => {
    expect(splitSentences("0. First.\n1. Second, 2. not a number.\n2. Third.").map(({ number }) => number)).toEqual([
      0, 1, 2,
    ]);
  });
  it("splits running text and counts from 0", () => {
    expect(splitSentences("He was seen by Dr. Lee. BP was 120/70. No fever.")).toEqual([
      { number: 0, text: "He was seen by Dr. Lee." },
      { number: 1, text: "BP was 120/70." },
      { number: 2, text: "No fever." },
    ]);
    expect(splitSentences("患者发热。无咳嗽。").map(({ text }) => text)).toEqual(["患者发热。", "无咳嗽。"]);
  });
});

describe("values of a sentence", () => {
  it.each([
    ["HR of 132 bpm, BP 80/40.", { "heart rate": 132, "systolic pressure": 80, "diastolic pressure": 40 }],
    ["Her blood pressure is 134/74 mm Hg, and her pulse is 87/min.", { "systolic pressure": 134, "heart rate": 87 }],
    ["Temperature 103.4 F.", { temperature: 39.67 }],
    ["Hemoglobin was 7.2 g/dL and platelets 85,000.", { haemoglobin: 7.2, platelets: 85 }],
    ["Creatinine 177 umol/L.", { creatinine: 2.0 }],
    ["血红蛋白 72 g/L，血小板 85", { haemoglobin: 7.2, platelets: 85 }],
    ["BMI is 31.", { "body mass index": 31 }],
    ["Vaccinated at age 6.", {}],
  ])("%s", (text, expected) => {
    const found = Object.fromEntries(valuesOf(text, 0).map(({ measure, value }) => [measure, value]));
    for (const [measure, value] of Object.entries(expected)) expect(found[measure], measure).toBeCloseTo(value, 1);
    if (Object.keys(expected).length === 0) expect(found).toEqual({});
  });
});

describe("how long ago", () => {
  it.each([
    ["a myocardial infarction 2 years earlier", 730.5],
    ["was hospitalised for stroke two weeks ago", 14],
    ["cough for the past 3 months", 91.3],
    ["an ectopic pregnancy at age 26", 12 * 365.25],
    ["3年前诊断", 3 * 365.25],
    ["has hypertension", null],
  ])("%s", (clause, days) => {
    const found = elapsedDays(clause, 38);
    if (days === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(days, 0);
  });
});

describe("ages that a criterion asks for", () => {
  it.each([
    ["Age 25 to 65 years", { min: 25, max: 65 }],
    ["Age ≥ 18", { min: 18 }],
    ["18 years old or older.", { min: 18 }],
    ["Younger than 18 years of age", { max: 18, maxExclusive: true }],
    ["Age > 18 years", { min: 18, minExclusive: true }],
    ["年龄18至75岁", { min: 18, max: 75 }],
    ["Over 18 years of age and not yet 65 years old", { min: 18, minExclusive: true, max: 65, maxExclusive: true }],
    ["Older than 6 months and younger than 80 years", { min: 0.5, minExclusive: true, max: 80, maxExclusive: true }],
    ["Older than 14 years and younger than 25", { min: 14, minExclusive: true, max: 25, maxExclusive: true }],
    ["Between 12-21 years of age at the time of enrollment", { min: 12, max: 21 }],
    ["Age greater than or equal to thirteen years", { min: 13 }],
    ["6 months - 80 years", { min: 0.5, max: 80 }],
    ["Chemotherapy 2 - 5 years ago", null],
    ["Elderly patients", { min: 60 }],
    ["Serum creatinine < 2.5 mg/dL", null],
    ["No major surgery within 28 days", null],
    ["Stable dose for at least 3 months", null],
  ])("%s", (text, range) => {
    expect(ageRangeOf(text)).toEqual(range);
  });
  it("counts completed years: 65 and some months is still 65", () => {
    expect(isInRange(65.9, { min: 25, max: 65 })).toBe(true);
    expect(isInRange(66, { min: 25, max: 65 })).toBe(false);
    expect(isInRange(18, { max: 18, maxExclusive: true })).toBe(false);
  });
  it("younger than one age or older than another means both ends", () => {
    const ends = ageRangeOf("Younger than 14 years or older than 25 years")!;
    expect([10, 20, 30].map((age) => isInRange(age, ends))).toEqual([true, false, true]);
  });
  it("knows what only one sex has", () => {
    expect(sexOfMatter("Pregnant or nursing")).toBe("female");
    expect(sexOfMatter("Discharged from a nursing facility")).toBeNull();
    expect(sexOfMatter("History of prostate cancer")).toBe("male");
  });
});

describe("limits that a criterion sets", () => {
  it.each([
    ["Hematocrit <30%", "haematocrit", { max: 30, maxExclusive: true }],
    ["Platelet count ≥ 100,000/mm3", "platelets", { min: 100 }],
    ["WBC > 15000.", "leukocytes", { min: 15, minExclusive: true }],
    ["BMI between 30 and 40 kg/m2", "body mass index", { min: 30, max: 40 }],
    ["Systolic blood pressure < 100 mm Hg", "systolic pressure", { max: 100, maxExclusive: true }],
    ["PSA ≥ 1.5 ng/mL and ≤ 10 ng/mL", "PSA", { min: 1.5, max: 10 }],
    ["BMI 25 or higher", "body mass index", { min: 25 }],
    ["ALT ≤ 2.5 x ULN", "alanine aminotransferase", { max: 100 }],
    ["Serum bilirubin > 2 times the upper limit of normal", "bilirubin", { min: 2.4, minExclusive: true }],
    ["Sodium ≤ 2 x ULN", "sodium", null],
    ["血红蛋白≥90 g/L", "haemoglobin", { min: 9 }],
  ])("%s", (text, measure, range) => {
    expect(valueBoundsOf(text).map((one) => [one.measure, one.range])).toEqual([[measure, range]]);
  });
  it("a change of a value is no limit on it", () => {
    expect(valueBoundsOf("Weight loss of >= 15 lbs in 6 months")).toEqual([]);
  });
});

describe("limits on what has no row of its own", () => {
  const note = readNote(
    smallKnowledge(),
    "0. A man with a maximum flow rate of 10 mL/sec and an IPSS score: 15.\n1. FEV1 was 63% of the predicted.",
  );
  it.each([
    ["IPSS ≥ 12", [1, 0]],
    ["IPSS > 20", [0, 1]],
    ["Maximum flow rate between 5 and 12 mL/sec", [1, 0]],
    ["Flow rate < 40 mL/sec and > 20 mL/sec", [0, 1]],
    ["Flow rate < 40 mL/sec and > 5 mL/sec", [1, 0]],
    ["FEV1 < 60%", [0, 1]],
    ["FEV1 > 1 L", [0, 0]],
    ["IPSS for more than 2 years", [0, 0]],
    ["Two or more of: cough, fever", [0, 0]],
  ])("%s", (text, expected) => {
    const { met, failed } = judgeNamedBounds(note, namedBoundsOf(text));
    expect([met, failed]).toEqual(expected);
  });
});

describe("groups of medicines", () => {
  it.each([
    ["treated with a somatostatin analogue", ["H01CB"]],
    ["on inhaled steroids", ["R03BA"]],
    ["oral anticoagulants or NSAIDs", ["B01AA", "B01AB", "B01AE", "B01AF", "M01A"]],
    ["growth hormone receptor antagonist", []],
    ["no medicine at all", []],
  ])("%s", (text, codes) => {
    expect(drugGroups(text).flatMap((group) => group.codes)).toEqual(codes);
  });
});

describe("what everyday words amount to", () => {
  it.each([
    ["She smokes ten cigarettes a day.", /tobacco/, false],
    ["He had a heart attack.", /myocardial infarction/, false],
    ["He is afebrile.", /fever/, true],
    ["Vital signs are normal.", /tachycardia/, true],
    ["She has heavy menses.", /menorrhagia/, false],
  ])("%s", (text, means, isRuledOut) => {
    const found = impliedFindings(text, [], 40).filter((one) => means.test(one.means));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((one) => one.isRuledOut === true)).toBe(isRuledOut);
  });
});

describe("forms of one word", () => {
  it.each([
    ["abdomen", "abdominal", true],
    ["hypertension", "hypertensive", true],
    ["hypertension", "hypotension", false],
    ["smoker", "smoking", true],
    ["hypertension", "hyperthyroidism", false],
    ["pain", "painting", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(isSameWord(a, b)).toBe(same);
  });
});
