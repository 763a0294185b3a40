import type { Assertion, Fact } from "../schema.ts";
import { intentCodes, TREATMENT_INTENT } from "./treatment-intent.ts";
import { concept, type FhirResource, fhirDate, fhirId, part, periodOf, subjectOf } from "./write-parts.ts";

/** Where the line of therapy stands, which R4 has no element for. */
export const LINE_OF_THERAPY = "urn:qinghao:fhir:line-of-therapy";

const statementStatus = (fact: Fact): string => {
  if (fact.assertion === "absent") return "not-taken";
  if (fact.assertion === "planned") return "intended";
  return fact.end !== null ? "completed" : fact.ongoing === true ? "active" : "unknown";
};

/** Line of therapy and intent, which R4 has no elements for. */
function extensionsOf({ line, intent }: Fact): Record<string, unknown> {
  const lines = line === undefined ? [] : [{ url: LINE_OF_THERAPY, valueInteger: line }];
  const intents =
    intent === undefined
      ? []
      : [
          {
            url: TREATMENT_INTENT,
            valueCodeableConcept: { coding: [{ system: "http://snomed.info/sct", ...intentCodes[intent] }] },
          },
        ];
  const extension = [...lines, ...intents];
  return extension.length === 0 ? {} : { extension };
}

/** An exposure; the dose is an amount a day. */
export function writeDrug(fact: Fact): FhirResource {
  const dose = fact.dose;
  return {
    resourceType: "MedicationStatement",
    id: fhirId(fact.id),
    ...extensionsOf(fact),
    status: statementStatus(fact),
    medicationCodeableConcept: concept(fact.codes),
    subject: subjectOf(fact.patient),
    ...part("effectivePeriod", periodOf(fact)),
    ...(dose === undefined
      ? {}
      : {
          dosage: [
            {
              timing: { repeat: { frequency: 1, period: 1, periodUnit: "d" } },
              doseAndRate: [
                {
                  doseQuantity: {
                    value: dose.value,
                    unit: dose.unit,
                    system: "http://unitsofmeasure.org",
                    code: dose.unit,
                  },
                },
              ],
            },
          ],
        }),
  };
}

const procedureStatus: Readonly<Record<Assertion, string>> = {
  present: "completed",
  absent: "not-done",
  possible: "unknown",
  planned: "preparation",
  family: "unknown",
};

export function writeProcedure(fact: Fact): FhirResource {
  return {
    resourceType: "Procedure",
    id: fhirId(fact.id),
    ...extensionsOf(fact),
    status: procedureStatus[fact.assertion],
    code: concept(fact.codes),
    subject: subjectOf(fact.patient),
    ...(fact.end === null ? part("performedDateTime", fhirDate(fact.start)) : part("performedPeriod", periodOf(fact))),
  };
}
