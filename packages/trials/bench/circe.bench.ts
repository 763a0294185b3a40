import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { createRng } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { formatDay } from "../src/circe/days.ts";
import {
  exportCirce,
  openCdm,
  openVocabulary,
  readCirce,
  runCohort,
  toDefinition,
  writeCirce,
} from "../src/circe/index.ts";
import { loadCdm, readOmopFolder, runCohortOnDuckDb } from "../src/circe/node.ts";
import { poolOf } from "../test/circe/random-definition.ts";
import {
  departures,
  type NamedDefinition,
  publishedPhenotypes,
  randomDefinitions,
  refillConceptSets,
} from "./circe-definitions.ts";

// The OHDSI phenotypes: imported without loss, run on the OMOP sample, and compared with two independent Circe engines
// (duckcdm, ohdsi-circepy; see circe_peer.py). QINGHAO_PYTHON names a Python that has them; without it nothing is compared.

const shared = path.resolve(import.meta.dirname, "../../../../shared/datasets");
const phenotypes = path.join(shared, "peer_tests/ohdsi_phenotype_library");
const sample = path.join(shared, "patients/omop_synthea27nj_5.4");
if (!existsSync(phenotypes) || !existsSync(sample)) {
  console.log("skipped: the OHDSI phenotypes or the OMOP sample are not among the shared datasets");
  process.exit(0);
}

const omop = readOmopFolder(sample);
const cdm = openCdm(omop.tables);
const vocabulary = openVocabulary(omop.vocabulary);
const pool = poolOf(cdm, ["LocationRegion"]);
const rng = createRng(20261122);
const published = publishedPhenotypes(phenotypes);
const groups: Record<string, NamedDefinition[]> = {
  published,
  refilled: published.map(({ name, definition }) => ({ name, definition: refillConceptSets(definition, pool, rng) })),
  random: randomDefinitions(100, 5, pool),
};

type Outcome = { rows: unknown[][]; masks: unknown[][] } | { error: string };

function runOurs(definition: unknown): Outcome {
  const document = readCirce(definition);
  if (!document.ok) return { error: document.error.message };
  const typed = toDefinition(document.value);
  if (!typed.ok) return { error: typed.error.message };
  const run = runCohort(typed.value, { cdm, vocabulary });
  if (!run.ok) return { error: run.error.message };
  const { rows, byEvent, byPerson } = run.value;
  return {
    rows: rows.map((row) => [row.person, formatDay(row.start), formatDay(row.end)]),
    // The peers write no inclusion statistics for a definition without rules.
    masks:
      typed.value.inclusionRules.length === 0
        ? []
        : [byEvent, byPerson].flatMap((report, mode) =>
            report.masks.map(({ mask, count }) => [mode, Number(mask), count]),
          ),
  };
}

function askPeer<Answer>(python: string, engine: string, definitions: NamedDefinition[]): Record<string, Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), "circe-"));
  const [input, output] = [path.join(folder, "in.json"), path.join(folder, "out.json")];
  writeFileSync(input, JSON.stringify(definitions));
  execFileSync(python, [path.join(import.meta.dirname, "circe_peer.py"), engine, input, sample, output]);
  const results: Record<string, Answer> = JSON.parse(readFileSync(output, "utf8"));
  rmSync(folder, { recursive: true });
  return results;
}

function importLoss({ definition }: NamedDefinition): string | null {
  const document = readCirce(definition);
  if (!document.ok) return document.error.message;
  if (document.value.unknown.length > 0)
    return `unknown: ${document.value.unknown.map((one) => one.pointer).join(", ")}`;
  if (!isDeepStrictEqual(writeCirce(document.value), definition)) return "written differently";
  const typed = toDefinition(document.value);
  if (!typed.ok) return typed.error.message;
  const again = readCirce(exportCirce(typed.value));
  const back = again.ok ? toDefinition(again.value) : again;
  return back.ok && isDeepStrictEqual(back.value, typed.value) ? null : "its export reads back differently";
}

const started = performance.now();
const ours = Object.fromEntries(
  Object.entries(groups).map(([group, list]) => [
    group,
    new Map(list.map(({ name, definition }) => [name, runOurs(definition)])),
  ]),
);
const oursSeconds = (performance.now() - started) / 1000;

