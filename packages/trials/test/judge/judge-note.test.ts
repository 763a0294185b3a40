import { describe, expect, it } from "vitest";
import { judgeLabels, judgementSchema, judgeNote, type Silence } from "../../src/judge/index.ts";
import { smallKnowledge } from "./small-knowledge.ts";

const knowledge = smallKnowledge();
const judge = (note: string, type: "inclusion" | "exclusion", criterion: string) =>
  judgeNote({ note, criterion, type }, { knowledge });

const woman = `0. A 58-year-old woman presents with chest pain that began two days ago.
1. She is known to have hypertension and type 2 diabetes, and had a myocardial infarction 3 years ago.
2. She denies smoking and asthma; her mother had breast cancer.
3. Her blood pressure is 150/90 mm Hg and hemoglobin is 9.1 g/dL.
4. She takes metformin.
5. The patient will provide informed consent, and will comply with the trial protocol without any practical issues.`;
const boy = `0. A 6-year-old boy has fever and cough for 3 days.
1. Chest X-ray shows pneumonia.`;
const chinese =
  "0. 患者，男，63岁，因咳嗽入院。\n1. 诊断为非小细胞肺癌，否认糖尿病。\n2. 患者已签署知情同意书，愿意配合随访。";

const man = `0. A 40-year-old man with asthma uses inhaled corticosteroids.
1. His cough started a few months ago.
2. He takes NSAIDs for the past two years.
3. He is afebrile.
4. The patient will provide informed consent, and will comply with the trial protocol without any practical issues.`;

describe("what silence means for an inclusion", () => {
  it.each([
    ["Diagnosis of breast cancer", "not enough information", "not included"],
    ["Patients with stroke", "not enough information", "not included"],
    ["Recent tonsillectomy", "not enough information", "not included"],
    ["Known asthma", "not included", "not included"],
    ["Known hypertension", "included", "included"],
  ] as const)("%s", (criterion, open, speaks) => {
    const labelOf = (silence: Silence) =>
      judgeNote({ note: woman, criterion, type: "inclusion" }, { knowledge, silence }).label;
    expect([labelOf("open"), labelOf("speaks"), judge(woman, "inclusion", criterion).label]).toEqual([
      open,
      speaks,
      open,
    ]);
  });

  it("changes nothing of an exclusion", () => {
    const labelOf = (silence: Silence) =>
      judgeNote({ note: woman, criterion: "Active tuberculosis", type: "exclusion" }, { knowledge, silence }).label;
    expect(labelOf("open")).toBe("not excluded");
    expect(labelOf("speaks")).toBe("not excluded");
  });
});

