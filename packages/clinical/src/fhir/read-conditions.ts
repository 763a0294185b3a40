import { z } from "zod";
import { stageConceptOf } from "../read/stage-words.ts";
import type { Assertion } from "../schema.ts";
import { dateOf, type Reading, resolved, sourceOf } from "./reading.ts";
import { codeableConcept, codesOf, firstCode, idOfReference, period, type Resource, reference } from "./resource.ts";

const conditionSchema = z.object({
  clinicalStatus: codeableConcept.optional(),
  verificationStatus: codeableConcept.optional(),
  code: codeableConcept.optional(),
  subject: reference,
  onsetDateTime: z.string().optional(),
  onsetPeriod: period.optional(),
  recordedDate: z.string().optional(),
  abatementDateTime: z.string().optional(),
  abatementPeriod: period.optional(),
  abatementBoolean: z.boolean().optional(),
  stage: z
    .array(z.object({ summary: codeableConcept.optional(), assessment: z.array(reference).optional() }))
    .optional(),
});

const assertionOf: Readonly<Record<string, Assertion>> = {
  confirmed: "present",
  unconfirmed: "possible",
  provisional: "possible",
  differential: "possible",
  refuted: "absent",
};

export function readCondition(reading: Reading, resource: Resource): void {
  const condition = conditionSchema.parse(resource);
  const verification = firstCode(condition.verificationStatus) ?? "confirmed";
  if (verification === "entered-in-error") {
    reading.unmapped.add("row", "Condition", "entered-in-error", "the source took it back");
    return;
  }
  const clinical = firstCode(condition.clinicalStatus);
  const end = dateOf(reading, resource, condition.abatementDateTime, condition.abatementPeriod?.end);
  const isOver = end !== null || condition.abatementBoolean === true;
  const patient = idOfReference(condition.subject.reference) ?? "";
  const start = dateOf(
    reading,
    resource,
    condition.onsetDateTime,
    condition.onsetPeriod?.start,
    condition.recordedDate,
  );
  const isOngoing = !isOver && (clinical === "active" || clinical === "recurrence" || clinical === "relapse");
  const coded = resolved(reading, condition.code, "condition");
  const tumour = coded.concept === null ? {} : { tumour: coded.concept };
  reading.facts.push({
    id: `Condition/${resource.id}`,
    patient,
    kind: "condition",
    ...coded,
    assertion: assertionOf[verification] ?? "possible",
    start,
    end,
    ...(isOngoing ? { ongoing: true } : {}),
    value: null,
    source: sourceOf(resource),
  });
  for (const [place, { summary, assessment }] of (condition.stage ?? []).entries()) {
    for (const { reference } of assessment ?? []) {
      const id = idOfReference(reference);
      if (id !== undefined && coded.concept !== null) reading.tumours.set(id, coded.concept);
    }
    // A stage may be told by its assessment alone, which is an observation of its own.
    if (summary === undefined && (assessment ?? []).length > 0) continue;
    const codes = codesOf(summary);
    const concept = codes
      .map(({ display, code }) => stageConceptOf(display ?? code) ?? stageConceptOf(code))
      .find(Boolean);
    if (concept === undefined)
      reading.unmapped.add("value", "Condition.stage", codes[0]?.code ?? "", "stage not understood", codes[0]?.display);
    reading.facts.push({
      id: `Condition/${resource.id}#stage${place}`,
      patient,
      kind: "stage",
      codes,
      concept: concept ?? null,
      via: concept ? "code" : "none",
      assertion: "present",
      start,
      end: null,
      value: null,
      ...tumour,
      source: sourceOf(resource, "stage"),
    });
  }
}

const familySchema = z.object({
  patient: reference,
  date: z.string().optional(),
  condition: z.array(z.object({ code: codeableConcept })).optional(),
});

export function readFamilyHistory(reading: Reading, resource: Resource): void {
  const history = familySchema.parse(resource);
  for (const [place, { code }] of (history.condition ?? []).entries()) {
    reading.facts.push({
      id: `FamilyMemberHistory/${resource.id}#${place}`,
      patient: idOfReference(history.patient.reference) ?? "",
      kind: "condition",
      ...resolved(reading, code, "condition"),
      assertion: "family",
      start: dateOf(reading, resource, history.date),
      end: null,
      value: null,
      source: sourceOf(resource, "condition"),
    });
  }
}

const allergySchema = z.object({
  clinicalStatus: codeableConcept.optional(),
  verificationStatus: codeableConcept.optional(),
  code: codeableConcept.optional(),
  patient: reference,
  onsetDateTime: z.string().optional(),
  recordedDate: z.string().optional(),
});

export function readAllergy(reading: Reading, resource: Resource): void {
  const allergy = allergySchema.parse(resource);
  const verification = firstCode(allergy.verificationStatus) ?? "confirmed";
  if (verification === "entered-in-error") {
    reading.unmapped.add("row", "AllergyIntolerance", "entered-in-error", "the source took it back");
    return;
  }
  reading.facts.push({
    id: `AllergyIntolerance/${resource.id}`,
    patient: idOfReference(allergy.patient.reference) ?? "",
    kind: "allergy",
    ...resolved(reading, allergy.code, "allergy"),
    assertion: assertionOf[verification] ?? "possible",
    start: dateOf(reading, resource, allergy.onsetDateTime, allergy.recordedDate),
    end: null,
    ...(firstCode(allergy.clinicalStatus) === "active" ? { ongoing: true } : {}),
    value: null,
    source: sourceOf(resource),
  });
}
