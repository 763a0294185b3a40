import { propertiesErrors } from "../errors.ts";
import { type Evaluation, evaluationSchema, type Manifest } from "../schema.ts";
import { gunzip } from "./gunzip.ts";
import { type LoadWeights, readChecked, weightsPath } from "./open-models.ts";
import { decodeTensors, takeTensor } from "./tensor-file.ts";

/**
 * The predictions row by row that lie beside the weights.
 * @throws `properties.evaluation_missing`, `properties.weights_missing`, `properties.weights_corrupt`, `properties.weights_invalid`
 */
export async function readEvaluation(load: LoadWeights, manifest: Manifest): Promise<Evaluation> {
  const file = manifest.files.find(({ role }) => role === "evaluation");
  if (file === undefined) throw propertiesErrors.create("evaluation_missing");
  const path = weightsPath(manifest, file.path);
  const bytes = await gunzip(await readChecked(load, path, file.sha256));
  const parsed = evaluationSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success)
    throw propertiesErrors.create("weights_invalid", { reason: `${path}: ${parsed.error.issues[0]?.message ?? ""}` });
  return parsed.data;
}

/** Parents of the training molecules, in the order of the rows of `Evaluation.heldOut`. */
export async function readTrainingStructures(load: LoadWeights, manifest: Manifest): Promise<string[]> {
  const file = manifest.files.find(({ role }) => role === "weights")!;
  const tensors = decodeTensors(await gunzip(await readChecked(load, weightsPath(manifest, file.path), file.sha256)));
  return new TextDecoder().decode(takeTensor(tensors, "training.smiles", "u8")).split("\n");
}
