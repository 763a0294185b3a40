import { validateUnit } from "@qinghao/clinical";
import { describe, expect, test } from "vitest";
import { foldText } from "../../src/parse/read/fold.ts";
import { readUnit, unitCodes } from "../../src/parse/read/unit-spellings.ts";

describe("units of criteria", () => {
  test("every code of the tables is UCUM", () => {
    const codes = unitCodes.filter((code) => !code.startsWith("{"));
    expect(codes.filter((code) => !validateUnit(code).ok)).toEqual([]);
  });
  test.each([
    ["mg/dL", "mg/dL"],
    ["x", null],
    ["/mm3", "/uL"],
    ["cells/µL", "/uL"],
    ["per microliter", "/uL"],
    ["mL/min/1.73 m²", "mL/min/{1.73_m2}"],
    ["mm Hg", "mm[Hg]"],
    ["kg/m^2", "kg/m2"],
    ["U/L", "U/L"],
    ["IU/mL", "[iU]/mL"],
    ["mg/day", "mg/d"],
    ["beats per minute", "/min"],
    ["msec", "ms"],
    ["copies/mL", "{copies}/mL"],
  ])("%s", (written, code) => {
    expect(readUnit(foldText(written), 0)?.ucum ?? null).toBe(code);
  });
});
