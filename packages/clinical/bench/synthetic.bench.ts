import { createHash } from "node:crypto";
import { writeBenchReport } from "@qinghao/testing";
import { writeFhir } from "../src/fhir/write-fhir.ts";
import { writeOmop } from "../src/omop/write-omop.ts";
import { type Flavour, flavours, generateColumns, generatePatients } from "../src/synthetic/index.ts";

/*
 * How fast the generator is on one core, and what memory it needs: a million people of each flavour as columns, 20,000 as
 * records, 5,000 as FHIR and as OMOP lines.
 */
const asOf = "2026-01-31";
const MILLION = 1_000_000;

/** Seconds of processor time, all threads of this process: what "a core" means on a machine that others use too. */
function timed<T>(run: () => T): { seconds: number; value: T } {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, value };
}

const perSecond = (count: number, seconds: number) => Math.round(count / seconds);

function columns(flavour: Flavour) {
  let facts = 0;
  let most = 0;
  const digest = createHash("sha256");
  let digestSeconds = 0;
  const { seconds } = timed(() => {
    for (const chunk of generateColumns({ seed: 1, count: MILLION, flavour, asOf })) {
      facts += chunk.facts.seq.length;
      most = Math.max(most, process.memoryUsage().rss);
      digestSeconds += timed(() => digest.update(chunk.facts.value).update(chunk.facts.start_lo)).seconds;
    }
  });
  const own = seconds - digestSeconds;
  return {
    patients: MILLION,
    facts,
    factsPerPatient: Math.round((facts / MILLION) * 10) / 10,
    cpuSeconds: Math.round(own * 10) / 10,
    patientsPerSecondPerCore: perSecond(MILLION, own),
    mostMemoryMb: Math.round(most / 1e6),
    sha256: digest.digest("hex"),
  };
}

function lines(flavour: Flavour) {
  const people = (count: number) => generatePatients({ seed: 1, count, flavour, asOf });
  const records = timed(() => [...people(20_000)].length);
  const fhir = timed(() => {
    let bytes = 0;
    for (const record of people(5_000))
      for (const resource of writeFhir(record)) bytes += JSON.stringify(resource).length;
    return bytes;
  });
  const source = { name: "synthetic", holder: "Qinghao", description: "synthetic patients", release: asOf };
  const omop = timed(() => {
    let bytes = 0;
    for (const { line } of writeOmop(people(5_000), source)) bytes += line.length;
    return bytes;
  });
  return {
    recordsPerSecond: perSecond(20_000, records.seconds),
    fhirPatientsPerSecond: perSecond(5_000, fhir.seconds),
    fhirMbPerThousand: Math.round(fhir.value / 5_000 / 100) / 10,
    omopPatientsPerSecond: perSecond(5_000, omop.seconds),
  };
}

const results = Object.fromEntries(
  flavours.map((flavour) => [flavour, { columns: columns(flavour), ...lines(flavour) }]),
);
console.log(JSON.stringify(results, null, 2));
writeBenchReport(import.meta.dirname, { bar: "10,000 patients a second on one core", results }, "synthetic");
