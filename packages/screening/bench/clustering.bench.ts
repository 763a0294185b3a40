// Clustering of 100,000 molecules of the shared library (Morgan, 2,048 bits) on one core, beside RDKit's LeaderPicker on the same
// fingerprints, and beside its Butina.ClusterData on the first 5,000, whose distances it holds in memory. QINGHAO_PYTHON names a
// Python with rdkit and numpy; the bench needs it for the fingerprints.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeBenchReport } from "@qinghao/testing";
import { type Clusters, clusterFingerprints, clusterHits, type FingerprintRows } from "../src/index.ts";
import { loadSearchKernel } from "../src/node.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const library = path.join(here, "../../../../shared/datasets/libraries/screening_library.tsv.gz");
const python = process.env.QINGHAO_PYTHON ?? "python3";
const rows = 100_000;
const peerRows = 5_000;
const pageRows = 50_000;
if (!existsSync(library)) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}

type PeerPart = { rows: number; clusters: number; cpuSeconds: number };
type Peer = { release: string; butina: PeerPart; leader: PeerPart };

function peer<T>(args: readonly string[]): T {
  const out = execFileSync(python, [path.join(here, "clustering_peer.py"), ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out.trim().split("\n").at(-1)!) as T;
}

async function timed(make: () => Clusters | Promise<Clusters>) {
  const before = process.cpuUsage();
  const { centroids, sizes } = await make();
  const { user, system } = process.cpuUsage(before);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return { clusters: centroids.length, largest, cpuSeconds: (user + system) / 1e6 };
}

const folder = mkdtempSync(path.join(tmpdir(), "qinghao-clustering-"));
try {
  const file = path.join(folder, "morgan.bin");
  peer(["prepare", library, String(rows), file]);
  const bytes = new Uint8Array(readFileSync(file));
  const all: FingerprintRows = { bits: 2048, rows: bytes.length / 256, bytes };
  const part = (count: number): FingerprintRows => ({ bits: 2048, rows: count, bytes: bytes.subarray(0, count * 256) });
  const results = [];
  for (const threshold of [0.35, 0.5, 0.65]) {
    const with_ = async (fingerprints: FingerprintRows, method: "butina" | "recounted" | "sphere-exclusion") => {
      const kernel = await loadSearchKernel();
      const kind = method === "sphere-exclusion" ? ({ kind: method } as const) : ({ kind: "butina" } as const);
      return timed(() =>
        clusterFingerprints(kernel, fingerprints, {
          method: kind.kind === "butina" ? { ...kind, recount: method === "recounted" } : kind,
          threshold,
        }),
      );
    };
    const result = {
      threshold,
      butina: await with_(all, "butina"),
      butinaRecounted: await with_(all, "recounted"),
      sphereExclusion: await with_(all, "sphere-exclusion"),
      butinaOfFirst: { rows: peerRows, ...(await with_(part(peerRows), "butina")) },
      clusterHits: { rows: pageRows, ...(await timed(() => clusterHits(part(pageRows), threshold))) },
      rdkit: peer<Peer>(["cluster", file, String(peerRows), String(threshold)]),
    };
    console.log(JSON.stringify(result));
    results.push(result);
  }
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  writeBenchReport(here, { rows: all.rows, peakMegabytes, results }, "clustering");
} finally {
  rmSync(folder, { recursive: true });
}
