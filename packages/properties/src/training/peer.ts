import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { propertiesErrors, reasonOf } from "../errors.ts";
import { type Manifest, type Peer, peerResultSchema } from "../schema.ts";
import { mean, standardDeviation } from "./metrics.ts";
import { peerSentence } from "./sentences.ts";

/** Where the peer's figure comes from: a file that the peer program wrote, or the program run now. */
export type PeerSource =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "run"; readonly python: string };

type DataHashes = Manifest["dataset"]["sha256"];

/** The peer program: LightGBM on the same files. */
const program = fileURLToPath(new URL("../../peer/peer_lightgbm.py", import.meta.url));

/**
 * The peer's figure on the data with these hashes.
 * @throws `properties.peer_unavailable` (no Python, or a package missing), `properties.peer_invalid`, `properties.peer_other_data`
 */
export async function obtainPeer(
  source: PeerSource,
  data: { readonly folder: string; readonly sha256: DataHashes },
  seeds: readonly number[],
  signal?: AbortSignal,
): Promise<Peer> {
  const name = source.kind === "file" ? source.path : "peer_lightgbm.py";
  const text =
    source.kind === "file" ? await readPeerFile(source.path) : await runPeer(source.python, data.folder, seeds, signal);
  const peer = parsePeer(text, name);
  if (peer.sha256.trainVal !== data.sha256.trainVal || peer.sha256.test !== data.sha256.test)
    throw propertiesErrors.create("peer_other_data", { path: name });
  return peer;
}

async function readPeerFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw propertiesErrors.create("peer_invalid", { path, reason: reasonOf(cause) }, cause);
  }
}

/** Minutes of one core; about 1 GiB of memory. */
async function runPeer(python: string, folder: string, seeds: readonly number[], signal?: AbortSignal) {
  const files = ["train_val.csv", "test.csv"].map((file) => join(folder, file));
  try {
    const { stdout } = await promisify(execFile)(python, [program, ...files, ...seeds.map(String)], { signal });
    return stdout;
  } catch (cause) {
    signal?.throwIfAborted();
    const lines = (cause as { stderr?: string }).stderr?.trim().split("\n") ?? [];
    throw propertiesErrors.create("peer_unavailable", { python, reason: lines.at(-1) || reasonOf(cause) }, cause);
  }
}

/** Checks what a peer program printed and adds mean and spread. */
function parsePeer(text: string, path: string): Peer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw propertiesErrors.create("peer_invalid", { path, reason: reasonOf(cause) }, cause);
  }
  const parsed = peerResultSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw propertiesErrors.create("peer_invalid", { path, reason: `${issue?.path.join(".")}: ${issue?.message}` });
  }
  const maes = parsed.data.perSeed.map(({ mae }) => mae);
  return { ...parsed.data, features: peerSentence(parsed.data), meanMae: mean(maes), sdMae: standardDeviation(maes) };
}
