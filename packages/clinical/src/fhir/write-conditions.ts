import type { Assertion, Fact } from "../schema.ts";
import { concept, type FhirResource, fhirDate, fhirId, hl7, part, subjectOf } from "./write-parts.ts";

const verification: Readonly<Record<Assertion, string>> = {
  present: "confirmed",
  absent: "refuted",
  possible: "provisional",
  planned: "provisional",
  family: "confirmed",
};

/** A diagnosis; one of a relative is a FamilyMemberHistory. */
export function writeCondition(fact: Fact): FhirResource {
  if (fact.assertion === "family") return writeFamilyHistory(fact);
  const clinical = fact.end === null ? (fact.ongoing === true ? "active" : undefined) : "resolved";
  const isSaid = clinical !== undefined && fact.assertion !== "absent";
  return {
    resourceType: "Condition",
    id: fhirId(fact.id),
    ...(isSaid ? { clinicalStatus: hl7("condition-clinical", clinical) } : {}),
    verificationStatus: hl7("condition-ver-status", verification[fact.assertion]),
    category: [hl7("condition-category", "encounter-diagnosis")],
    code: concept(fact.codes),
    subject: subjectOf(fact.patient),
    ...part("onsetDateTime", fhirDate(fact.start)),
    ...(fact.assertion === "absent" ? {} : part("abatementDateTime", fhirDate(fact.end))),
  };
}

function writeFamilyHistory(fact: Fact): FhirResource {
  return {
    resourceType: "FamilyMemberHistory",
    id: fhirId(fact.id),
    status: "completed",
    patient: subjectOf(fact.patient),
    ...part("date", fhirDate(fact.start)),
    relationship: hl7("v3-RoleCode", "FAMMEMB"),
    condition: [{ code: concept(fact.codes) }],
  };
}

export function writeAllergy(fact: Fact): FhirResource {
  const isAbsent = fact.assertion === "absent";
  return {
    resourceType: "AllergyIntolerance",
    id: fhirId(fact.id),
    clinicalStatus: hl7("allergyintolerance-clinical", isAbsent ? "inactive" : "active"),
    verificationStatus: hl7(
      "allergyintolerance-verification",
      isAbsent ? "refuted" : fact.assertion === "possible" ? "unconfirmed" : "confirmed",
    ),
    code: concept(fact.codes),
    patient: subjectOf(fact.patient),
    ...part("onsetDateTime", fhirDate(fact.start)),
  };
}
