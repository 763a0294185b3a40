import type { Assertion, Fact } from "../schema.ts";
import { concept, type FhirResource, fhirDate, fhirId, part, periodOf, subjectOf } from "./write-parts.ts";

/** Where the line of therapy stands, which R4 has no element for. */
export const LINE_OF_THERAPY = "urn:qinghao:fhir:line-of-therapy";

const statementStatus = (fact: Fact): string => {
  if (fact.assertion === "absent") return "not-taken";
  if (fact.assertion === "planned") return "intended";
  return fact.end !== null ? "completed" : fact.ongoing === true ? "active" : "unknown";
};

/** An exposure; the dose is an amount a day. */
export function writeDrug(fact: Fact): FhirResource {
  const dose = fact.dose;
  return {
    resourceType: "MedicationStatement",
    id: fhirId(fact.id),
    ...(fact.line === undefined ? {} : { extension: [{ url: LINE_OF_THERAPY, valueInteger: fact.line }] }),
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
    status: procedureStatus[fact.assertion],
    code: concept(fact.codes),
    subject: subjectOf(fact.patient),
    ...(fact.end === null ? part("performedDateTime", fhirDate(fact.start)) : part("performedPeriod", periodOf(fact))),
  };
}
