// Exact similarity search over 1,000,000 Morgan fingerprints (2,048 bits) on one core, beside FPSim2 and chemfp's C core on the
// same fingerprints in the same run. QINGHAO_PYTHON names a Python with rdkit, FPSim2 and numpy; QINGHAO_CHEMFP the `src` folder of
// chemfp 1.6.1's source package (needs gcc). Without them only our own figures are measured, on random fingerprints.
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createRng } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { type FingerprintRows, type SearchOptions, SimilarityIndex } from "../src/index.ts";
import { loadSearchKernel } from "../src/node.ts";
import { type PeerReport, prepareFingerprints, runChemfp, runFpsim2, whyNoPeers } from "./similarity-peers.ts";

const size = Number(process.env.QINGHAO_BENCH_ROWS ?? 1_000_000);
const queryCount = 50;
const repeats = 5;
const python = process.env.QINGHAO_PYTHON ?? "python3";
const folder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "qinghao", "similarity-bench");
mkdirSync(folder, { recursive: true });

type Rate = { msPerQuery: number; millionPerSecond: number; millionPerCpuSecond: number; meanHits: number };

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function measure(index: SimilarityIndex, queries: readonly Uint8Array[], options: SearchOptions): Rate {
  const wall: number[] = [];
  const cpu: number[] = [];
  let hits = 0;
  // Once more than counted: the first compiles.
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const before = process.cpuUsage();
    const started = performance.now();
    hits = index.searchAll(queries, options).reduce((sum, { rows }) => sum + rows.length, 0);
    const { user, system } = process.cpuUsage(before);
    if (repeat === 0) continue;
    wall.push(performance.now() - started);
    cpu.push((user + system) / 1000);
  }
  const millions = (index.rows * queries.length) / 1e6;
  return {
    msPerQuery: median(wall) / queries.length,
    millionPerSecond: millions / (median(wall) / 1000),
    millionPerCpuSecond: millions / (median(cpu) / 1000),
    meanHits: hits / queries.length,
  };
}

/** The definition, for one query. */
function equalsFormula(
  { rows, bytes }: FingerprintRows,
  query: Uint8Array,
  index: SimilarityIndex,
  options: SearchOptions,
) {
  const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);
  const all: { row: number; similarity: number }[] = [];
  for (let row = 0; row < rows; row++) {
    let [both, either] = [0, 0];
    for (let i = 0; i < query.length; i++) {
      both += ones[bytes[row * query.length + i]! & query[i]!]!;
      either += ones[bytes[row * query.length + i]! | query[i]!]!;
    }
    const similarity = either === 0 ? 0 : both / either;
    if (similarity >= (options.threshold ?? 0)) all.push({ row, similarity });
  }
  all.sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  const expected = all.slice(0, options.limit);
  const found = index.search(query, options);
  return (
    found.rows.length === expected.length &&
    expected.every(({ row, similarity }, i) => found.rows[i] === row && found.similarities[i] === similarity)
  );
}

function randomFingerprints(rows: number): FingerprintRows {
  const rng = createRng(1);
  const bytes = new Uint8Array(rows * 256);
  for (let row = 0; row < rows; row++) {
    for (let set = 30 + rng.int(40); set > 0; set--) {
      const bit = Math.floor(2048 * rng.next() ** 3);
      bytes[row * 256 + (bit >> 3)]! |= 1 << (bit & 7);
    }
  }
  return { bits: 2048, rows, bytes };
}

const missing = whyNoPeers(python);
if (missing !== null) console.log(`without peers: ${missing}`);
const peers = { python, chemfpSource: process.env.QINGHAO_CHEMFP ?? null, folder };
const prepared = missing === null ? await prepareFingerprints(peers, size, queryCount) : null;
const fingerprints = prepared?.fingerprints ?? randomFingerprints(size);
const queryRows =
  prepared?.queryRows ?? Array.from({ length: queryCount }, (_, i) => i * Math.floor(size / queryCount));
const queries = queryRows.map((row) => fingerprints.bytes.slice(row * 256, (row + 1) * 256));

const searches: { name: string; options: SearchOptions; peer: { k: number; name: string } }[] = [
  { name: "top 10", options: { limit: 10 }, peer: { k: 10, name: "top10_threshold0" } },
  { name: "top 1000", options: { limit: 1000 }, peer: { k: 1000, name: "top1000_threshold0" } },
  { name: "top 10 from 0.7", options: { limit: 10, threshold: 0.7 }, peer: { k: 10, name: "top10_threshold0.7" } },
  { name: "all from 0.7", options: { threshold: 0.7 }, peer: { k: 10, name: "all_threshold0.7" } },
];

const started = performance.now();
const index = SimilarityIndex.of(await loadSearchKernel(), fingerprints);
const buildMs = performance.now() - started;
const isExact = searches.every(({ options }) => equalsFormula(fingerprints, queries[0]!, index, options));
if (!isExact) throw new Error("the hits are not those of the formula");

const chemfp = new Map<number, PeerReport | null>();
const fpsim2 = new Map<number, PeerReport | null>();
for (const k of [10, 1000]) {
  chemfp.set(k, prepared && runChemfp(peers, prepared.indexFile, queryCount, k));
  fpsim2.set(k, prepared && runFpsim2(peers, prepared.smilesFile, prepared.indexFile, queryCount, k));
}
console.log(`${index.rows.toLocaleString("en")} fingerprints, ${queryCount} queries; million compared per CPU second`);
console.log("search             ours   chemfp   FPSim2   ours / chemfp");
const results = searches.map(({ name, options, peer }) => {
  const ours = measure(index, queries, options);
  const [theirs, other] = [chemfp.get(peer.k)?.searches[peer.name], fpsim2.get(peer.k)?.searches[peer.name]];
  const ratio = theirs === undefined ? null : ours.millionPerCpuSecond / theirs.M_fps_per_cpu_s;
  const columns = [ours.millionPerCpuSecond, theirs?.M_fps_per_cpu_s, other?.M_fps_per_cpu_s, ratio ?? undefined];
  console.log(name.padEnd(16) + columns.map((value) => (value?.toFixed(1) ?? "–").padStart(9)).join(""));
  if (theirs !== undefined && Math.abs(theirs.mean_hits - ours.meanHits) > 0.05) {
    throw new Error(`chemfp finds ${theirs.mean_hits} hits per query, we ${ours.meanHits}`);
  }
  return { name, options, ours, chemfp: theirs, fpsim2: other, ratioToChemfpPerCpuSecond: ratio };
});
const report = {
  fingerprints: index.rows,
  source: prepared ? "screening library and analogues of it, Morgan radius 2" : "random bits",
  queries: queryCount,
  buildMs,
  limit:
    "A query reads one bit per fingerprint for each of the columns it adds, some 2 to 6 bytes instead of 256; what bounds it is the memory's bandwidth on those columns and five logic operations per 128 bits.",
  isExact,
  peers: [chemfp.get(10), fpsim2.get(10)].flatMap((peer) => (peer ? [`${peer.tool} ${peer.version}`] : [])),
  results,
};
writeBenchReport(fileURLToPath(new URL(".", import.meta.url)), report, "similarity");
