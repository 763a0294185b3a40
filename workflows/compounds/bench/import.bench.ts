/**
 * Rows per second from an uploaded file to stored compounds: read, parsed, standardised, InChIKey, descriptors, stored
 * in a real PostgreSQL (bar: 800 on 2 cores), each stage by itself, and the memory of the process.
 * Run: node bench/import.bench.ts [rows]. Without the shared library it enumerates molecules.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createMemoryStore } from "@qinghao/artifacts";
import { readRecords, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { createImport, createProject, createUpload, getImport, migrate, openDatabase, uploadKey } from "@qinghao/db";
import { enumerateSmiles, startTestPostgres, writeBenchReport } from "@qinghao/testing";
import { importRecords } from "../src/activities/import-records.ts";
import { createChemistryPool } from "../src/threads/chemistry-pool.ts";
import { standardiseRows } from "../src/threads/standardise-rows.ts";
import { makeId } from "../test/stage.ts";

const rows = Number(process.argv[2] ?? 10_000);
const library = fileURLToPath(
  new URL("../../../../shared/datasets/libraries/screening_library.tsv.gz", import.meta.url),
);
const hasLibrary = existsSync(library);
if (!hasLibrary) console.log("The shared screening library is absent: enumerated molecules are used instead.");
const lines = hasLibrary
  ? gunzipSync(await readFile(library))
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
  : enumerateSmiles(rows).map((smiles, i) => `${smiles}\tE${i}\tenumerated`);
const step = Math.max(1, Math.floor(lines.length / rows));
const sample = lines.filter((_, i) => i % step === 0).slice(0, rows);
const file = new TextEncoder().encode(["smiles\tid\tsource", ...sample].join("\n"));

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const stages: Record<string, { perSecond: number; perCpuSecond: number }> = {};
const report = (stage: string, count: number, wall: number, cpu: number) => {
  stages[stage] = { perSecond: Math.round(count / wall), perCpuSecond: Math.round(count / cpu) };
  console.log(
    `${stage.padEnd(44)}${Math.round(count / wall)
      .toString()
      .padStart(8)} rows/s wall${Math.round(count / cpu)
      .toString()
      .padStart(8)} rows per CPU-second`,
  );
};
async function measured<T>(stage: string, count: number, work: () => Promise<T> | T): Promise<T> {
  const [wall, cpu] = [performance.now(), cpuSeconds()];
  const result = await work();
  report(stage, count, (performance.now() - wall) / 1000, cpuSeconds() - cpu);
  return result;
}

const single = Math.min(rows, 2000);
const kit = await loadChemKit();
const texts = sample.slice(0, single).map((line) => line.split("\t")[0]!);
const tasks = texts.map((text, i) => ({ row: i + 1, line: i + 2, text, name: null, fields: {}, refused: null }));
standardiseRows(kit, tasks.slice(0, 300));
console.log(`${rows} rows, ${availableParallelism()} cores`);
await measured("one thread: parse", single, () => texts.map((text) => withMolecule(kit, text, () => 0)));
await measured("one thread: parse, InChIKey", single, () =>
  texts.map((text) => withMolecule(kit, text, (mol) => mol.inchikey)),
);
await measured("one thread: all chemistry of a row", single, () => standardiseRows(kit, tasks));
await measured("main thread: read the file", rows, async () => {
  const bytes = (async function* () {
    yield file;
  })();
  for await (const _record of readRecords(bytes, { fileName: "library.tsv" }));
});

const postgres = await startTestPostgres();
const db = openDatabase(await postgres.freshDatabase());
await migrate(db);
const artifacts = createMemoryStore();
const chemistry = createChemistryPool(availableParallelism());
await chemistry.toolkit(null, new AbortController().signal);
const imports: object[] = [];
const project = await createProject(db, { id: makeId("project"), name: "Bench" });
for (const time of ["import into an empty project", "import of the same file again"]) {
  const uploadId = makeId("upload");
  const { size, sha256 } = await artifacts.put(uploadKey(uploadId), file);
  await createUpload(db, { id: uploadId, fileName: "library.tsv", size, sha256 });
  const importId = makeId("import");
  await createImport(db, { id: importId, projectId: project.id as never, uploadId });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 200);
  await measured(time, rows, () =>
    importRecords({ db, artifacts, chemistry }, { importId }, new AbortController().signal),
  );
  clearInterval(watch);
  const { added, present, rejected } = await getImport(db, importId);
  imports.push({ time, added, present, rejected, peakMebibytes: Math.round(peak / 2 ** 20) });
  console.log(
    `  added ${added}, present ${present}, rejected ${rejected}; peak memory ${Math.round(peak / 2 ** 20)} MiB`,
  );
}
writeBenchReport(import.meta.dirname, { rows, bar: "800 rows/s on 2 cores", stages, imports });
await chemistry.close();
await db.close();
await postgres.stop();
process.exit(0);