describe("label and evidence", () => {
  it.each([
    [woman, "inclusion", "Age 18 to 75 years", "included", [0]],
    [woman, "inclusion", "Age 60 years or older", "not included", [0]],
    [woman, "exclusion", "Younger than 18 years of age", "not excluded", [0]],
    [woman, "exclusion", "Age > 50 years", "excluded", [0]],
    [woman, "inclusion", "Female", "included", [0]],
    [woman, "inclusion", "Male patients", "not included", [0]],
    [woman, "inclusion", "Written informed consent", "included", [5]],
    [woman, "exclusion", "Refusal to consent", "not excluded", [5]],
    [woman, "inclusion", "Diabetes mellitus", "included", [1]],
    [woman, "exclusion", "Type 2 diabetes", "excluded", [1]],
    [woman, "exclusion", "Diabetes", "excluded", [1]],
    [woman, "inclusion", "Asthma", "not included", [2]],
    [woman, "exclusion", "Asthma", "not excluded", [2]],
    [woman, "exclusion", "Breast cancer", "not excluded", []],
    [woman, "exclusion", "Myocardial infarction within 6 months", "not excluded", [1]],
    [woman, "exclusion", "Systolic blood pressure > 140 mmHg", "excluded", [3]],
    [woman, "exclusion", "Systolic blood pressure > 180 mmHg", "not excluded", [3]],
    [woman, "inclusion", "Hemoglobin ≥ 10 g/dL", "not included", [3]],
    [woman, "inclusion", "Hemoglobin ≥ 9 g/dL", "included", [3]],
    [woman, "exclusion", "WBC > 15000", "not enough information", []],
    [woman, "inclusion", "Platelet count ≥ 100,000/mm3", "not enough information", []],
    [woman, "exclusion", "Known hypersensitivity to penicillin", "not excluded", []],
    [woman, "exclusion", "Stroke", "not excluded", []],
    [woman, "exclusion", "none", "not excluded", []],
    [woman, "exclusion", "Note: Other protocol defined criteria may apply", "not applicable", []],
    [woman, "inclusion", "Overtly healthy as determined by medical history", "not included", [1]],
    [woman, "inclusion", "Type 1 diabetes", "not included", [1]],
    [woman, "inclusion", "Healthy volunteers", "not included", [1]],
    [boy, "inclusion", "Fever for more than one week", "not included", [0]],
    [boy, "inclusion", "Fever for at least 2 days", "included", [0]],
    [boy, "inclusion", "Age 2 to 17 years (18 onward in Cambodia)", "included", [0]],
    [woman, "inclusion", "Hypertension for more than one year", "not enough information", [1]],
    [woman, "inclusion", "Patients undergoing coronary artery bypass grafting", "not included", []],
    [woman, "inclusion", "Patients who speak Finnish", "not enough information", []],
    [woman, "inclusion", "Patients not considered candidates for surgery", "not enough information", []],
    [woman, "inclusion", "Life expectancy longer than 48 hours", "included", []],
    [woman, "inclusion", "Recipients who have had a stem cell transplant must be stable", "not applicable", []],
    [woman, "inclusion", "One or more of: asthma, stroke, hypertension", "included", [1]],
    [woman, "exclusion", "Patients not randomized within 6 hours", "not enough information", []],
    [woman, "exclusion", "Unable in the physician's opinion to comply with the study", "not excluded", [5]],
    [woman, "inclusion", "Myocardial infarction within 6 months", "not included", [1]],
    [woman, "inclusion", "Has not received metformin", "not included", [4]],
    [woman, "inclusion", "Inhaled steroids are permitted", "included", []],
    [woman, "inclusion", "No history of stroke", "included", []],
    [woman, "exclusion", "Contraindication to magnetic resonance imaging", "not excluded", []],
    [man, "exclusion", "Use of systemic analgesics within 2 weeks of study entry", "excluded", [2]],
    [man, "exclusion", "A subject must not use corticosteroids", "excluded", [0]],
    [man, "exclusion", "Corticosteroids except inhaled ones", "not excluded", []],
    [man, "exclusion", "Known hypersensitivity to NSAIDs", "not excluded", []],
    [man, "exclusion", "Patients who take anticoagulants are ineligible.", "not excluded", []],
    [man, "inclusion", "Willing to discontinue NSAIDs and opioid pain medications", "included", [4]],
    [man, "inclusion", "Participant or his partner is willing to use condoms", "included", [4]],
    [man, "inclusion", "Cough for 5 or more years", "not included", [1]],
    [man, "inclusion", "Fever", "not included", [3]],
    [man, "inclusion", "Insulin, if used, must have a stable dose", "not applicable", []],
    [boy, "inclusion", "Pregnant women", "not included", [0]],
    [boy, "inclusion", "Elderly patients", "not included", [0]],
    [boy, "exclusion", "Pregnant or breast-feeding women", "not applicable", []],
    [boy, "inclusion", "Female patients must use contraception", "not applicable", []],
    [boy, "exclusion", "Pneumonia", "excluded", [1]],
    [boy, "inclusion", "Age ≥ 18", "not included", [0]],
    [boy.replace("pneumonia", "non-small cell lung cancer"), "inclusion", "Lung cancer", "included", [1]],
    [chinese, "inclusion", "年龄18至75岁", "included", [0]],
    [chinese, "inclusion", "年龄18至60岁", "not included", [0]],
    [chinese, "exclusion", "糖尿病", "not excluded", [1]],
    [chinese, "exclusion", "妊娠或哺乳期妇女", "not applicable", []],
    [chinese, "inclusion", "签署知情同意书", "included", [2]],
    [chinese, "exclusion", "非小细胞肺癌", "excluded", [1]],
  ] as const)("%#: %s %s: %s", (note, type, criterion, label, sentences) => {
    const found = judge(note, type, criterion);
    expect({ label: found.label, sentences: found.sentences }).toEqual({ label, sentences });
  });

  it("a relative's disease never excludes, and one only suspected is not taken for certain", () => {
    const note = "0. A 40-year-old man with cough.\n1. His brother has lung cancer.\n2. Suspected pneumonia.";
    expect(judge(note, "exclusion", "Lung cancer").label).not.toBe("excluded");
    expect(judge(note, "exclusion", "Pneumonia").label).not.toBe("excluded");
  });

  it("a pregnancy that the note tells of excludes, one long ago does not", () => {
    const now = "0. A 28-year-old woman, 20 weeks pregnant, with fever.";
    const before = "0. A 38 year old woman with heavy menstrual periods.\n1. She had a pregnancy at age 26.";
    expect(judge(now, "exclusion", "Pregnancy").label).toBe("excluded");
    expect(judge(before, "exclusion", "Pregnancy").label).toBe("not excluded");
  });
});

