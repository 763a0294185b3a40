export { readFhir } from "./read-fhir.ts";
export { type FhirBundle, type FhirResource, writeBundle, writeFhir, writeNdjson } from "./write-fhir.ts";
