import { endpoints } from "@qinghao/properties";
import { type Manifest, manifestSchema, weightsIndexSchema } from "@qinghao/properties/schema";
import { z } from "zod";
import { declarationOf } from "./endpoints.ts";
import type { ApiEnv } from "./env.ts";
import type { ModelDetail, ModelView } from "./schema.ts";
import type { Services } from "./services.ts";
import { readWeights } from "./weights.ts";

type Declaration = (typeof endpoints)[number];
export type Shelf = { readonly env: Pick<ApiEnv, "weightsDir" | "benchmarkDir">; readonly log: Services["log"] };

/** Every declared model, with what was measured of it where its weights are here. */
export async function listModels(services: Shelf): Promise<ModelView[]> {
  const manifests = await readManifests(services);
  return endpoints.map((declaration) => modelView(declaration, manifests.get(declaration.id)));
}

/** One model with its declaration and manifest. Throws `api.endpoint.unknown`. */
export async function getModel(services: Shelf, endpoint: string): Promise<ModelDetail> {
  const declaration = declarationOf(endpoint);
  const manifest = (await readManifests(services)).get(declaration.id);
  return {
    ...modelView(declaration, manifest),
    declaration: plainJson(declaration),
    manifest: manifest === undefined ? null : plainJson(manifest),
  };
}

function modelView(declaration: Declaration, manifest: Manifest | undefined): ModelView {
  const { id, name, description, unit, plausible, interval } = declaration;
  return {
    endpoint: id,
    name,
    description,
    unit,
    plausible: [...plausible],
    version: manifest?.version ?? null,
    available: manifest !== undefined,
    intervalLevel: interval.level,
    metrics: manifest === undefined ? [] : metricsOf(manifest),
  };
}

/** The manifest of an endpoint's weights; undefined where there are none. Throws `api.endpoint.unknown`. */
export async function manifestOf(services: Shelf, endpoint: string): Promise<Manifest | undefined> {
  return (await readManifests(services)).get(declarationOf(endpoint).id);
}

/** On the test set, which no choice was made on. */
function metricsOf({ test: { ensemble } }: Manifest): ModelView["metrics"] {
  const { mae, rmse, r2, spearman, coverage } = ensemble;
  const plain = Object.entries({ rmse, r2, spearman, coverage });
  return [{ name: "mae", ...mae }, ...plain.map(([name, value]) => ({ name, value, lo: null, hi: null }))];
}

/** The manifests that the weights folder lists, by endpoint; none where there is no folder. */
async function readManifests({ env, log }: Shelf): Promise<Map<string, Manifest>> {
  const load = readWeights(env.weightsDir);
  const found = new Map<string, Manifest>();
  try {
    const index = weightsIndexSchema.parse(await readJson(load, "index.json"));
    for (const { id, manifest } of index.models) found.set(id, manifestSchema.parse(await readJson(load, manifest)));
  } catch (error) {
    log.warn({ err: error, weightsDir: env.weightsDir }, "the weights cannot be listed");
  }
  return found;
}

const readJson = async (load: (path: string) => Promise<Uint8Array>, path: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await load(path)));

const jsonObject = z.record(z.string(), z.json());
const plainJson = (value: object) => jsonObject.parse(JSON.parse(JSON.stringify(value)));
