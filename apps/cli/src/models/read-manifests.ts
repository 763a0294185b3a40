import { type EndpointId, type Manifest, readManifest } from "@qinghao/properties";
import { weightsIndexSchema } from "@qinghao/properties/schema";
import { readWeights } from "../predict/weights.ts";

/** The manifests that a weights folder lists, by endpoint; none where there is no such folder. */
export async function readManifests(folder: string): Promise<Map<EndpointId, Manifest>> {
  const load = readWeights(folder);
  const text = await load("index.json").then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
  if (text === null) return new Map();
  const index = weightsIndexSchema.parse(JSON.parse(text));
  const manifests = await Promise.all(index.models.map(({ manifest, sha256 }) => readManifest(load, manifest, sha256)));
  return new Map(manifests.map((manifest) => [manifest.id, manifest]));
}