const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
await loadCdm(connection, { ...omop.tables, ...omop.vocabulary });
const onDuckDb: string[] = [];
const duckStarted = performance.now();
for (const { name, definition } of Object.values(groups).flat()) {
  const document = readCirce(definition);
  const typed = document.ok ? toDefinition(document.value) : document;
  if (!typed.ok) continue;
  const [reference, compiled] = [
    runCohort(typed.value, { cdm, vocabulary }),
    await runCohortOnDuckDb(connection, typed.value),
  ];
  if (!isDeepStrictEqual(reference, compiled)) onDuckDb.push(name);
}
const duckSeconds = (performance.now() - duckStarted) / 1000;

const failures = published.flatMap((item) => {
  const outcome = ours.published?.get(item.name);
  const reason = importLoss(item) ?? (outcome !== undefined && "error" in outcome ? outcome.error : null);
  return reason === null ? [] : [{ phenotype: item.name, reason }];
});

const firstLine = (text: string): string => text.split("\n")[0] ?? "";
const nonEmpty = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && "rows" in outcome && outcome.rows.length > 0;
const byValue = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
const isSame = (a: Outcome, b: Outcome): boolean =>
  "rows" in a &&
  "rows" in b &&
  isDeepStrictEqual(byValue(a.rows), byValue(b.rows)) &&
  isDeepStrictEqual(byValue(a.masks), byValue(b.masks));

/** ohdsi-circepy writes SQL that does not run for many attributes, so it is asked about the phenotypes alone. */
const peerGroups = (engine: string) =>
  Object.entries(groups).filter(([group]) => engine === "duckcdm" || group !== "random");

const python = process.env.QINGHAO_PYTHON;
if (python === undefined) console.log("QINGHAO_PYTHON is not set: no comparison with the peers");
const comparison = Object.fromEntries(
  (python === undefined ? [] : ["duckcdm", "circepy"]).map((engine) => [
    engine,
    Object.fromEntries(
      peerGroups(engine).map(([group, list]) => {
        const peer = askPeer<Outcome>(python ?? "", engine, list);
        const judged = list.map(({ name }) => {
          const [mine, theirs] = [ours[group]?.get(name), peer[name]];
          if (mine === undefined || theirs === undefined) throw new Error(`${name} was not run`);
          return { name, mine, theirs, same: isSame(mine, theirs) };
        });
        return [
          group,
          {
            definitions: judged.length,
            equal: judged.filter((one) => one.same).length,
            nonEmptyCohorts: judged.filter((one) => nonEmpty(one.mine)).length,
            peerFailed: judged.flatMap(({ name, theirs }) =>
              "error" in theirs ? [`${name}: ${firstLine(theirs.error)}`] : [],
            ),
            different: judged.filter((one) => !one.same && "rows" in one.theirs).map((one) => one.name),
          },
        ];
      }),
    ),
  ]),
);

/** Definitions whose export makes the peer write other SQL than their source does. */
function exportedDifferently(path: string): Record<string, unknown> {
  const all = Object.entries(groups).flatMap(([group, list]) =>
    list.flatMap(({ name, definition }) => {
      const document = readCirce(definition);
      const typed = document.ok ? toDefinition(document.value) : document;
      return typed.ok ? [{ name: `${group} ${name}`, definition, exported: exportCirce(typed.value) }] : [];
    }),
  );
  const answers = Object.entries(askPeer<boolean | string>(path, "same-sql", all));
  return {
    definitions: answers.length,
    sameSql: answers.filter(([, same]) => same === true).length,
    peerFailed: answers.filter(([, same]) => typeof same === "string").map(([name]) => name),
    otherSql: answers.filter(([, same]) => same === false).map(([name]) => name),
  };
}
const exported = python === undefined ? {} : exportedDifferently(python);

const report = {
  note: "`refilled` are the published phenotypes with their concept sets refilled from the sample's own concepts (its CONCEPT_ANCESTOR is empty, so most published cohorts are empty). Compared: cohort rows and inclusion rule mask counts.",
  phenotypes: published.length,
  importedAndExecuted: (published.length - failures.length) / published.length,
  failures,
  definitions: Object.values(groups).flat().length,
  seconds: { inMemory: oursSeconds, onDuckDbAndInMemory: duckSeconds },
  differentOnDuckDb: onDuckDb,
  departures,
  comparison,
  exported,
};
console.log(JSON.stringify(report, null, 1));
writeBenchReport(import.meta.dirname, report, "circe");
const differences = Object.values(comparison).flatMap((peer) => Object.values(peer).flatMap((one) => one.different));
if (report.importedAndExecuted < 0.95 || differences.length > 0 || onDuckDb.length > 0) process.exitCode = 1;
