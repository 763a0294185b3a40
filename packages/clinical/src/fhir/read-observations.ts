import { z } from "zod";
import { factOfObservation } from "../read/fact-of-observation.ts";
import { FASTING_STATUS } from "../read/fasting.ts";
import { resultConceptOf } from "../read/result-words.ts";
import type { Code } from "../schema.ts";
import { dateOf, type Reading, referred, sourceOf } from "./reading.ts";
import {
  codeableConcept,
  codesOf,
  type FhirQuantity,
  idOfReference,
  period,
  quantity,
  type Resource,
  reference,
} from "./resource.ts";

const answer = {
  valueQuantity: quantity.optional(),
  valueCodeableConcept: codeableConcept.optional(),
  valueString: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
};
const observationSchema = z.object({
  status: z.string(),
  code: codeableConcept,
  subject: reference.optional(),
  focus: z.array(reference).optional(),
  specimen: reference.optional(),
  effectiveDateTime: z.string().optional(),
  effectiveInstant: z.string().optional(),
  effectivePeriod: period.optional(),
  issued: z.string().optional(),
  ...answer,
  referenceRange: z.array(z.object({ low: quantity.optional(), high: quantity.optional() })).optional(),
  component: z
    .array(
      z.object({
        code: codeableConcept,
        ...answer,
        referenceRange: z.array(z.object({ low: quantity.optional(), high: quantity.optional() })).optional(),
      }),
    )
    .optional(),
});
type Answer = Pick<z.infer<typeof observationSchema>, keyof typeof answer | "referenceRange">;

const takenBack = new Set(["entered-in-error", "cancelled"]);
const genomicVariant = "69548-6";
const geneStudied = "48018-6";
const alterationCodes = ["48005-3", "48004-6", "81290-9"];
const pregnancy = "82810-3";

/** Words of LOINC's answer list for pregnancy status (82810-3). */
const pregnant: Readonly<Record<string, boolean>> = { "LA15173-0": true, "LA26683-5": false };

export function readObservation(reading: Reading, resource: Resource): void {
  const observation = observationSchema.parse(resource);
  if (takenBack.has(observation.status)) {
    reading.unmapped.add("row", "Observation", observation.status, "the source took it back");
    return;
  }
  const patient = idOfReference(observation.subject?.reference) ?? "";
  const start = dateOf(
    reading,
    resource,
    observation.effectiveDateTime,
    observation.effectiveInstant,
    observation.effectivePeriod?.start,
    observation.issued,
  );
  const codes = codesOf(observation.code);
  const possible = observation.status === "registered" || observation.status === "preliminary";
  const common = { patient, start, possible };
  if (codes.some(({ code }) => code === genomicVariant)) {
    readVariant(reading, resource, observation, common);
    return;
  }
  if (codes.some(({ code }) => code === pregnancy)) {
    const answered = observation.valueCodeableConcept?.coding?.[0]?.code ?? "";
    const truth = observation.valueBoolean ?? pregnant[answered];
    reading.facts.push({
      id: `Observation/${resource.id}`,
      patient,
      kind: "status",
      concept: "STATUS:pregnant",
      via: "code",
      codes,
      assertion: truth === undefined ? "possible" : truth ? "present" : "absent",
      start,
      end: null,
      value: truth === undefined ? null : { type: "boolean", value: truth },
      source: sourceOf(resource),
    });
    return;
  }
  const tumour = tumourInFocus(reading, observation.focus ?? []);
  const fasting = isFasting(reading, observation);
  const push = (part: Answer, partCodes: Code[], id: string, field?: string) =>
    reading.facts.push(
      factOfObservation(
        {
          id,
          ...common,
          codes: partCodes,
          quantity: writtenQuantity(part),
          answer:
            part.valueCodeableConcept === undefined ? (part.valueString ?? null) : codesOf(part.valueCodeableConcept),
          truth: part.valueBoolean ?? null,
          tumour,
          fasting,
          source: sourceOf(resource, field),
        },
        reading.resolver,
        reading.unmapped,
      ),
    );
  const components = observation.component ?? [];
  const hasAnswer = Object.keys(answer).some((key) => observation[key as keyof typeof answer] !== undefined);
  if (hasAnswer || components.length === 0) push(observation, codes, `Observation/${resource.id}`);
  for (const [place, component] of components.entries())
    if (!saysFasting(component))
      push(component, codesOf(component.code), `Observation/${resource.id}#${place}`, "component");
}

