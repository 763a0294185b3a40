import type { Fact, FactKind, PatientRecord } from "../schema.ts";
import { writeAllergy, writeCondition } from "./write-conditions.ts";
import { writeMeasurement, writeStage, writeStatus, writeVariant } from "./write-observations.ts";
import type { FhirResource } from "./write-parts.ts";
import { writeConsent, writePatient, writeVisit } from "./write-people.ts";
import { writeDrug, writeProcedure } from "./write-treatments.ts";

export type { FhirResource } from "./write-parts.ts";

const writers: Record<FactKind, (fact: Fact, tumour: Fact | undefined) => FhirResource> = {
  condition: writeCondition,
  procedure: writeProcedure,
  drug: writeDrug,
  measurement: writeMeasurement,
  variant: writeVariant,
  stage: writeStage,
  status: writeStatus,
  allergy: writeAllergy,
  visit: writeVisit,
  consent: writeConsent,
};

/** A record as FHIR R4 resources: the Patient, then one resource per fact in the facts' order. */
export function writeFhir(record: PatientRecord): FhirResource[] {
  return [
    writePatient(record.person),
    ...record.facts.map((fact) => writers[fact.kind](fact, tumourOf(fact, record.facts))),
  ];
}

/** The diagnosis that a stage is of. */
const tumourOf = ({ tumour }: Fact, facts: readonly Fact[]): Fact | undefined =>
  tumour === undefined
    ? undefined
    : facts.find(
        ({ kind, concept, assertion }) => kind === "condition" && concept === tumour && assertion !== "family",
      );

export type FhirBundle = {
  resourceType: "Bundle";
  id: string;
  type: "collection";
  entry: { fullUrl: string; resource: FhirResource }[];
};

/** A record as one collection Bundle. */
export function writeBundle(record: PatientRecord): FhirBundle {
  const resources = writeFhir(record);
  return {
    resourceType: "Bundle",
    id: resources[0]?.id ?? "empty",
    type: "collection",
    entry: resources.map((resource) => ({
      fullUrl: `http://qinghao.example/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

/**
 * Records as bulk NDJSON: yields lines, each with the resource type whose file it belongs to. Nothing is held back, so any
 * number of records can be written.
 */
export function* writeNdjson(records: Iterable<PatientRecord>): Generator<{ type: string; line: string }> {
  for (const record of records) {
    for (const resource of writeFhir(record))
      yield { type: resource.resourceType, line: `${JSON.stringify(resource)}\n` };
  }
}
