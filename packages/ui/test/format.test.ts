import { describe, expect, it } from "vitest";
import {
  decimalsForWidth,
  formatBytes,
  formatCount,
  formatDecimal,
  formatDuration,
  formatRate,
  formatZonedTime,
} from "../src/values/format.ts";

describe("decimalsForWidth", () => {
  it.each([
    { width: 1.9, decimals: 1 },
    { width: 0.42, decimals: 2 },
    { width: 0.042, decimals: 3 },
    { width: 38, decimals: 0 },
    { width: 10, decimals: 0 },
    { width: 0, decimals: 2 },
    { width: Number.NaN, decimals: 2 },
    { width: 1e-12, decimals: 6 },
  ])("an interval of width $width supports $decimals decimals", ({ width, decimals }) => {
    expect(decimalsForWidth(width)).toBe(decimals);
  });
});

describe("formatDecimal", () => {
  it("writes a real minus and never a negative zero", () => {
    expect(formatDecimal(-3.256, 2)).toBe("\u22123.26");
    expect(formatDecimal(-0.004, 2)).toBe("0.00");
  });
});

describe("formatDuration", () => {
  it.each([
    { seconds: 0.2, en: "1 sec", zh: "1秒" },
    { seconds: 41, en: "41 secs", zh: "41秒" },
    { seconds: 125, en: "2 mins 5 secs", zh: "2分钟 5秒" },
    { seconds: 3600, en: "1 hr", zh: "1小时" },
    { seconds: 90_000, en: "1 day 1 hr", zh: "1天 1小时" },
  ])("$seconds s", ({ seconds, en, zh }) => {
    expect(formatDuration("en", seconds)).toBe(en);
    expect(formatDuration("zh", seconds)).toBe(zh);
  });
});

describe("numbers", () => {
  it("separates thousands", () => expect(formatCount("en", 1204)).toBe("1,204"));
  it("keeps three digits of a small rate and none after the point of a large one", () => {
    expect(formatRate("en", 3.4567)).toBe("3.46");
    expect(formatRate("en", 1234.5)).toBe("1,235");
  });
  it("counts bytes in thousands", () => {
    expect(formatBytes("en", 999)).toBe("999 byte");
    expect(formatBytes("en", 12_345_678)).toBe("12.3 MB");
  });
});

describe("formatZonedTime", () => {
  it("is ISO 8601 with an offset and names the same moment", () => {
    const at = Date.UTC(2026, 10, 22, 4, 7, 31);
    expect(formatZonedTime(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(Date.parse(formatZonedTime(at))).toBe(at);
  });
});
