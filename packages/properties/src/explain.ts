import type { ChemKit } from "@qinghao/chemistry";
import type { Backend } from "@qinghao/compute";
import { err, mapOk, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import type { EndpointId } from "./endpoints/registry.ts";
import { propertiesErrors } from "./errors.ts";
import { graphDescriptors } from "./featurize/descriptors.ts";
import { type Features, featurise } from "./featurize/featurise.ts";
import { withoutAtom } from "./featurize/mol-graph.ts";
import { blendValues, toMatrix } from "./model/evaluate.ts";
import type { ModelSet } from "./model/open-models.ts";

export type Explanation = {
  /** SMILES whose atom order `atoms` follows: the text given, or the standardised parent where that differs. */
  readonly smiles: string;
  readonly value: number;
  /** Mean measured value of the training molecules: what is said before anything is known of the molecule. */
  readonly base: number;
  /** Contribution of each atom, in the endpoint's unit. */
  readonly atoms: Float64Array;
  /** value - base - sum of the atoms: what no single atom carries (size, rings as a whole, interactions). */
  readonly unexplained: number;
  readonly unit: string;
  readonly method: string;
};

const method =
  "occlusion: value with the atom less value without it (bonds capped by hydrogens, all descriptors computed again)";

/** Beyond, one featurisation per atom takes too long to wait for. */
const atomLimit = 250;

/**
 * What each atom contributes to a prediction.
 * Source of the method: Polishchuk, Kuz'min et al. 2013, doi 10.1002/minf.201300029 (fragment contributions by removal).
 * Cost: one featurisation and one prediction per atom.
 */
export async function explain(
  models: ModelSet,
  kit: ChemKit,
  backend: Backend,
  smiles: string,
  endpoint: EndpointId,
): Promise<Result<Explanation, QinghaoError>> {
  const model = models.get(endpoint);
  const given = parentFeatures(kit, smiles);
  if (!given.ok) return given;
  const { text, features } = given.value;
  const atomCount = features.graph.n;
  if (atomCount > atomLimit)
    return err(propertiesErrors.create("explain_too_large", { atoms: atomCount, limit: atomLimit }));
  const form = features.descriptors.slice(graphDescriptors(features.graph).length);
  const rows = [features.descriptors];
  for (let atom = 0; atom < features.graph.n; atom++) {
    const row = new Float32Array(features.descriptors.length);
    const reduced = graphDescriptors(withoutAtom(features.graph, atom));
    row.set(reduced);
    row.set(form, reduced.length);
    rows.push(row);
  }
  const { value: values } = await blendValues(model, backend, toMatrix(rows));
  const value = values[0]!;
  const alone = features.graph.n === 1;
  const { measured } = model.parts.training;
  let base = 0;
  for (const one of measured) base += one / measured.length;
  const atoms = Float64Array.from(
    { length: features.graph.n },
    (_, atom) => value - (alone ? base : values[atom + 1]!),
  );
  const explained = atoms.reduce((sum, one) => sum + one, 0);
  const { unit } = model.declaration;
  return ok({ smiles: text, value, base, atoms, unexplained: value - base - explained, unit, method });
}

/** Features whose atom order is that of `text`. */
function parentFeatures(kit: ChemKit, smiles: string): Result<{ text: string; features: Features }, QinghaoError> {
  const first = featurise(kit, smiles);
  if (!first.ok || !first.value.changed) return mapOk(first, (features) => ({ text: smiles.trim(), features }));
  const again = featurise(kit, first.value.smiles);
  return mapOk(again, (features) => ({
    text: first.value.smiles,
    features: { ...features, descriptors: first.value.descriptors },
  }));
}
