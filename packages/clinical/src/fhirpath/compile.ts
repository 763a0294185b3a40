import { err, ok, type Result } from "@qinghao/kernel";
import { compile } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";

/** Why an expression could not be compiled, or a compiled one not be evaluated. */
export type FhirPathFailure = {
  readonly code: "fhirpath.syntax" | "fhirpath.evaluation";
  readonly expression: string;
  readonly detail: string;
};

/** Named values that an expression reads as `%name`. */
export type FhirPathVariables = Readonly<Record<string, unknown>>;

/** A compiled expression: give it a resource of FHIR R4, it gives the collection of results. */
export type FhirPathExpression = (
  resource: unknown,
  variables?: FhirPathVariables,
) => Result<readonly unknown[], FhirPathFailure>;

/**
 * Compiles a FHIRPath 2.0 expression for FHIR R4. Parsing happens once; evaluation is synchronous, fetches nothing and
 * leaves the resource as it was. Dates and quantities come back as the JSON of FHIR and as texts.
 */
export function compileFhirPath(expression: string): Result<FhirPathExpression, FhirPathFailure> {
  const fail = (code: FhirPathFailure["code"], failure: unknown): Result<never, FhirPathFailure> =>
    err({ code, expression, detail: failure instanceof Error ? failure.message : String(failure) });
  try {
    const evaluate = compile(expression, r4, { traceFn: ignoreTrace });
    const standard = standardVariables(expression);
    return ok((resource, variables) => {
      try {
        return ok(evaluate(resource, { ...standard, ...variables }) as readonly unknown[]);
      } catch (failure) {
        return fail("fhirpath.evaluation", failure);
      }
    });
  } catch (failure) {
    return fail("fhirpath.syntax", failure);
  }
}

const SYSTEMS = { sct: "http://snomed.info/sct", loinc: "http://loinc.org" } as const;

const CANONICALS = {
  vs: "http://hl7.org/fhir/ValueSet/",
  ext: "http://hl7.org/fhir/StructureDefinition/",
} as const;

// FHIR R4, section 2.9.1: names that every engine knows. The library brings %ucum, %resource and %context.
function standardVariables(expression: string): FhirPathVariables {
  const variables: Record<string, unknown> = { ...SYSTEMS };
  for (const [, kind, name] of expression.matchAll(/%[`'"](vs|ext)-([^`'"]+)[`'"]/g)) {
    variables[`${kind}-${name}`] = `${CANONICALS[kind as keyof typeof CANONICALS]}${name}`;
  }
  return variables;
}

// `trace()` would print what a patient's record holds.
const ignoreTrace = (): void => undefined;
