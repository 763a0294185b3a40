import { afterEach, describe, expect, test, vi } from "vitest";
import { compileFhirPath } from "../../src/fhirpath/index.ts";
import { agreesWithSuite, isSameInstant } from "./agree.ts";
import { KNOWN_DIFFERENCES, KNOWN_DIFFERENCES_YAML } from "./known-differences.ts";
import { readHl7Cases } from "./read-cases.ts";
import { readYamlCases } from "./read-yaml-cases.ts";

const hl7 = readHl7Cases();
const yaml = readYamlCases();

afterEach(() => vi.restoreAllMocks());

function run(expression: string, resource: unknown, variables?: Readonly<Record<string, unknown>>) {
  const compiled = compileFhirPath(expression);
  return compiled.ok ? compiled.value(resource, variables) : compiled;
}

describe.skipIf(hl7.length === 0)("cases of FHIRPath for R4", () => {
  test("HL7's XML suite: all pass but the listed ones, and those do not", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(hl7).toHaveLength(935);
    const failed = hl7.filter((own) => {
      const results = run(own.expression, own.resource);
      return own.mustFail ? results.ok : !results.ok || !agreesWithSuite(own, results.value);
    });
    expect(failed.map((own) => own.name).sort()).toEqual([...KNOWN_DIFFERENCES].sort());
  });

  test("the library's YAML cases for R4: all pass but the listed ones, and those do not", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(yaml).toHaveLength(1188);
    const failed = yaml.filter((own) => {
      const results = run(own.expression, own.resource, own.variables);
      if (own.mustFail) return results.ok;
      return !results.ok || !isEqualJson(results.value, own.result);
    });
    expect(failed.map((own) => own.name.replace(/^\S+ \d+ /, "")).sort()).toEqual([...KNOWN_DIFFERENCES_YAML].sort());
  });
});

function isEqualJson(results: readonly unknown[], expected: readonly unknown[]): boolean {
  if (JSON.stringify(results) === JSON.stringify(expected)) return true;
  return (
    results.length === expected.length &&
    results.every((own, index) => isSameInstant(String(own), String(expected[index])))
  );
}

describe("compileFhirPath", () => {
  const patient = { resourceType: "Patient", birthDate: "1970-03-30", name: [{ use: "official", family: "Li" }] };

  test("gives the collection of results and leaves the resource as it was", () => {
    const before = structuredClone(patient);
    expect(run("Patient.name.where(use = 'official').family", patient)).toEqual({ ok: true, value: ["Li"] });
    expect(run("birthDate <= @1990-01-01", patient)).toEqual({ ok: true, value: [true] });
    expect(run("Patient.multipleBirth", patient)).toEqual({ ok: true, value: [] });
    expect(patient).toEqual(before);
  });

  test("a wrong expression and a failed evaluation are results with the reason", () => {
    const wrong = compileFhirPath("Patient.name[");
    expect(wrong.ok ? "compiled" : wrong.error.code).toBe("fhirpath.syntax");
    const failed = run("(1 | 2).single()", patient);
    expect(failed.ok ? "evaluated" : failed.error.code).toBe("fhirpath.evaluation");
  });

  test("variables are read, and the standard ones are there", () => {
    expect(run("%limit + 1", patient, { limit: 2 })).toEqual({ ok: true, value: [3] });
    expect(run("%loinc", patient)).toEqual({ ok: true, value: ["http://loinc.org"] });
    expect(run("%`vs-administrative-gender`", patient)).toEqual({
      ok: true,
      value: ["http://hl7.org/fhir/ValueSet/administrative-gender"],
    });
  });

  test("trace prints nothing of the record", () => {
    const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "warn"), vi.spyOn(console, "info")];
    expect(run("name.family.trace('family')", patient)).toEqual({ ok: true, value: ["Li"] });
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});
