import { z } from "zod";
import type { Assertion, Fact } from "../schema.ts";
import { dateOf, type Reading, referred, resolved, sourceOf } from "./reading.ts";
import {
  type CodeableConcept,
  codeableConcept,
  codesOf,
  idOfReference,
  period,
  quantity,
  type Resource,
  reference,
} from "./resource.ts";
import { intentOf, intentParts } from "./treatment-intent.ts";
import { LINE_OF_THERAPY } from "./write-treatments.ts";

const procedureSchema = z.object({
  status: z.string(),
  code: codeableConcept.optional(),
  subject: reference,
  performedDateTime: z.string().optional(),
  performedPeriod: period.optional(),
  ...intentParts,
});

const procedureAssertion: Readonly<Record<string, Assertion>> = {
  completed: "present",
  "in-progress": "present",
  stopped: "present",
  "on-hold": "present",
  "not-done": "absent",
  preparation: "planned",
  unknown: "possible",
};

export function readProcedure(reading: Reading, resource: Resource): void {
  const procedure = procedureSchema.parse(resource);
  const assertion = procedureAssertion[procedure.status];
  if (assertion === undefined) {
    reading.unmapped.add("row", "Procedure", procedure.status, "the source took it back");
    return;
  }
  reading.facts.push({
    id: `Procedure/${resource.id}`,
    patient: idOfReference(procedure.subject.reference) ?? "",
    kind: "procedure",
    ...resolved(reading, procedure.code, "procedure"),
    assertion,
    start: dateOf(reading, resource, procedure.performedDateTime, procedure.performedPeriod?.start),
    end: dateOf(reading, resource, procedure.performedPeriod?.end),
    value: null,
    ...intentOf(procedure),
    source: sourceOf(resource),
  });
}

const orderSchema = z.object({
  status: z.string(),
  intent: z.string(),
  doNotPerform: z.boolean().optional(),
  code: codeableConcept.optional(),
  subject: reference,
  occurrenceDateTime: z.string().optional(),
  occurrencePeriod: period.optional(),
  ...intentParts,
});

const openOrders = new Set(["active", "on-hold"]);
/** Categories of orders that ask for a test and for no procedure: SNOMED CT, HL7's diagnostic services. */
const testOrders = /^(?:108252007|103693007|363679005|laboratory|imaging|lab|rad)$/i;

/**
 * A ServiceRequest that is still open is a procedure that is planned for the time of its occurrence. One that was carried
 * out says nothing that its Procedure does not; orders of tests are not read.
 */
export function readOrder(reading: Reading, resource: Resource): void {
  const order = orderSchema.parse(resource);
  const isTest = [order.category ?? []]
    .flat()
    .some((category) => codesOf(category).some(({ code }) => testOrders.test(code)));
  if (!openOrders.has(order.status) || order.doNotPerform === true || isTest) {
    const reason = isTest ? "an order of a test" : "not a plan that is still open";
    reading.unmapped.add("row", "ServiceRequest", isTest ? "test" : order.status, reason);
    return;
  }
  reading.facts.push({
    id: `ServiceRequest/${resource.id}`,
    patient: idOfReference(order.subject.reference) ?? "",
    kind: "procedure",
    ...resolved(reading, order.code, "procedure"),
    assertion: "planned",
    start: dateOf(reading, resource, order.occurrenceDateTime, order.occurrencePeriod?.start),
    end: dateOf(reading, resource, order.occurrencePeriod?.end),
    value: null,
    ...intentOf(order),
    source: sourceOf(resource),
  });
}

const dosage = z.object({
  timing: z
    .object({
      repeat: z
        .object({ frequency: z.number().optional(), period: z.number().optional(), periodUnit: z.string().optional() })
        .optional(),
    })
    .optional(),
  doseAndRate: z.array(z.object({ doseQuantity: quantity.optional() })).optional(),
});

const medicationSchema = z.object({
  status: z.string(),
  intent: z.string().optional(),
  medicationCodeableConcept: codeableConcept.optional(),
  medicationReference: reference.optional(),
  subject: reference.optional(),
  patient: reference.optional(),
  authoredOn: z.string().optional(),
  effectiveDateTime: z.string().optional(),
  effectivePeriod: period.optional(),
  whenHandedOver: z.string().optional(),
  occurrenceDateTime: z.string().optional(),
  vaccineCode: codeableConcept.optional(),
  dosageInstruction: z.array(dosage).optional(),
  dosage: z.unknown().optional(),
  ...intentParts,
});

const takenBack = new Set(["entered-in-error", "cancelled", "draft"]);
const planned = new Set(["proposal", "plan", "intended"]);
const absent = new Set(["not-done", "not-taken", "declined"]);

/** MedicationRequest, -Statement, -Administration, -Dispense and Immunization: all say that a person was given a drug. */
export function readMedication(reading: Reading, resource: Resource): void {
  const medication = medicationSchema.parse(resource);
  if (takenBack.has(medication.status)) {
    reading.unmapped.add("row", resource.resourceType, medication.status, "not given");
    return;
  }
  const assertion: Assertion = absent.has(medication.status)
    ? "absent"
    : planned.has(medication.intent ?? "") || planned.has(medication.status)
      ? "planned"
      : "present";
  const stated = z.array(dosage).safeParse(medication.dosage);
  const dose = dailyDose(medication.dosageInstruction?.[0] ?? stated.data?.[0]);
  const line = medication.extension?.find(({ url }) => url === LINE_OF_THERAPY)?.valueInteger;
  reading.facts.push({
    id: `${resource.resourceType}/${resource.id}`,
    patient: idOfReference((medication.subject ?? medication.patient)?.reference) ?? "",
    kind: "drug",
    ...resolved(reading, drugOf(reading, medication), "drug"),
    assertion,
    start: dateOf(
      reading,
      resource,
      medication.effectivePeriod?.start,
      medication.effectiveDateTime,
      medication.occurrenceDateTime,
      medication.whenHandedOver,
      medication.authoredOn,
    ),
    end: dateOf(reading, resource, medication.effectivePeriod?.end),
    ...(medication.status === "active" && medication.effectivePeriod?.end === undefined ? { ongoing: true } : {}),
    value: null,
    ...(dose === null ? {} : { dose }),
    ...(line !== undefined && line > 0 ? { line } : {}),
    ...intentOf(medication),
    source: sourceOf(resource),
  });
}

function drugOf(reading: Reading, medication: z.infer<typeof medicationSchema>): CodeableConcept | undefined {
  const written = medication.medicationCodeableConcept ?? medication.vaccineCode;
  if (written !== undefined) return written;
  const medicine = referred(reading, medication.medicationReference?.reference);
  const code = codeableConcept.safeParse(medicine?.code);
  if (code.success) return code.data;
  const display = medication.medicationReference?.display;
  return display === undefined ? undefined : { text: display };
}

const daysOf: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, wk: 7, mo: 30.4375 };

/** Dose per day of a regular dosage; null where the instruction does not say it fully. */
function dailyDose(instruction: z.infer<typeof dosage> | undefined): Fact["dose"] | null {
  const dose = instruction?.doseAndRate?.[0]?.doseQuantity;
  const repeat = instruction?.timing?.repeat;
  const days = daysOf[repeat?.periodUnit ?? ""];
  if (dose?.value === undefined || repeat?.frequency === undefined || repeat.period === undefined || days === undefined)
    return null;
  return { value: (dose.value * repeat.frequency) / (repeat.period * days), unit: dose.code ?? dose.unit ?? "" };
}