describe("rationale", () => {
  it("is Chinese too for a Chinese note, and English alone otherwise", () => {
    expect(judge(chinese, "inclusion", "年龄18至75岁").rationale).toEqual({
      en: "The patient's age lies inside the stated range.",
      zh: "患者年龄在所述范围内。",
    });
    expect(judge(woman, "inclusion", "Age 18 to 75 years").rationale).not.toHaveProperty("zh");
  });
});

describe("whatever is asked", () => {
  it("gives the same answer again, also after other notes", () => {
    const first = judge(woman, "exclusion", "Severe renal impairment (creatinine > 3 mg/dl)");
    for (let other = 0; other < 80; other++) judge(`0. A ${other + 1}-year-old man.`, "inclusion", "Age ≥ 18");
    expect(judge(woman, "exclusion", "Severe renal impairment (creatinine > 3 mg/dl)")).toEqual(first);
  });

  it.each([
    ["nothing", "", ""],
    ["blank lines", "\n\n \n", " "],
    ["brackets", "0. ((((((((((", "))))]]]]([{"],
    ["a long denial", `0. ${"no ".repeat(20_000)}fever`, "no ".repeat(5_000)],
    ["digits", "0. 1234567890/1234567890 999999999999999999", "≥ 99999999999999999999999 to 1"],
    ["one endless word", `0. ${"a".repeat(200_000)}`, "b".repeat(200_000)],
    ["control characters", "0. \u0000\u0007\uFFFF a 40-year-old man", "\u0000age \uD800"],
    ["separators", "0. A woman; ".repeat(2_000), ",;/".repeat(20_000)],
    ["numbers that go back", "5. a\n3. b\n9. c", "Age ≥ 18"],
  ])("comes to an end and stays valid: %s", { timeout: 120_000 }, (_, note, criterion) => {
    for (const type of ["inclusion", "exclusion"] as const) {
      const found = judge(note, type, criterion);
      expect(judgementSchema.safeParse(found).success).toBe(true);
      expect(judgeLabels).toContain(found.label);
    }
  });

  it("an inclusion is never called excluded, nor the other way round", () => {
    for (const criterion of ["Asthma", "Diabetes", "Age > 50 years", "Stroke", "HIV"]) {
      expect(["included", "not included", "not enough information", "not applicable"]).toContain(
        judge(woman, "inclusion", criterion).label,
      );
      expect(["excluded", "not excluded", "not enough information", "not applicable"]).toContain(
        judge(woman, "exclusion", criterion).label,
      );
    }
  });
});
