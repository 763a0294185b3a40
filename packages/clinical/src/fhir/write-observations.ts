import { FASTING_STATUS, fastingOfNames } from "../read/fasting.ts";
import type { Code, Fact, QuantityValue } from "../schema.ts";
import { fromCanonical } from "./write-from-canonical.ts";
import { concept, type FhirResource, fhirDate, fhirId, hl7, part, periodOf, subjectOf } from "./write-parts.ts";

const LOINC = "http://loinc.org";
const loinc = (code: string, display: string) => ({ coding: [{ system: LOINC, code, display }] });

const vitalSigns = new Set(
  [
    "systolic-pressure",
    "diastolic-pressure",
    "heart-rate",
    "respiratory-rate",
    "body-temperature",
    "spo2",
    "body-weight",
    "body-height",
    "bmi",
  ].map((id) => `LAB:${id}`),
);

const categoryOf = (fact: Fact) => [
  hl7(
    "observation-category",
    vitalSigns.has(fact.concept ?? "") ? "vital-signs" : fact.concept?.startsWith("SCORE:") ? "survey" : "laboratory",
  ),
];

const statusOf = (fact: Fact): string => (fact.assertion === "possible" ? "preliminary" : "final");

const base = (fact: Fact, codes: readonly Code[]) => ({
  resourceType: "Observation",
  id: fhirId(fact.id),
  status: statusOf(fact),
  code: concept(codes),
  subject: subjectOf(fact.patient),
});

/** A result: a quantity, a coded answer, words, or the statement that the value is not known. */
export function writeMeasurement(fact: Fact): FhirResource {
  return {
    ...base(fact, fact.codes),
    category: categoryOf(fact),
    ...part("effectiveDateTime", fhirDate(fact.start)),
    ...answerOf(fact),
    ...fastingOf(fact),
  };
}

/** Whether the sample was taken fasting, where the test's own name does not say so. */
function fastingOf({ codes, fasting }: Fact): Record<string, unknown> {
  if (fasting === undefined || fastingOfNames(codes) === fasting) return {};
  const answer = fasting ? loinc("LA33-6", "Yes") : loinc("LA32-8", "No");
  return { component: [{ code: loinc(FASTING_STATUS, "Fasting status - Reported"), valueCodeableConcept: answer }] };
}

function answerOf(fact: Fact): Record<string, unknown> {
  const { value } = fact;
  if (value === null) return { dataAbsentReason: hl7("data-absent-reason", "unknown") };
  if (value.type === "text") return { valueString: value.text };
  if (value.type === "boolean") return { valueBoolean: value.value };
  if (value.type === "code") return { valueCodeableConcept: concept(value.codes) };
  const range = rangeOf(fact.concept, value);
  return {
    valueQuantity: { value: value.value, ...part("comparator", value.comparator), ...unitOf(value) },
    ...(range === null ? {} : { referenceRange: [range] }),
  };
}

/** A unit that is no UCUM code stands as words only. */
const unitOf = ({ unit, ucum }: QuantityValue): Record<string, unknown> => ({
  ...(unit === null ? {} : { unit }),
  ...(ucum === null ? {} : { system: "http://unitsofmeasure.org", code: ucum }),
});

/** Reference limits, in the unit of the value as laboratories write them. */
function rangeOf(item: string | null, value: QuantityValue): Record<string, unknown> | null {
  const limit = (one: number | undefined) =>
    one === undefined ? undefined : { value: fromCanonical(one, item, value), ...unitOf(value) };
  const low = limit(value.low);
  const high = limit(value.high);
  return low === undefined && high === undefined ? null : { ...part("low", low), ...part("high", high) };
}

/** Stage group, T, N or M: the question's code first, the answer second; `tumour` is the diagnosis that was staged. */
export function writeStage(fact: Fact, tumour: Fact | undefined): FhirResource {
  const [question, ...answers] = fact.codes;
  return {
    ...base(fact, question === undefined ? [] : [question]),
    ...(tumour === undefined ? {} : { focus: [{ reference: `Condition/${fhirId(tumour.id)}` }] }),
    category: [hl7("observation-category", "exam")],
    ...part("effectiveDateTime", fhirDate(fact.start)),
    valueCodeableConcept: answers.length > 0 ? concept(answers) : { text: fact.concept?.replace(/^\w+:/, "") ?? "" },
  };
}

const isPositive = (fact: Fact): boolean => fact.value?.type !== "code" || fact.value.concept !== "RESULT:negative";

/** A tested gene as HL7's genomics reporting and mCODE have it; a tissue marker is an ordinary result. */
export function writeVariant(fact: Fact): FhirResource {
  if (!fact.codes.some(({ code }) => code.startsWith("HGNC:"))) return writeMeasurement(fact);
  const gene = { code: loinc("48018-6", "Gene studied [ID]"), valueCodeableConcept: concept(fact.codes) };
  const change =
    fact.alteration === undefined
      ? []
      : [{ code: loinc("48005-3", "Amino acid change (pHGVS)"), valueCodeableConcept: { text: fact.alteration } }];
  return {
    ...base(fact, [{ system: LOINC, code: "69548-6", display: "Genetic variant assessment" }]),
    category: [hl7("observation-category", "laboratory")],
    ...part("effectiveDateTime", fhirDate(fact.start)),
    valueCodeableConcept: isPositive(fact) ? loinc("LA9633-4", "Present") : loinc("LA9634-2", "Absent"),
    component: [gene, ...change],
  };
}

/** A state of the person over a time, such as pregnancy: true, or false where it is ruled out. */
export function writeStatus(fact: Fact): FhirResource {
  return {
    ...base(fact, fact.codes),
    category: [hl7("observation-category", "social-history")],
    ...part("effectivePeriod", periodOf(fact)),
    valueBoolean: fact.assertion !== "absent",
  };
}
