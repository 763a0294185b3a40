import { writeFileSync } from "node:fs";
import path from "node:path";

/** What must be found nowhere outside the hospital. */
export const canaries = {
  id: "canary-patient-7f3a91",
  family: "Canarywing",
  birth: "1957-03-17",
  value: 123.456789,
  local: "canary-local-code-55",
};

/** A folder of FHIR NDJSON with people whose every value is unmistakable. */
export function writeCanaryRecords(folder: string, people: number): void {
  const lines: object[] = [];
  for (let i = 0; i < people; i++) {
    const id = `${canaries.id}-${i}`;
    const subject = { reference: `Patient/${id}` };
    const name = [{ family: canaries.family, given: ["Ada"] }];
    lines.push({ resourceType: "Patient", id, gender: "female", birthDate: canaries.birth, name });
    lines.push({
      resourceType: "Condition",
      id: `${id}-c`,
      subject,
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9" }] },
      clinicalStatus: { coding: [{ code: "active" }] },
      onsetDateTime: "2019-04-02",
    });
    lines.push({
      resourceType: "Observation",
      id: `${id}-o`,
      subject,
      status: "final",
      code: { coding: [{ system: "http://loinc.org", code: "718-7" }] },
      effectiveDateTime: "2025-06-01",
      valueQuantity: { value: canaries.value, unit: "g/L", system: "http://unitsofmeasure.org", code: "g/L" },
    });
    lines.push({
      resourceType: "Observation",
      id: `${id}-l`,
      subject,
      status: "final",
      code: { coding: [{ system: "urn:canary", code: canaries.local }] },
      effectiveDateTime: "2025-06-01",
      valueQuantity: { value: canaries.value, unit: "canary-unit" },
    });
  }
  writeFileSync(path.join(folder, "records.ndjson"), lines.map((line) => JSON.stringify(line)).join("\n"));
}
