import { keysOfTerm, normaliseText, tokenize } from "@qinghao/knowledge";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Two ways of writing one name. */
const same: readonly (readonly [string, string, string])[] = [
  ["case", "Lung Cancer", "lung cancer"],
  ["full width", "ＨＥＲ２", "HER2"],
  ["hyphen", "non-small-cell lung cancer", "non small cell lung cancer"],
  ["hyphen or none", "pre-eclampsia", "preeclampsia"],
  ["Greek letter", "TNF-α", "TNF alpha"],
  ["British spelling", "oesophageal tumour", "esophageal tumor"],
  ["British spelling", "leukaemia", "leukemia"],
  ["plural", "brain metastases", "brain metastasis"],
  ["plural", "Colonic Neoplasms", "colonic neoplasm"],
  ["possessive", "Alzheimer’s disease", "Alzheimer disease"],
  ["roman numeral", "type II diabetes", "type 2 diabetes"],
  ["stage", "stage IIIB", "stage 3b"],
  ["diacritics", "Sjögren syndrome", "Sjogren syndrome"],
  ["development code", "RAD-001", "RAD 001"],
  ["Chinese roman numeral", "Ⅱ型糖尿病", "2型糖尿病"],
  ["Chinese numeral", "二型糖尿病", "2型糖尿病"],
  ["traditional characters", "慢性腎臟病", "慢性肾脏病"],
  ["Chinese punctuation", "肺癌（左）", "肺癌(左)"],
  ["one meaning", "肺恶性肿瘤", "肺癌"],
  ["site between halves", "恶性肺肿瘤", "肺癌"],
  ["Ca after a site", "肺Ca", "肺癌"],
  ["breast without gland", "左乳癌", "左乳腺癌"],
  ["syndrome", "干燥综合症", "干燥综合征"],
];

/** Names that must stay apart. */
const apart: readonly (readonly [string, string])[] = [
  ["type 1 diabetes", "type 2 diabetes"],
  ["CD2 0", "CD20 1"],
  ["hypertension", "hypotension"],
  ["1型糖尿病", "2型糖尿病"],
  ["肾癌", "肾上腺癌"],
  ["1 2", "12"],
];

describe("keys", () => {
  test.each(same)("%s: %s is %s", (_, one, other) => {
    const language = /\p{Script=Han}/u.test(one) ? "zh-Hans" : "en";
    expect(keysOfTerm(one, language, "synonym")[0]).toBe(keysOfTerm(other, language, "synonym")[0]);
  });

  test.each(apart)("%s is not %s", (one, other) => {
    const keys = new Set(keysOfTerm(one, "en", "synonym"));
    expect(keysOfTerm(other, "en", "synonym").some((key) => keys.has(key))).toBe(false);
  });

  test.each([
    ["cancer of the lung", "lung cancer"],
    ["Carcinoma, Non-Small-Cell Lung", "non-small cell lung carcinoma"],
    ["糖尿病2型", "2型糖尿病"],
  ])("any order: %s meets %s", (one, other) => {
    const keys = new Set(keysOfTerm(one, "en", "synonym"));
    expect(keysOfTerm(other, "en", "synonym").some((key) => keys.has(key))).toBe(true);
  });

  test.each([
    ["gemcitabine hydrochloride", "en", "gemcitabine"],
    ["盐酸吉西他滨注射液", "zh-Hans", "吉西他滨"],
    ["注射用盐酸表柔比星", "zh-Hans", "表柔比星"],
    ["枸橼酸他莫昔芬片", "zh-Hans", "他莫昔芬"],
  ] as const)("salt and form: %s gives %s", (text, language, bare) => {
    expect(keysOfTerm(text, language, "synonym")).toContain(bare);
  });
});

describe("tokens", () => {
  const piece = fc.constantFrom(
    ..."aIiXv12.-'’ ,（）()αβ肺癌恶性肿瘤二型乳房臟 Ⅱ．ａ𠮷é\u0301ﬁ的之".split(""),
    "tumours",
    "oesophageal",
    "Ca",
    "series",
    "stage IIIB",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece, { maxLength: 24 }).map((parts) => parts.join("")),
  );

  test("places point at what was written, in order and apart", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends, forms } = tokenize(text);
        let before = 0;
        for (let i = 0; i < forms.length; i++) {
          expect(starts[i]!).toBeGreaterThanOrEqual(Math.min(before, starts[i]!));
          expect(ends[i]!).toBeGreaterThan(starts[i]!);
          expect(ends[i]!).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]!);
          before = ends[i]!;
        }
      }),
      { numRuns: 400 },
    );
  });

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 600 },
    );
  });

  test("a rewritten word keeps the place of all its characters", () => {
    const { forms, starts, ends, text } = tokenize("右肺上叶恶性肿瘤术后");
    const place = forms.indexOf("癌");
    expect(text.slice(starts[place]!, ends[place]!)).toBe("恶性肿瘤");
  });
});