const fastingStatus = z.object({
  collection: z.object({ fastingStatusCodeableConcept: codeableConcept.optional() }),
});
/** HL7 table 0916 of a Specimen; LOINC's and plain answers of a component. */
const fastingAnswers: Readonly<Record<string, boolean>> = {
  F: true,
  NF: false,
  "LA33-6": true,
  "LA32-8": false,
  Y: true,
  N: false,
};

const saysFasting = ({ code }: { code: z.infer<typeof codeableConcept> }): boolean =>
  codesOf(code).some((one) => one.code === FASTING_STATUS);

/** Whether the sample was taken fasting: a component of the observation says so, or its Specimen. */
function isFasting(reading: Reading, observation: z.infer<typeof observationSchema>): boolean | undefined {
  const asked = observation.component?.find(saysFasting);
  const specimen = fastingStatus.safeParse(referred(reading, observation.specimen?.reference));
  const codes = [
    ...codesOf(asked?.valueCodeableConcept),
    ...(specimen.success ? codesOf(specimen.data.collection.fastingStatusCodeableConcept) : []),
  ];
  return asked?.valueBoolean ?? codes.map(({ code }) => fastingAnswers[code]).find((one) => one !== undefined);
}

/** The condition that an observation is about, as mCODE's staging has it. */
function tumourInFocus(reading: Reading, focus: readonly { reference?: string | undefined }[]): string | null {
  for (const { reference } of focus) {
    const condition = referred(reading, reference);
    if (condition?.resourceType !== "Condition") continue;
    const code = codeableConcept.safeParse(condition.code);
    const found = code.success ? reading.resolver.resolve(codesOf(code.data), "condition") : null;
    if (found !== null) return found.concept;
  }
  return null;
}

function writtenQuantity(part: Answer) {
  const range = part.referenceRange?.[0];
  const limits = {
    ...(range?.low?.value === undefined ? {} : { low: range.low.value }),
    ...(range?.high?.value === undefined ? {} : { high: range.high.value }),
  };
  if (part.valueInteger !== undefined) return { value: part.valueInteger, unit: null, ...limits };
  const quantity: FhirQuantity | undefined = part.valueQuantity;
  if (quantity?.value === undefined) return null;
  const isUcum = quantity.system === "http://unitsofmeasure.org";
  return {
    value: quantity.value,
    ...(quantity.comparator === undefined ? {} : { comparator: quantity.comparator }),
    unit: quantity.unit ?? quantity.code ?? null,
    ...(isUcum && quantity.code !== undefined ? { ucum: quantity.code } : {}),
    ...limits,
  };
}

/** A variant of HL7's genomics reporting (and mCODE's): gene studied, the change, and whether it is there. */
function readVariant(
  reading: Reading,
  resource: Resource,
  observation: z.infer<typeof observationSchema>,
  { patient, start, possible }: { patient: string; start: string | null; possible: boolean },
): void {
  const component = (wanted: string) =>
    observation.component?.find(({ code }) => code.coding?.some((one) => one.code === wanted))?.valueCodeableConcept;
  const gene = component(geneStudied);
  const codes = codesOf(gene);
  const concept = reading.resolver.resolve(codes, "variant");
  if (concept === null)
    reading.unmapped.add("code", codes[0]?.system ?? "", codes[0]?.code ?? "", "no gene", codes[0]?.display);
  const change = alterationCodes.map((code) => component(code)).find((one) => one !== undefined);
  const alteration = change?.coding?.[0]?.display ?? change?.coding?.[0]?.code ?? change?.text;
  const answered = codesOf(observation.valueCodeableConcept);
  reading.facts.push({
    id: `Observation/${resource.id}`,
    patient,
    kind: "variant",
    codes,
    concept: concept?.concept ?? null,
    via: concept?.via ?? "none",
    assertion: possible ? "possible" : "present",
    start,
    end: null,
    value: {
      type: "code",
      concept: resultConceptOf(answered.flatMap(({ code, display }) => [display, code])) ?? "RESULT:positive",
      codes: answered,
    },
    ...(alteration === undefined ? {} : { alteration: alteration.replace(/^p\./i, "").toUpperCase() }),
    source: sourceOf(resource),
  });
}
