import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadChemKit } from "@qinghao/chemistry/node";
import { openBackend } from "@qinghao/compute/node";
import { type EndpointId, endpoints } from "../endpoints/registry.ts";
import { featureVersion } from "../featurize/featurise.ts";
import { assembleModel } from "../model/open-models.ts";
import { packModel, unpackModel } from "../model/property-model.ts";
import { decodeTensors, encodeTensors } from "../model/tensor-file.ts";
import { type Evaluation, type Manifest, type WeightsIndex, weightsIndexSchema } from "../schema.ts";
import { type Dataset, readDataset } from "./dataset.ts";
import { fitModel } from "./fit-model.ts";
import { obtainPeer, type PeerSource } from "./peer.ts";
import { scoreTest } from "./score-test.ts";
import { weightsLicenceSentence } from "./sentences.ts";

export type TrainingProgress = { readonly stage: string; readonly done: number; readonly total: number };

export type TrainOptions = {
  readonly endpoint: EndpointId;
  /** Folder of the TDC benchmark group, or of the endpoint's own train_val.csv and test.csv. */
  readonly dataDir: string;
  /** Weights folder: `<outDir>/<endpoint>/<version>/` is written, `<outDir>/index.json` brought up to date. */
  readonly outDir: string;
  /** Default 1 to 5. */
  readonly seeds?: readonly number[];
  readonly version?: string;
  /** Recorded in the manifest. */
  readonly commit?: string;
  readonly command?: string;
  readonly now?: () => Date;
  /** Where the figure of a peer comes from; none without. */
  readonly peer?: PeerSource;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrainingProgress) => void;
};

/**
 * Trains a model: chooses by scaffold-grouped cross-validation on train_val, fits on all of it, calibrates the interval
 * on held-out residuals, scores the test set once, and writes weights, predictions row by row and manifest.
 * @throws `properties.dataset_missing`, `properties.dataset_invalid`, `properties.peer_unavailable`, `properties.peer_invalid`,
 * `properties.peer_other_data`; the signal's reason when aborted
 */
export async function trainEndpoint(options: TrainOptions): Promise<Manifest> {
  const { endpoint, outDir, seeds = [1, 2, 3, 4, 5], version = "1", onProgress = () => {} } = options;
  const now = options.now ?? (() => new Date());
  const declaration = endpoints.find((one) => one.id === endpoint)!;
  const data = await readEndpointData(options.dataDir, declaration.evidence.folder);
  if (options.peer?.kind === "run") onProgress({ stage: "peer", done: 0, total: 1 });
  const peer = options.peer === undefined ? null : await obtainPeer(options.peer, data, seeds, options.signal);
  const started = now().getTime();
  const kit = await loadChemKit();
  const fitted = await fitModel(kit, declaration, data.trainVal, seeds, onProgress, options.signal);
  const tensors = encodeTensors(packModel(fitted.parts));
  const weights = { role: "weights", path: "model.bin.gz", bytes: gzipSync(tensors, { level: 9 }) } as const;
  const draft: Manifest = {
    schema: 2,
    id: endpoint,
    version,
    unit: declaration.unit,
    featureVersion,
    created: now().toISOString(),
    commit: options.commit ?? "unknown",
    command:
      options.command ??
      [
        `qinghao models train ${endpoint} --data <tdc_admet_group> -o <weights> --seeds ${seeds.join(",")} --version ${version}`,
        ...(options.peer === undefined ? [] : [options.peer.kind === "run" ? "--with-peer" : "--peer <peer.json>"]),
      ].join(" "),
    trainingSeconds: 0,
    toolkit: { rdkit: kit.version, node: process.version },
    dataset: {
      id: declaration.evidence.dataset,
      source: "Therapeutics Data Commons, ADMET benchmark group",
      citation: declaration.evidence.citation,
      licence: declaration.evidence.licence,
      split: declaration.evidence.split,
      trainRows: data.trainVal.length,
      testRows: data.test.length,
      sha256: data.sha256,
    },
    ...fitted.manifest,
    test: { perSeed: [], meanMae: 0, sdMae: 0, ensemble: emptyTest },
    peer,
    licence: weightsLicenceSentence(declaration.evidence.licence),
    files: [],
  };
  onProgress({ stage: "test", done: 0, total: data.test.length });
  const backend = await openBackend("wasm");
  try {
    // Scored from the bytes that are shipped, not from what training holds in memory.
    const shipped = unpackModel(decodeTensors(tensors), draft.model.kernel, seeds.length);
    const { test, rows } = await scoreTest(assembleModel(draft, shipped), kit, backend, data.test);
    const evaluation: Evaluation = { schema: 1, id: endpoint, version, ...fitted.evaluation, test: rows };
    const files = [
      weights,
      {
        role: "evaluation",
        path: "evaluation.json.gz",
        bytes: gzipSync(JSON.stringify(evaluation), { level: 9 }),
      } as const,
    ];
    const trainingSeconds = Math.round((now().getTime() - started) / 1000);
    const manifest: Manifest = {
      ...draft,
      trainingSeconds,
      test,
      files: files.map(({ role, path, bytes }) => ({
        role,
        path,
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })),
    };
    await writeWeights(outDir, manifest, files);
    onProgress({ stage: "done", done: 1, total: 1 });
    return manifest;
  } finally {
    await backend.dispose();
  }
}

const noRows = { n: 0, mae: 0, coverage: 0 };
const emptyTest = {
  n: 0,
  mae: { value: 0, lo: 0, hi: 0 },
  rmse: 0,
  r2: 0,
  spearman: 0,
  coverage: 0,
  meanWidth: 0,
  inDomain: noRows,
  outOfDomain: noRows,
  unreadable: [],
};

/** The endpoint's data, whether the folder given is the benchmark group's or the endpoint's own. */
export async function readEndpointData(dataDir: string, inGroup: string): Promise<Dataset & { folder: string }> {
  const folder = existsSync(join(dataDir, inGroup)) ? join(dataDir, inGroup) : dataDir;
  return { ...(await readDataset(folder)), folder };
}

async function writeWeights(
  outDir: string,
  manifest: Manifest,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  const folder = join(outDir, manifest.id, manifest.version);
  await mkdir(folder, { recursive: true });
  for (const { path, bytes } of files) await writeFile(join(folder, path), bytes);
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, "manifest.json"), text);
  const indexPath = join(outDir, "index.json");
  const present: WeightsIndex = await readFile(indexPath, "utf8").then(
    (json) => weightsIndexSchema.parse(JSON.parse(json)),
    () => ({ schema: 1, models: [] }),
  );
  const entry = {
    id: manifest.id,
    version: manifest.version,
    manifest: `${manifest.id}/${manifest.version}/manifest.json`,
    sha256: createHash("sha256").update(text).digest("hex"),
  };
  const models = [...present.models.filter(({ id }) => id !== manifest.id), entry].sort((a, b) =>
    a.id.localeCompare(b.id),
  );
  await writeFile(indexPath, `${JSON.stringify({ schema: 1, models }, null, 2)}\n`);
}
