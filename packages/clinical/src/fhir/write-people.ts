import type { Fact, Person } from "../schema.ts";
import { type FhirResource, fhirDate, fhirId, hl7, part, periodOf, subjectOf } from "./write-parts.ts";

export function writePatient(person: Person): FhirResource {
  return {
    resourceType: "Patient",
    id: fhirId(person.id),
    identifier: [{ system: "urn:qinghao:patient", value: person.id }],
    gender: person.sex,
    ...part("birthDate", person.birth?.slice(0, 10)),
    ...part("deceasedDateTime", fhirDate(person.death)),
    ...(person.language === undefined
      ? {}
      : { communication: [{ language: { coding: [{ system: "urn:ietf:bcp:47", code: person.language }] } }] }),
  };
}

const encounterClasses: Readonly<Record<string, string>> = {
  "VISIT:inpatient": "IMP",
  "VISIT:emergency": "EMER",
  "VISIT:outpatient": "AMB",
};

export function writeVisit(fact: Fact): FhirResource {
  const code = encounterClasses[fact.concept ?? ""] ?? "AMB";
  return {
    resourceType: "Encounter",
    id: fhirId(fact.id),
    status: fact.assertion === "planned" ? "planned" : "finished",
    class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code },
    subject: subjectOf(fact.patient),
    ...part("period", periodOf(fact)),
  };
}

export function writeConsent(fact: Fact): FhirResource {
  return {
    resourceType: "Consent",
    id: fhirId(fact.id),
    status: "active",
    scope: hl7("consentscope", "research"),
    category: [{ coding: [{ system: "http://loinc.org", code: "59284-0" }] }],
    patient: subjectOf(fact.patient),
    ...part("dateTime", fhirDate(fact.start)),
    policyRule: hl7("v3-ActCode", fact.assertion === "absent" ? "OPTOUT" : "OPTIN"),
    ...(fact.assertion === "absent" ? { provision: { type: "deny" } } : {}),
  };
}
