import { z } from "zod";
import { dateOf, type Reading, sourceOf } from "./reading.ts";
import { codeableConcept, idOfReference, period, type Resource, reference } from "./resource.ts";

const patientSchema = z.object({
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  deceasedDateTime: z.string().optional(),
  communication: z.array(z.object({ language: codeableConcept })).optional(),
});

const sexOf: Readonly<Record<string, "female" | "male" | "other">> = { female: "female", male: "male", other: "other" };

export function readPatient(reading: Reading, resource: Resource): void {
  const patient = patientSchema.parse(resource);
  const language = patient.communication?.[0]?.language.coding?.[0]?.code;
  reading.persons.push({
    id: resource.id ?? "",
    sex: sexOf[patient.gender ?? ""] ?? "unknown",
    birth: dateOf(reading, resource, patient.birthDate),
    death: dateOf(reading, resource, patient.deceasedDateTime),
    observed: { from: null, to: null },
    ...(language === undefined ? {} : { language }),
    source: sourceOf(resource),
  });
}

const encounterSchema = z.object({
  status: z.string(),
  class: z.object({ code: z.string().optional() }).optional(),
  subject: reference.optional(),
  period: period.optional(),
});

const settingOf: Readonly<Record<string, string>> = {
  IMP: "VISIT:inpatient",
  ACUTE: "VISIT:inpatient",
  NONAC: "VISIT:inpatient",
  EMER: "VISIT:emergency",
};

export function readEncounter(reading: Reading, resource: Resource): void {
  const encounter = encounterSchema.parse(resource);
  if (encounter.status === "entered-in-error" || encounter.status === "cancelled") {
    reading.unmapped.add("row", "Encounter", encounter.status, "did not take place");
    return;
  }
  const code = encounter.class?.code ?? "";
  reading.facts.push({
    id: `Encounter/${resource.id}`,
    patient: idOfReference(encounter.subject?.reference) ?? "",
    kind: "visit",
    codes: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code }],
    concept: settingOf[code] ?? "VISIT:outpatient",
    via: "code",
    assertion: encounter.status === "planned" ? "planned" : "present",
    start: dateOf(reading, resource, encounter.period?.start),
    end: dateOf(reading, resource, encounter.period?.end),
    value: null,
    source: sourceOf(resource),
  });
}

const consentSchema = z.object({
  status: z.string(),
  scope: codeableConcept.optional(),
  patient: reference.optional(),
  dateTime: z.string().optional(),
  provision: z.object({ type: z.string().optional() }).optional(),
});

export function readConsent(reading: Reading, resource: Resource): void {
  const consent = consentSchema.parse(resource);
  if (consent.scope?.coding?.[0]?.code !== "research") {
    reading.unmapped.add("resource", "Consent", consent.scope?.coding?.[0]?.code ?? "", "no consent to research");
    return;
  }
  const isGiven = consent.status === "active" && consent.provision?.type !== "deny";
  reading.facts.push({
    id: `Consent/${resource.id}`,
    patient: idOfReference(consent.patient?.reference) ?? "",
    kind: "consent",
    codes: [],
    concept: "CONSENT:participate",
    via: "code",
    assertion: isGiven ? "present" : "absent",
    start: dateOf(reading, resource, consent.dateTime),
    end: null,
    value: null,
    source: sourceOf(resource),
  });
}
