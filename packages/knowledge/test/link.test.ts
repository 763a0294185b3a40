import { link, type Mention, tokenize } from "@qinghao/knowledge";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallKnowledge } from "./small-pack.ts";

const knowledge = smallKnowledge();
const shown = (text: string, { concept, start, end }: Mention) => `${text.slice(start, end)} = ${concept}`;

/** Text, then each mention as "written = concept". */
const linked: readonly (readonly [string, ...string[]])[] = [
  ["treatment-resistant early breast cancer", "breast cancer = MONDO:0007254"],
  ["Cancer of the Lung", "Cancer of the Lung = MONDO:0008903"],
  ["Carcinoma, Non-Small-Cell Lung", "Carcinoma, Non-Small-Cell Lung = MONDO:0005233"],
  ["recurrent NSCLC, stage IIIB", "NSCLC = MONDO:0005233"],
  ["nsclc", "nsclc = MONDO:0005233"],
  [
    "Gemcitabine hydrochloride and paclitaxel",
    "Gemcitabine hydrochloride = DRUGBANK:DB00441",
    "paclitaxel = DRUGBANK:DB01229",
  ],
  ["nab-paclitaxel for injection", "paclitaxel = DRUGBANK:DB01229"],
  ["RAD-001", "RAD-001 = DRUGBANK:DB01590"],
  ["RAD 001 10 mg", "RAD 001 = DRUGBANK:DB01590"],
  ["breast and ovarian cancer", "breast = MONDO:0007254", "ovarian cancer = MONDO:0008170"],
  [
    "lung, ovarian or breast cancer",
    "lung = MONDO:0008903",
    "ovarian = MONDO:0008170",
    "breast cancer = MONDO:0007254",
  ],
  ["EGFR", "EGFR = HGNC:3236"],
  ["the patient was treated"],
  ["asthmma", "asthmma = MONDO:0004979"],
  ["metfromin", "metfromin = DRUGBANK:DB00331"],
  ["gemcitabnie", "gemcitabnie = DRUGBANK:DB00441"],
  ["肺恶性肿瘤", "肺恶性肿瘤 = MONDO:0008903"],
  ["肺Ca术后", "肺Ca = MONDO:0008903"],
  ["右肺上叶腺癌cT2aN1M0 IIIA期", "肺上叶腺癌 = MONDO:0005061"],
  ["直肠中分化腺癌", "直肠中分化腺癌 = MONDO:0002169"],
  ["糖尿病2型", "糖尿病2型 = MONDO:0005148"],
  ["Ⅱ型糖尿病", "Ⅱ型糖尿病 = MONDO:0005148"],
  ["盐酸吉西他滨注射液", "盐酸吉西他滨 = DRUGBANK:DB00441"],
  ["注射用紫杉醇", "注射用紫杉醇 = DRUGBANK:DB01229"],
  ["二甲双胍缓释片0.5g", "二甲双胍 = DRUGBANK:DB00331"],
  ["谷丙转氨酶", "谷丙转氨酶 = LAB:alt"],
  ["非小細胞肺癌", "非小細胞肺癌 = MONDO:0005233"],
  ["非肺癌"],
  ["placebo", "placebo = null"],
  ["安慰剂", "安慰剂 = null"],
  ["disease"],
  ["ALT 9 g", "ALT = LAB:alt"],
  ["10 mg gemcitabine", "gemcitabine = DRUGBANK:DB00441"],
  ["placebo matching gemcitabine", "placebo = null", "gemcitabine = null"],
  ["gemcitabine placebo", "gemcitabine = null", "placebo = null"],
  ["gemcitabine or placebo", "gemcitabine = DRUGBANK:DB00441", "placebo = null"],
];

