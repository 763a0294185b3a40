import { describe, expect, it } from "vitest";
import { pickLocale } from "../i18n/locale.ts";

describe("pickLocale", () => {
  it.each([
    { chosen: "zh", header: "en", expected: "zh" },
    { chosen: "fr", header: "zh-CN,zh;q=0.9", expected: "zh" },
    { chosen: undefined, header: "de-DE,de;q=0.9,zh;q=0.4,en;q=0.6", expected: "en" },
    { chosen: undefined, header: "fr", expected: "en" },
    { chosen: undefined, header: null, expected: "en" },
  ])("$chosen with $header gives $expected", ({ chosen, header, expected }) => {
    expect(pickLocale(chosen, header)).toBe(expected);
  });
});
