import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createRng } from "@qinghao/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFhir, writeBundle, writeFhir } from "../../src/fhir/index.ts";
import { readPatientBatches, readPatientPath } from "../../src/node.ts";
import { generatePatients } from "../../src/synthetic/index.ts";
import { resolverOf } from "../synthetic/model-resolver.ts";

const resolver = resolverOf("cn");
const records = [
  ...generatePatients({ seed: 11, count: 400, flavour: "cn", asOf: "2026-01-31", setting: "hospital", dirt: 2 }),
];
const resources = records.flatMap(writeFhir);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-bulk-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines of all patients mixed up, in files that say nothing of what they hold. */
function mixedFiles(): string[][] {
  const rng = createRng(5);
  const lines = resources.map((resource) => JSON.stringify(resource));
  for (let at = lines.length - 1; at > 0; at--) {
    const other = rng.int(at + 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  }
  const third = Math.ceil(lines.length / 3);
  return [lines.slice(0, third), lines.slice(third, 2 * third), lines.slice(2 * third)];
}

const subfolder = (name: string): string => mkdtempSync(path.join(folder, name));

describe("bulk NDJSON", () => {
  it("is read some patients at a time, to what reading it whole comes to", () => {
    const own = subfolder("mixed");
    const files = mixedFiles();
    writeFileSync(path.join(own, "a.ndjson"), files[0]!.join("\n"));
    writeFileSync(path.join(own, "b.ndjson"), `\n${files[1]!.join("\r\n\r\n")}\r\n`);
    writeFileSync(path.join(own, "c.ndjson.gz"), gzipSync(files[2]!.join("\n")));
    const whole = readFhir(
      files.flat().map((line) => JSON.parse(line)),
      resolver,
    );
    expect(readPatientPath(own, resolver)).toEqual(whole);
    const batches = [...readPatientBatches(own, resolver)];
    expect(batches.length).toBeGreaterThan(2);
    expect(Math.max(...batches.map((batch) => batch.records.length))).toBeLessThan(records.length / 2);
  });

  it("finds what is referred to from another file, and a patient without a Patient resource", () => {
    const own = subfolder("referred");
    const request = (patient: string) => ({
      resourceType: "MedicationRequest",
      id: `m-${patient}`,
      status: "active",
      intent: "order",
      subject: { reference: `Patient/${patient}` },
      medicationReference: { reference: "Medication/x" },
    });
    const medication = { resourceType: "Medication", id: "x", code: { coding: [{ system: "s", code: "drug-x" }] } };
    const lines = [request("p1"), { resourceType: "Patient", id: "p2" }, request("p2"), medication];
    writeFileSync(path.join(own, "all.ndjson"), lines.map((line) => JSON.stringify(line)).join("\n"));
    const read = readPatientPath(own, { ...resolver, resolve: ([code]) => ({ concept: code!.code, via: "code" }) });
    expect(read.records.map(({ person, facts }) => [person.id, facts.map(({ concept }) => concept)])).toEqual([
      ["p2", ["drug-x"]],
      ["p1", ["drug-x"]],
    ]);
    expect(read.unmapped.map(({ reason }) => reason)).toEqual(["facts of a patient without a Patient resource"]);
  });

  it("holds Bundles of several patients in a line", () => {
    const own = subfolder("bundles");
    const both = { resourceType: "Bundle", entry: records.slice(0, 2).flatMap((record) => writeBundle(record).entry) };
    const last = { resourceType: "Bundle", entry: writeBundle(records[2]!).entry };
    writeFileSync(path.join(own, "all.ndjson"), [both, last].map((line) => JSON.stringify(line)).join("\n"));
    expect(readPatientPath(own, resolver)).toEqual(readFhir(records.slice(0, 3).map(writeBundle), resolver));
  });

  it("names file and line of what cannot be read, and nothing of what stands there", () => {
    const own = subfolder("broken");
    const file = path.join(own, "patients.ndjson");
    writeFileSync(file, `${JSON.stringify(resources[0])}\n\n{"resourceType":"Patient","name":"Secret`);
    expect(() => readPatientPath(own, resolver)).toThrowError(
      expect.objectContaining({ code: "clinical.patients.unreadable", details: { file: "patients.ndjson", line: 3 } }),
    );
  });
});
