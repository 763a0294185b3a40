import type { Backend } from "@qinghao/compute";
import { createScorer, type Scorer } from "../boosting/quick-scorer.ts";
import { type EndpointId, endpointIds, endpoints } from "../endpoints/registry.ts";
import { propertiesErrors, reasonOf } from "../errors.ts";
import { featureVersion, fingerprintOptions } from "../featurize/featurise.ts";
import { type LoadedKernel, loadKernel } from "../kernel-machine/run-kernel.ts";
import { type Manifest, manifestSchema, weightsIndexSchema } from "../schema.ts";
import { NeighbourIndex } from "../similarity/neighbour-index.ts";
import { gunzip } from "./gunzip.ts";
import { type PropertyModel, unpackModel } from "./property-model.ts";
import { decodeTensors } from "./tensor-file.ts";

/** Reads one file below the weights folder, such as "aqueous-solubility/1/manifest.json". */
export type LoadWeights = (path: string) => Promise<Uint8Array>;

/** One endpoint, ready to predict. */
export type OpenModel = {
  readonly declaration: (typeof endpoints)[number];
  readonly manifest: Manifest;
  readonly parts: PropertyModel;
  readonly neighbours: NeighbourIndex;
  /** One per seed. */
  readonly boosting: readonly Scorer[];
  readonly difficulty: Scorer;
  /** The kernel machine on a backend; uploaded on first use. */
  kernelOn(backend: Backend): Promise<LoadedKernel>;
};

export type ModelSet = {
  readonly models: ReadonlyMap<EndpointId, OpenModel>;
  /** The model of an endpoint. @throws `properties.endpoint_unknown` */
  get(endpoint: EndpointId): OpenModel;
};

/**
 * Opens every model that the weights folder's index lists, or the endpoints asked for.
 * @throws `properties.weights_missing`, `properties.weights_corrupt` (checksum), `properties.weights_invalid`
 */
export async function openModels(load: LoadWeights, wanted?: readonly EndpointId[]): Promise<ModelSet> {
  const index = weightsIndexSchema.parse(JSON.parse(new TextDecoder().decode(await read(load, "index.json"))));
  const models = new Map<EndpointId, OpenModel>();
  for (const { id, manifest: path, sha256 } of index.models) {
    const endpoint = endpointIds.find((known) => known === id);
    if (endpoint === undefined || (wanted !== undefined && !wanted.includes(endpoint))) continue;
    models.set(endpoint, await openModel(load, path, sha256));
  }
  return {
    models,
    get: (endpoint) => {
      const model = models.get(endpoint);
      if (model === undefined)
        throw propertiesErrors.create("endpoint_unknown", { endpoint, known: [...models.keys()].join(", ") });
      return model;
    },
  };
}

/** Reads and checks a manifest without its weights. */
export async function readManifest(load: LoadWeights, path: string, sha256?: string): Promise<Manifest> {
  const bytes = sha256 === undefined ? await read(load, path) : await readChecked(load, path, sha256);
  const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success)
    throw propertiesErrors.create("weights_invalid", { reason: `${path}: ${parsed.error.issues[0]?.message ?? ""}` });
  return parsed.data;
}

async function openModel(load: LoadWeights, path: string, sha256: string): Promise<OpenModel> {
  const manifest = await readManifest(load, path, sha256);
  if (manifest.featureVersion !== featureVersion)
    throw propertiesErrors.create("weights_invalid", {
      reason: `${path} was trained on feature version ${manifest.featureVersion}, this release has ${featureVersion}`,
    });
  const file = manifest.files.find(({ role }) => role === "weights");
  if (file === undefined) throw propertiesErrors.create("weights_invalid", { reason: `${path} names no weights` });
  const bytes = await readChecked(load, weightsPath(manifest, file.path), file.sha256);
  const parts = unpackModel(decodeTensors(await gunzip(bytes)), manifest.model.kernel, manifest.model.seeds.length);
  return assembleModel(manifest, parts);
}

export function assembleModel(manifest: Manifest, parts: PropertyModel): OpenModel {
  const declaration = endpoints.find((endpoint) => endpoint.id === manifest.id)!;
  const loaded = new WeakMap<Backend, Promise<LoadedKernel>>();
  return {
    declaration,
    manifest,
    parts,
    neighbours: new NeighbourIndex(parts.training.bits, fingerprintOptions.bits),
    boosting: parts.boosting.map(createScorer),
    difficulty: createScorer(parts.difficulty),
    kernelOn: (backend) => {
      const present = loaded.get(backend);
      if (present !== undefined) return present;
      const kernel = loadKernel(backend, parts.kernel);
      loaded.set(backend, kernel);
      return kernel;
    },
  };
}

async function read(load: LoadWeights, path: string): Promise<Uint8Array> {
  try {
    return await load(path);
  } catch (cause) {
    throw propertiesErrors.create("weights_missing", { path, reason: reasonOf(cause) }, cause);
  }
}

/** Path of a model's file below the weights folder. */
export const weightsPath = ({ id, version }: Pick<Manifest, "id" | "version">, file: string): string =>
  `${id}/${version}/${file}`;

/** Reads a file and compares its checksum. @throws `properties.weights_missing`, `properties.weights_corrupt` */
export async function readChecked(load: LoadWeights, path: string, expected: string): Promise<Uint8Array> {
  const bytes = await read(load, path);
  if ((await sha256Hex(bytes)) !== expected) throw propertiesErrors.create("weights_corrupt", { path });
  return bytes;
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
