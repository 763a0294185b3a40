import { join } from "node:path";
import {
  calibrationCurve,
  type Evaluation,
  errorBySimilarity,
  type LoadWeights,
  type Manifest,
  propertiesErrors,
  readEvaluation,
  readTrainingStructures,
} from "@qinghao/properties";
import { readLabelledRows } from "@qinghao/properties/node";
import { declarationOf } from "./endpoints.ts";
import { manifestOf, type Shelf } from "./model-registry.ts";
import type { EvaluationSet, ModelEvaluation } from "./schema.ts";
import { readWeights } from "./weights.ts";

/**
 * Predictions row by row with what they say about intervals and domain.
 * Throws `api.endpoint.unknown`, `properties.evaluation_missing`, `properties.weights_corrupt`.
 */
export async function readModelEvaluation(
  services: Shelf,
  endpoint: string,
  set: EvaluationSet,
): Promise<ModelEvaluation> {
  const manifest = await manifestOf(services, endpoint);
  if (manifest === undefined) throw propertiesErrors.create("evaluation_missing");
  const load = readWeights(services.env.weightsDir);
  const evaluation = await readEvaluation(load, manifest);
  const { test, heldOut, quantiles } = evaluation;
  const { level, quantile } = manifest.interval;
  const { minTanimoto } = manifest.domain;
  const isInside = (position: number) => test.similarity[position]! >= minTanimoto;
  const shown = set === "test" ? test : heldOut;
  const known =
    set === "test"
      ? await testStructures(services, manifest, evaluation)
      : { smiles: await trainingStructures(load, manifest, evaluation), name: null };
  return {
    endpoint: manifest.id,
    unit: manifest.unit,
    set,
    level,
    minTanimoto,
    rows: {
      row: shown.row.map((position) => position + 2),
      measured: shown.measured,
      value: shown.value,
      half: shown.expected.map((expected) => expected * quantile),
      similarity: shown.similarity,
      ...known,
    },
    coverage: {
      all: calibrationCurve(test, quantiles),
      inDomain: calibrationCurve(test, quantiles, isInside),
      outOfDomain: calibrationCurve(test, quantiles, (position) => !isInside(position)),
    },
    errorBySimilarity: { test: errorBySimilarity(test), heldOut: errorBySimilarity(heldOut) },
  };
}

type Known = Pick<ModelEvaluation["rows"], "smiles" | "name">;
const nothingKnown: Known = { smiles: null, name: null };

/** From the data set where it is here and is the one that was scored. */
async function testStructures({ env, log }: Shelf, manifest: Manifest, evaluation: Evaluation): Promise<Known> {
  if (env.benchmarkDir === undefined) return nothingKnown;
  const { folder } = declarationOf(manifest.id).evidence;
  try {
    const { rows, sha256 } = await readLabelledRows(join(env.benchmarkDir, folder, "test.csv"));
    if (sha256 !== manifest.dataset.sha256.test) return nothingKnown;
    const wanted = evaluation.test.row.map((position) => rows[position]!);
    return { smiles: wanted.map((row) => row.smiles), name: wanted.map((row) => row.id) };
  } catch (error) {
    log.warn({ err: error, benchmarkDir: env.benchmarkDir }, "the test set cannot be read");
    return nothingKnown;
  }
}

/** The weights hold the training structures for the nearest-neighbour reference. */
async function trainingStructures(load: LoadWeights, manifest: Manifest, { heldOut }: Evaluation) {
  const smiles = await readTrainingStructures(load, manifest);
  return smiles.length === heldOut.row.length ? smiles : null;
}