describe("link", () => {
  test.each(linked)("%s", (text, ...expected) => {
    const kinds = ["disease", "drug", "gene", "lab"] as const;
    expect(link(knowledge, text, { kinds }).map((mention) => shown(text, mention))).toEqual(expected);
  });

  test.each<[string, ...string[]]>([
    ["C34.900 肺恶性肿瘤", "C34.900 = ICD10CN:C34.900"],
    ["diagnosis C34.9", "C34.9 = ICD10CM:C34.9"],
    ["c34", "c34 = ICD10CM:C34"],
    ["ICD-10: C34", "C34 = ICD10CM:C34"],
    ["room C34 is free"],
    ["C99.9"],
    ["PC34.9 and C34.912345"],
  ])("codes of %s", (text, ...expected) => {
    const mentions = link(knowledge, text).filter(({ normalisedBy }) => normalisedBy.includes("code"));
    expect(mentions.map((mention) => shown(text, mention))).toEqual(expected);
  });

  test("a code answers its disease where diseases are asked for", () => {
    const [mention] = link(knowledge, "C34.900", { kinds: ["disease"] });
    expect([mention?.concept, mention?.candidates.length]).toEqual(["MONDO:0008903", 1]);
  });

  test("another drug's name inside a drug's name is never linked, though the longer one may not decide", () => {
    expect(link(knowledge, "曲妥珠单抗").map(({ concept }) => concept)).toEqual(["DRUGBANK:DB00072"]);
    const [mention, ...more] = link(knowledge, "德曲妥珠单抗");
    expect([mention?.concept, mention?.candidates[0]?.concept, more]).toEqual([null, "DRUGBANK:DB14962", []]);
  });

  test("qualifiers are split off with their place", () => {
    const text = "recurrent lung cancer stage IIIB";
    const [mention] = link(knowledge, text, { kinds: ["disease"] });
    expect(mention?.qualifiers.map(({ kind, text, start }) => [kind, text, start])).toEqual([
      ["status", "recurrent", 0],
      ["stage", "stage IIIB", 22],
    ]);
  });

  test.each([
    ["Patient denies asthma", "negation", "denies"],
    ["左侧肺癌", "side", "左侧"],
    ["asthma, severe", "severity", "severe"],
    ["盐酸吉西他滨注射液", "form", "注射液"],
  ])("%s: %s is %s", (text, kind, written) => {
    const [mention] = link(knowledge, text);
    expect(mention?.qualifiers).toContainEqual(expect.objectContaining({ kind, text: written }));
  });

  test("healthy volunteers and placebo are reported with the reason", () => {
    expect(link(knowledge, "healthy volunteers").map(({ stop, concept }) => [stop, concept])).toEqual([
      ["healthy", null],
    ]);
    expect(link(knowledge, "安慰剂").map(({ stop }) => stop)).toEqual(["placebo"]);
  });

  test("words around decide between two diseases of one abbreviation", () => {
    const first = (context: string) => link(knowledge, "MS", { context })[0]!.candidates[0]!.concept;
    expect(first("heart valve narrowing since birth")).toBe("MONDO:0005463");
    expect(first("sclerosis of the nerves, multiple plaques")).toBe("MONDO:0005301");
    expect(link(knowledge, "MS")[0]?.candidates).toHaveLength(2);
  });

  test("a gene symbol that is a word needs its capitals", () => {
    expect(link(knowledge, "WAS mutation", { kinds: ["gene"] })[0]?.concept).toBe("HGNC:12442");
    expect(link(knowledge, "He was well", { kinds: ["gene"] })).toEqual([]);
  });

  test("a name that may not decide alone is a candidate without a verdict", () => {
    const [mention] = link(knowledge, "伤风");
    expect(mention?.concept).toBeNull();
    expect(mention?.candidates[0]?.concept).toBe("MONDO:0005812");
  });

  test("a code system answers its own codes, and a code leads to the disease it stands for", () => {
    const text = "支气管或肺恶性肿瘤";
    expect(link(knowledge, text, { systems: ["ICD10CN"] })[0]?.concept).toBe("ICD10CN:C34.900");
    const [mention] = link(knowledge, text, { kinds: ["disease"] });
    expect(mention?.concept).toBe("MONDO:0008903");
    expect(mention?.normalisedBy).toContain("code-title");
  });

  test("a typing error is corrected with less certainty", () => {
    const [right] = link(knowledge, "gemcitabine");
    const [wrong] = link(knowledge, "gemcitabnie");
    expect(wrong?.normalisedBy).toContain("typo");
    expect(wrong!.score).toBeLessThan(right!.score);
  });
});

describe("link on any text", () => {
  const piece = fc.constantFrom(
    ..."recurrent |lung cancer|乳腺癌|左侧|肺|恶性肿瘤|MS|, |、|and |stage IIIB |盐酸|吉西他滨|注射液|RAD-001|placebo |安慰剂|2型|糖尿病|cT2N1M0|α|𠮷| ".split(
      "|",
    ),
  );
  const anyText = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(""));

  test("mentions slice the text as written, in order and apart, and so do their qualifiers", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const { start, end, qualifiers } of link(knowledge, text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(tokenize(text.slice(start, end)).forms.length).toBeGreaterThan(0);
          for (const one of qualifiers) expect(text.slice(one.start, one.end)).toBe(one.text);
          before = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the same text gives the same mentions, whatever was linked before", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = link(knowledge, text);
        link(knowledge, other);
        expect(link(knowledge, text)).toEqual(first);
        expect(link(smallKnowledge(), text)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });
});
