import { describe, expect, test } from "vitest";
import { atomCodes } from "../../src/units/atoms.ts";
import {
  areConvertible,
  canonicaliseUnit,
  convert,
  ENZYME_ACTIVITY_UNITS,
  explainUnitFailure,
  hba1cIfccFromPercent,
  hba1cPercentFromIfcc,
  validateUnit,
} from "../../src/units/index.ts";
import { resolveUnit } from "../../src/units/resolve-unit.ts";

const converted = (...given: Parameters<typeof convert>): number => {
  const result = convert(...given);
  if (!result.ok) throw new Error(explainUnitFailure(result.error, "en"));
  return result.value;
};

const codeOf = (...given: Parameters<typeof convert>): string => {
  const result = convert(...given);
  return result.ok ? `converted to ${result.value}` : result.error.code;
};

describe("conversion", () => {
  test("decimal factors leave no trace of binary rounding at a threshold", () => {
    expect(converted(10, "g/dL", "g/L")).toBe(100);
    expect(converted(0.3, "mg/dL", "mg/L")).toBe(3);
    expect(converted(3, "10*4/mm3", "10*9/L")).toBe(30);
    expect(converted(1.1, "mg", "ug")).toBe(1100);
    expect(converted(36, "mo", "a")).toBe(3);
  });

  test.each([
    // SI conversion factors of the American Medical Association's manual of style, 11th edition, table 17.5-1.
    ["creatinine", 1, "mg/dL", "umol/L", 113.12, 88.4],
    ["glucose", 1, "mg/dL", "mmol/L", 180.16, 0.0555],
    ["cholesterol", 1, "mg/dL", "mmol/L", 386.65, 0.0259],
    ["total bilirubin", 1, "mg/dL", "umol/L", 584.66, 17.104],
    ["uric acid", 1, "mg/dL", "mmol/L", 168.11, 0.0595],
    ["testosterone", 1, "ng/dL", "nmol/L", 288.42, 0.0347],
  ])("%s converts with its molar mass", (_, value, from, to, molarMassGPerMol, expected) => {
    expect(converted(value, from, to, { molarMassGPerMol })).toBeCloseTo(expected, expected < 1 ? 4 : 1);
    expect(converted(converted(value, from, to, { molarMassGPerMol }), to, from, { molarMassGPerMol })).toBeCloseTo(
      value,
      12,
    );
  });

  test("mass and amount are refused without a molar mass", () => {
    expect(codeOf(1, "mg/dL", "mmol/L")).toBe("units.needs_molar_mass");
    expect(codeOf(1, "mmol", "mg")).toBe("units.needs_molar_mass");
  });

  test("equivalents need the charge: 4.0 mg/dL of calcium is 2 meq/L", () => {
    expect(codeOf(2, "meq/L", "mmol/L")).toBe("units.needs_charge");
    expect(converted(2, "meq/L", "mmol/L", { charge: 2 })).toBe(1);
    expect(converted(2, "meq/L", "mg/dL", { charge: 2, molarMassGPerMol: 40.078 })).toBeCloseTo(4.0078, 10);
    expect(converted(4.0078, "mg/dL", "meq/L", { charge: -2, molarMassGPerMol: 40.078 })).toBeCloseTo(2, 10);
  });

  test("arbitrary units stay what they are unless a factor is given", () => {
    expect(converted(1, "k[iU]/L", "[IU]/mL")).toBe(1);
    expect(codeOf(1, "[iU]/L", "U/L")).toBe("units.arbitrary");
    expect(codeOf(1, "[iU]/mL", "mg/mL")).toBe("units.arbitrary");
    expect(codeOf(1, "[CFU]", "[PFU]")).toBe("units.arbitrary");
    expect(converted(40, "[iU]/L", "U/L", { arbitraryUnits: ENZYME_ACTIVITY_UNITS })).toBe(40);
    expect(converted(40, "U/L", "[iU]/L", { arbitraryUnits: ENZYME_ACTIVITY_UNITS })).toBe(40);
    // One international unit of human insulin is 0.0347 mg (European Pharmacopoeia).
    expect(converted(100, "[iU]", "mg", { arbitraryUnits: { "[iU]": { value: 0.0347, unit: "mg" } } })).toBe(3.47);
  });

  test("temperatures, acidity and logarithms convert by their functions", () => {
    expect(converted(38, "Cel", "[degF]")).toBe(100.4);
    expect(converted(100.4, "[degF]", "Cel")).toBe(38);
    expect(converted(0, "K", "Cel")).toBe(-273.15);
    expect(converted(80, "[degRe]", "Cel")).toBe(100);
    expect(converted(7.4, "[pH]", "nmol/L")).toBeCloseTo(39.8107, 4);
    expect(converted(40, "nmol/L", "[pH]")).toBeCloseTo(7.39794, 5);
    expect(converted(3, "B", "dB")).toBe(30);
    expect(converted(5, "{log_copies}/mL", "{copies}/mL")).toBe(100_000);
    expect(converted(1, "{copies}/uL", "{log10_copies}/mL")).toBe(3);
    expect(codeOf(0, "{copies}/mL", "{log10_copies}/mL")).toBe("units.bad_number");
    expect(codeOf(-1, "mol/L", "[pH]")).toBe("units.bad_number");
  });

  test("every special unit goes to its proper unit and back", () => {
    const special = atomCodes().filter((code) => {
      const unit = resolveUnit(code);
      return unit.ok && unit.value.special !== undefined;
    });
    expect(special.length).toBe(21);
    for (const code of special) {
      const canonical = canonicaliseUnit(code);
      if (!canonical.ok) throw new Error(code);
      const target = code === "[pH]" ? "mol/l" : canonical.value.unit;
      expect(converted(converted(1.5, code, target), target, code), code).toBeCloseTo(1.5, 8);
    }
  });

  test("what measures different things is refused with the reason", () => {
    expect(codeOf(1, "mg", "mL")).toBe("units.different_dimension");
    expect(codeOf(60, "mL/min", "mL/min/{1.73_m2}")).toBe("units.different_dimension");
    expect(codeOf(2, "mmol/L", "/L")).toBe("units.amount_is_not_count");
    expect(codeOf(2, "mosm/kg", "mmol/kg")).toBe("units.different_dimension");
    expect(codeOf(1, "Cel/h", "K/h")).toBe("units.special_in_product");
    expect(codeOf(1, "mg", "furlong")).toBe("units.unknown_symbol");
    expect(codeOf(Number.NaN, "mg", "g")).toBe("units.bad_number");
    expect(areConvertible("mg", "kg")).toBe(true);
    expect(areConvertible("mg", "kg/m2")).toBe(false);
  });

  test("failures read as sentences in both languages", () => {
    const result = convert(1, "mg/dL", "mmol/L");
    if (result.ok) throw new Error("converted");
    expect(explainUnitFailure(result.error, "en")).toContain("the molar mass is needed");
    expect(explainUnitFailure(result.error, "zh")).toContain("摩尔质量");
  });

  test("glycated haemoglobin: 53 mmol/mol is 7.0 %, 48 is 6.5 % (IFCC and NGSP master equation)", () => {
    expect(hba1cPercentFromIfcc(53)).toBeCloseTo(7.0, 1);
    expect(hba1cPercentFromIfcc(48)).toBeCloseTo(6.5, 1);
    expect(hba1cIfccFromPercent(7)).toBeCloseTo(53, 0);
  });

  test("every code of the table is valid, and hostile text is refused quickly", () => {
    for (const code of atomCodes()) expect(validateUnit(code).ok, code).toBe(true);
    for (const text of ["(".repeat(5000), `${"m.".repeat(5000)}`, "{", "m{", "[", "1e999", "--1", "m99999999"]) {
      expect(convert(1, text, "m").ok).toBe(false);
    }
  });
});
