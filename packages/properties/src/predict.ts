import type { ChemKit } from "@qinghao/chemistry";
import type { Backend } from "@qinghao/compute";
import { toWireError } from "@qinghao/kernel";
import type { EndpointId } from "./endpoints/registry.ts";
import { propertiesErrors } from "./errors.ts";
import { type Features, featurise } from "./featurize/featurise.ts";
import { type Evaluated, evaluate } from "./model/evaluate.ts";
import type { ModelSet, OpenModel } from "./model/open-models.ts";
import type { Prediction, PredictionRow } from "./schema.ts";

export type PredictOptions = {
  /** Default: every endpoint that is open. */
  readonly endpoints?: readonly EndpointId[];
  /** Nearest training molecules given with each value; default 3, at most 5. */
  readonly nearest?: number;
  readonly signal?: AbortSignal;
};

/** Molecules featurised between two looks at the signal. */
const stride = 32;

/**
 * Predicts every endpoint for every structure; one row per input, in order. A structure that cannot be read gives a
 * row with the reason. Structures are standardised first, so that registered and raw forms get the same value.
 * @throws `properties.endpoint_unknown`, `properties.cancelled`
 */
export async function predict(
  models: ModelSet,
  kit: ChemKit,
  backend: Backend,
  smiles: readonly string[],
  options: PredictOptions = {},
): Promise<PredictionRow[]> {
  const wanted = (options.endpoints ?? [...models.models.keys()]).map((endpoint) => models.get(endpoint));
  const rows: PredictionRow[] = [];
  const readable: Features[] = [];
  const positions: number[] = [];
  for (const [position, text] of smiles.entries()) {
    if (position % stride === 0 && options.signal?.aborted) throw propertiesErrors.create("cancelled");
    const features = featurise(kit, text);
    if (features.ok) {
      readable.push(features.value);
      positions.push(position);
      rows.push({ smiles: text, ok: true, values: {} });
    } else rows.push({ smiles: text, ok: false, error: toWireError(features.error) });
  }
  if (readable.length === 0) return rows;
  for (const model of wanted) {
    if (options.signal?.aborted) throw propertiesErrors.create("cancelled");
    const evaluated = await evaluate(model, backend, readable);
    evaluated.forEach((one, i) => {
      const row = rows[positions[i]!]!;
      if (row.ok) row.values[model.declaration.id] = toPrediction(model, one, options.nearest ?? 3);
    });
  }
  return rows;
}

function toPrediction(model: OpenModel, one: Evaluated, nearest: number): Prediction {
  const { training } = model.parts;
  const similarity = one.neighbours[0]?.similarity ?? 0;
  return {
    value: one.value,
    lo: one.value - one.half,
    hi: one.value + one.half,
    level: model.manifest.interval.level,
    inDomain: similarity >= model.manifest.domain.minTanimoto,
    similarity,
    nearest: one.neighbours.slice(0, nearest).map((neighbour) => ({
      smiles: training.smiles[neighbour.row]!,
      similarity: neighbour.similarity,
      measured: training.measured[neighbour.row]!,
    })),
    modelVersion: model.manifest.version,
  };
}
