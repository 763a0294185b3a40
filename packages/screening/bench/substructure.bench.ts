// Substructure search over the 273,137 molecules of the shared screening library on two threads, once the index is warm: time
// to the first hits, of the whole scan, and until a search that is called off has ended. QINGHAO_LIBRARY names a library that was
// built from it before; otherwise one is built in the cache first, which takes minutes.
import { createReadStream, existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readRecords } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import { buildLibrary, LibraryFile, openSubstructureSearch, type SubstructureSearch } from "../src/node.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const source = path.resolve(here, "../../../../shared/datasets/libraries/screening_library.tsv.gz");
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "qinghao");
const file = process.env.QINGHAO_LIBRARY ?? path.join(cache, "screening_library.qlib");

const patterns = {
  "benzene ring": "c1ccccc1",
  "any nitrogen": "[#7]",
  indole: "c1ccc2[nH]ccc2c1",
  "carboxylic acid": "[CX3](=O)[OX2H1]",
  sulfonamide: "S(=O)(=O)[NX3;H2,H1;!$(NC=O)]",
  "primary aniline": "[$([NX3;H2]-c)]",
  "beta-lactam": "O=C1CCN1",
  steroid: "C1CCC2C(C1)CCC1C2CCC2CCCC12",
  "no such element": "[Xe]",
};
const repeats = 3;

type Run = { matches: number; firstHitsMs: number | null; wholeMs: number; cpuMs: number };

async function scan(search: SubstructureSearch, smarts: string): Promise<Run> {
  const before = process.cpuUsage();
  const started = performance.now();
  let firstHitsMs: number | null = null;
  let matches = 0;
  for await (const rows of search.search(smarts)) {
    firstHitsMs ??= performance.now() - started;
    matches += rows.length;
  }
  const { user, system } = process.cpuUsage(before);
  return { matches, firstHitsMs, wholeMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}

async function cancelMs(search: SubstructureSearch, smarts: string): Promise<number> {
  const stop = new AbortController();
  const running = search.search(smarts, stop.signal);
  await running.next();
  const started = performance.now();
  stop.abort();
  const ended = await running.next().then(
    ({ done }) => done === true,
    () => true,
  );
  if (!ended) throw new Error("the search went on");
  return performance.now() - started;
}

if (!existsSync(file) && !existsSync(source)) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}
if (!existsSync(file)) {
  console.log(`building ${file}`);
  const records = readRecords(createReadStream(source), { fileName: source });
  await buildLibrary(records, file, { threads: 2 });
}
const kit = await loadChemKit();
using library = LibraryFile.open(file);
const opened = performance.now();
await using search = await openSubstructureSearch(library, kit, { threads: 2 });
const openMs = performance.now() - opened;
for (const smarts of Object.values(patterns)) await scan(search, smarts);

console.log(`${library.rows.toLocaleString("en")} molecules, 2 threads`);
console.log("pattern             matches  first ms  whole ms    CPU ms");
const results = [];
for (const [name, smarts] of Object.entries(patterns)) {
  const runs: Run[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) runs.push(await scan(search, smarts));
  const best = runs.toSorted((a, b) => a.cpuMs - b.cpuMs)[0]!;
  const cells = [best.matches, best.firstHitsMs?.toFixed(1) ?? "–", best.wholeMs.toFixed(0), best.cpuMs.toFixed(0)];
  console.log(name.padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join(""));
  results.push({ name, smarts, ...best });
}
const cancelledMs = await cancelMs(search, patterns["any nitrogen"]);
console.log(`called off after ${cancelledMs.toFixed(1)} ms`);
writeBenchReport(
  here,
  { rows: library.rows, failedRows: library.failedRows, threads: 2, openMs, cancelledMs, results },
  "substructure",
);
