import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { analogueLibrary } from "./analogue-library.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const shared = path.resolve(here, "../../../../shared");
const libraryFile = path.join(shared, "datasets/libraries/screening_library.tsv.gz");

export type PeerSearch = {
  readonly ms_per_query: number;
  readonly M_fps_per_s: number;
  readonly M_fps_per_cpu_s: number;
  readonly mean_hits: number;
};
export type PeerReport = {
  readonly tool: string;
  readonly version: string;
  readonly searches: Readonly<Record<string, PeerSearch>>;
};

/** What the peers need: a Python with FPSim2, the sources of chemfp's C core, a folder for files. */
export type Peers = { readonly python: string; readonly chemfpSource: string | null; readonly folder: string };

/** What is missing to run the bench with peers; null when nothing is. */
export function whyNoPeers(python: string): string | null {
  if (!existsSync(libraryFile)) return "../shared/datasets is not here";
  try {
    execFileSync(python, ["-c", "import FPSim2"], { stdio: "ignore" });
    return null;
  } catch {
    return `${python} has no FPSim2 (set QINGHAO_PYTHON to a Python with rdkit and FPSim2)`;
  }
}

function runPython<T>(peers: Peers, program: string, args: readonly string[]): T {
  const out = execFileSync(peers.python, [program, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(out.trim().split("\n").at(-1)!) as T;
}

/** The fingerprints of `size` molecules, as FPSim2 made and stored them, and the rows to search for. */
export async function prepareFingerprints(peers: Peers, size: number, queries: number) {
  const smilesFile = path.join(peers.folder, `library-${size}.smi`);
  const indexFile = path.join(peers.folder, `library-${size}.h5`);
  const packedFile = path.join(peers.folder, `library-${size}.bin`);
  if (!existsSync(smilesFile)) await writeLibrary(smilesFile, size);
  if (!existsSync(indexFile)) {
    const args = [smilesFile, "--check", "0", "--queries", "1", "--repeats", "1", "--index", indexFile];
    runPython(peers, path.join(shared, "peers/fpsim2_search.py"), args);
  }
  const args = [indexFile, packedFile, "--queries", String(queries)];
  const { rows, queries: queryRows } = runPython<{ rows: number; queries: number[] }>(
    peers,
    path.join(here, "export_fingerprints.py"),
    args,
  );
  const bytes = new Uint8Array(readFileSync(packedFile));
  if (statSync(packedFile).size !== rows * 256) throw new Error(`${packedFile} is not complete`);
  return { fingerprints: { bits: 2048, rows, bytes }, queryRows, indexFile, smilesFile };
}

async function writeLibrary(file: string, size: number): Promise<void> {
  const lines = gunzipSync(readFileSync(libraryFile)).toString("utf8").trimEnd().split("\n").slice(1);
  const molecules = lines.map((line) => line.split("\t", 1)[0]!);
  const out = createWriteStream(file);
  let row = 0;
  for (const smiles of analogueLibrary(molecules, size, 6)) out.write(`${smiles} ${row++}\n`);
  await new Promise<void>((resolve, reject) => out.end((error?: Error | null) => (error ? reject(error) : resolve())));
}

export function runFpsim2(peers: Peers, smilesFile: string, indexFile: string, queries: number, k: number): PeerReport {
  const args = [smilesFile, "--index", indexFile, "--check", "0", "--queries", String(queries), "--k", String(k)];
  return runPython(peers, path.join(shared, "peers/fpsim2_search.py"), args);
}

export function runChemfp(peers: Peers, indexFile: string, queries: number, k: number): PeerReport | null {
  if (peers.chemfpSource === null) return null;
  const args = [peers.chemfpSource, indexFile, "--queries", String(queries), "--k", String(k)];
  return runPython(peers, path.join(shared, "peers/chemfp_core_search.py"), args);
}
