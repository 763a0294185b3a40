import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { writeBenchReport } from "@qinghao/testing";
import { writeBundle } from "../src/fhir/write-fhir.ts";
import { type Flavour, flavours, generatePatients } from "../src/synthetic/index.ts";

/*
 * The generated FHIR against HAPI's validator, in a process of its own: Java 17 or later and Maven must be here. The jars
 * go to the cache, never into the repository.
 */
const here = import.meta.dirname;
const PATIENTS = 250;
const jars = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache"), "qinghao", "hapi-8.8.1");

const isHere = (program: string) => spawnSync(program, ["-version"], { stdio: "ignore" }).status === 0;
if (!isHere("java") || (!existsSync(jars) && !isHere("mvn"))) {
  console.log("Not measured: java (17 or later) and mvn are needed for HAPI's validator.");
  process.exit(0);
}
if (!existsSync(jars)) {
  const pom = [
    "-q",
    "-B",
    "-f",
    path.join(here, "hapi.pom.xml"),
    "dependency:copy-dependencies",
    `-DoutputDirectory=${jars}`,
  ];
  execFileSync("mvn", pom, { stdio: "inherit" });
}

function check(flavour: Flavour, dirt: number) {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-hapi-"));
  try {
    mkdirSync(folder, { recursive: true });
    let resources = 0;
    const options = { seed: 11, count: PATIENTS, flavour, asOf: "2026-01-31", setting: "hospital" as const, dirt };
    for (const record of generatePatients(options)) {
      const bundle = writeBundle(record);
      resources += bundle.entry.length;
      writeFileSync(path.join(folder, `${record.person.id}.json`), JSON.stringify(bundle));
    }
    const began = performance.now();
    const out = execFileSync("java", ["-cp", path.join(jars, "*"), path.join(here, "HapiCheck.java"), folder], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 26,
    });
    const [counts = "{}", ...kinds] = out.trim().split("\n");
    return {
      patients: PATIENTS,
      resources,
      ...JSON.parse(counts),
      kinds: kinds.slice(0, 20),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const java = spawnSync("java", ["-version"], { encoding: "utf8" }).stderr.split("\n")[0] ?? "";
const results = Object.fromEntries(flavours.map((flavour) => [flavour, check(flavour, 1)]));
console.log(JSON.stringify(results, null, 2));
writeBenchReport(
  here,
  { validator: "HAPI FHIR 8.8.1, FHIR R4, no terminology server", jars: readdirSync(jars).length, java, results },
  "hapi",
);
