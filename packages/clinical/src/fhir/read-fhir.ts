import { observedOf } from "../read/observed.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import { UnmappedCounter } from "../read/unmapped-counter.ts";
import type { CodeResolver } from "../resolver.ts";
import type { Fact } from "../schema.ts";
import { readAllergy, readCondition, readFamilyHistory } from "./read-conditions.ts";
import { readObservation } from "./read-observations.ts";
import { readConsent, readEncounter, readPatient } from "./read-people.ts";
import { readMedication, readOrder, readProcedure } from "./read-treatments.ts";
import type { Reading } from "./reading.ts";
import { type Resource, resource as resourceSchema } from "./resource.ts";

const readers: Readonly<Record<string, (reading: Reading, resource: Resource) => void>> = {
  Patient: readPatient,
  Condition: readCondition,
  FamilyMemberHistory: readFamilyHistory,
  AllergyIntolerance: readAllergy,
  Observation: readObservation,
  MedicationRequest: readMedication,
  MedicationStatement: readMedication,
  MedicationAdministration: readMedication,
  MedicationDispense: readMedication,
  Immunization: readMedication,
  Procedure: readProcedure,
  ServiceRequest: readOrder,
  Encounter: readEncounter,
  Consent: readConsent,
};

/** Resources that say nothing clinical of a patient, or whose content stands in others that are read. */
const silent = new Set([
  "Bundle",
  "Organization",
  "Practitioner",
  "PractitionerRole",
  "Location",
  "Claim",
  "ClaimResponse",
  "Coverage",
  "ExplanationOfBenefit",
  "Provenance",
  "CareTeam",
  "Medication",
  "SupplyDelivery",
  "Specimen",
]);

/** What other resources refer to. */
const referable = new Set(["Condition", "Medication", "Specimen"]);

/**
 * Reads FHIR R4 resources (of bundles, bulk NDJSON, mCODE) into records. A resource that cannot be read, a type that is not
 * read, a code or unit without meaning is counted in `unmapped`; nothing is dropped without a line there. Resources may come
 * in any order; a fact of a patient whose Patient resource is absent makes a record with unknown birth date and sex.
 * @param shared resources of no patient that these refer to, by `type/id`
 */
export function readFhir(
  resources: Iterable<unknown>,
  resolver: CodeResolver,
  shared: ReadonlyMap<string, Resource> = new Map(),
): ReadOutcome {
  const unmapped = new UnmappedCounter();
  const byId = new Map<string, Resource>(shared);
  const all: Resource[] = [];
  for (const one of flatten(resources)) {
    const parsed = resourceSchema.safeParse(one);
    if (!parsed.success) {
      unmapped.add("row", "FHIR", "", "not a resource");
      continue;
    }
    all.push(parsed.data);
    if (parsed.data.id === undefined || !referable.has(parsed.data.resourceType)) continue;
    byId.set(parsed.data.id, parsed.data);
    byId.set(`${parsed.data.resourceType}/${parsed.data.id}`, parsed.data);
  }
  const reading: Reading = { resolver, unmapped, byId, persons: [], facts: [], tumours: new Map() };
  for (const resource of all) {
    const read = readers[resource.resourceType];
    if (read === undefined) {
      if (!silent.has(resource.resourceType))
        unmapped.add("resource", "FHIR", resource.resourceType, "type is not read");
      continue;
    }
    try {
      read(reading, resource);
    } catch {
      // A parse error would quote the patient's values: only the type is told.
      unmapped.add("row", resource.resourceType, "", "resource is not valid FHIR R4");
    }
  }
  for (const fact of reading.facts) {
    const tumour = fact.kind === "stage" ? reading.tumours.get(fact.source.row) : undefined;
    if (tumour !== undefined && fact.source.table === "Observation") fact.tumour ??= tumour;
  }
  return { records: byPatient(reading), unmapped: unmapped.rows() };
}

/** Bundles stand for their entries. */
function* flatten(resources: Iterable<unknown>): Generator<unknown> {
  for (const one of resources) {
    const entries = (one as { resourceType?: string; entry?: { resource?: unknown }[] } | null)?.entry;
    if ((one as { resourceType?: string } | null)?.resourceType === "Bundle") {
      yield* flatten((entries ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
    } else yield one;
  }
}

function byPatient({ persons, facts, unmapped }: Reading): ReadOutcome["records"] {
  const groups = new Map<string, Fact[]>(persons.map(({ id }) => [id, []]));
  const known = new Map(persons.map((person) => [person.id, person]));
  for (const fact of facts) {
    if (fact.patient === "") {
      unmapped.add("row", fact.source.table, "", "names no patient");
      continue;
    }
    const group = groups.get(fact.patient);
    if (group) group.push(fact);
    else groups.set(fact.patient, [fact]);
  }
  return [...groups].map(([id, own]) => {
    const person = known.get(id);
    if (person === undefined) unmapped.add("row", "Patient", "", "facts of a patient without a Patient resource");
    const base = person ?? {
      id,
      sex: "unknown" as const,
      birth: null,
      death: null,
      source: { table: "Patient", row: id },
    };
    return { person: { ...base, observed: observedOf(own) }, facts: own };
  });
}
