import { describe, expect, test } from "vitest";
import { readUnit, SPELLINGS, validateUnit } from "../../src/units/index.ts";
import { normaliseUnitText } from "../../src/units/normalise-unit-text.ts";

const read = (text: string): string => {
  const result = readUnit(text);
  if (!result.ok) return result.error.code;
  return result.value.kind === "unit" ? result.value.code : `multiple of ${result.value.of}`;
};

describe("reading units as they are written", () => {
  test("the table has no double, each entry is read as its code, and each code is valid", () => {
    expect(SPELLINGS.length).toBeGreaterThanOrEqual(500);
    expect(new Set(SPELLINGS.map((spelling) => normaliseUnitText(spelling.text))).size).toBe(SPELLINGS.length);
    for (const { text, code, reason } of SPELLINGS) {
      expect(readUnit(text), text).toEqual({ ok: true, value: { kind: "unit", code, reason } });
      expect(validateUnit(code).ok, code).toBe(true);
    }
  });

  test.each([
    [
      "10*9/L",
      ["x10^9/L", "10^9/L", "10E9/L", "×10⁹/L", "10*9/L", "G/L", "x109/L", "×10^9个/L", "10~9/L", "×10（9）/L"],
    ],
    ["10*3/uL", ["K/uL", "K/mm3", "10³/µL", "X10E3/uL", "千/μL", "thousand/uL"]],
    ["/uL", ["cells/mm3", "/mm³", "/mm(3)", "per cubic millimeter", "/μL", "每微升", "个/μl", "cells/µL", "／μＬ"]],
    ["10*4/mm3", ["万/mm3", "万/mm³"]],
    ["umol/L", ["μmol/L", "µmol/L", "umol/L", "UMOL/L", "微摩尔/升", "μｍｏｌ／Ｌ"]],
    ["mmol/L", ["mmol/l", "毫摩尔每升", "mM", "mmol / L", "millimoles per liter"]],
    ["mg/dL", ["mg/dl", "mg%", "ＭＧ／ＤＬ", "Mg/dL", "mg/100 mL", "毫克/分升"]],
    ["g/dL", ["g/dl", "gm/dL", "gm%", "g／ｄｌ"]],
    ["ng/mL", ["ng/mL", "NG/ML", "纳克/毫升"]],
    ["ug/L", ["µg/L", "mcg/L", "微克/升"]],
    ["ug", ["mcg", "μg", "微克", "㎍"]],
    ["[iU]/L", ["IU/L", "iu/l", "国际单位/升"]],
    ["m[iU]/mL", ["mIU/mL", "mIU/ml"]],
    ["U/L", ["U/L", "u/l", "units/L"]],
    ["mm[Hg]", ["mm Hg", "mmHg", "毫米汞柱", "㎜Hg"]],
    ["/min", ["bpm", "次/分", "次/min", "beats per minute", "次每分钟"]],
    ["kg/m2", ["kg/m2", "kg/m²", "kg/㎡", "kg/m(2)", "Kg/M²", "千克/平方米", "公斤/平方米"]],
    [
      "mL/min/{1.73_m2}",
      ["mL/min/1.73m2", "ml/min/1.73㎡", "mL/min/1.73 m²", "mL/min/1.73", "mL/(min·1.73m²)", "毫升/分钟/1.73平方米"],
    ],
    ["mg/d", ["毫克/天", "mg/day", "mg每日", "mg per day"]],
    ["mg/kg", ["mg/kg", "毫克/千克"]],
    ["mg/m2", ["mg/m2", "mg/㎡", "毫克/平方米"]],
    ["meq/L", ["mEq/L", "MEQ/L", "毫当量/升"]],
    ["{copies}/mL", ["copies/mL", "拷贝/毫升"]],
    ["[iU]{log10}/mL", ["log10 IU/mL", "lg IU/mL"]],
    ["mL", ["毫升", "ml", "cc", "㎖"]],
    ["a", ["岁", "yrs", "years old"]],
    ["wk", ["周", "weeks"]],
    ["mo", ["个月", "months"]],
    ["d", ["天", "days", "日"]],
    ["h", ["小时", "hrs"]],
    ["ms", ["ms", "毫秒", "msec"]],
    ["%", ["percent", "％", "百分比"]],
    ["Cel", ["℃", "°C", "摄氏度"]],
    ["mg/(24.h)", ["mg/24h", "mg/24小时"]],
    ["{cigarettes}/d", ["支/天", "cigarettes/day"]],
    ["{packs}.a", ["包年", "pack-years"]],
    ["mg/(8.h)", ["mg/8h", "毫克/8小时"]],
  ])("%s", (code, texts) => {
    for (const text of texts) expect(read(text), text).toBe(code);
    expect(validateUnit(code).ok).toBe(true);
  });

  test.each([
    ["×ULN", "upper-limit"],
    ["x the upper limit of normal", "upper-limit"],
    ["倍正常值上限", "upper-limit"],
    ["ULN", "upper-limit"],
    ["×LLN", "lower-limit"],
    ["倍基线", "baseline"],
  ])("%s is a multiple of a reference and no unit", (text, of) => {
    expect(readUnit(text)).toEqual({ ok: true, value: { kind: "multiple", of } });
  });

  test("what has two readings is refused", () => {
    for (const text of [
      "gr",
      "分",
      "单位",
      "units",
      "units/kg",
      "109/L",
      "K",
      "K/mL",
      "G/l",
      "MM",
      "M/L",
      "ml/kg.min",
    ]) {
      expect(read(text), text).toBe("units.ambiguous");
    }
  });

  test("unknown text is refused, never guessed", () => {
    for (const text of [
      "foo",
      "constructor",
      "g/L/abc",
      "阳性",
      "mg//dL",
      "1.5 mg",
      "x".repeat(10_000),
      "mg dL",
      "Mt",
    ]) {
      expect(read(text), text.slice(0, 20)).toBe("units.unknown_spelling");
    }
    expect(read("  ")).toBe("units.empty");
  });
});
