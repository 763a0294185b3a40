import { computeErrors } from "../errors.ts";

export type Activation = "linear" | "relu" | "tanh" | "sigmoid";

/** y = activation(x W + b). `weights` is [inputs * outputs], row-major by input; `bias` is [outputs]. */
export type DenseLayer = {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly activation: Activation;
};

/** A multilayer perceptron. The widths follow from the lengths of the biases. */
export type DenseNetwork = { readonly layers: readonly DenseLayer[] };

export type DenseShape = { readonly inputs: number; readonly outputs: number };

/**
 * The inputs and outputs of every layer.
 * @throws `compute.network_invalid` when the layers do not fit each other.
 */
export function denseShapes(network: DenseNetwork): DenseShape[] {
  if (network.layers.length === 0) throw computeErrors.create("network_invalid", { reason: "it has no layers" });
  let before: number | null = null;
  return network.layers.map(({ weights, bias }, index) => {
    const outputs = bias.length;
    const inputs = weights.length / outputs;
    if (!Number.isInteger(inputs) || inputs === 0)
      throw computeErrors.create("network_invalid", {
        reason: `layer ${index + 1} has ${weights.length} weights for ${outputs} outputs`,
      });
    if (before !== null && before !== inputs)
      throw computeErrors.create("network_invalid", {
        reason: `layer ${index + 1} takes ${inputs} values but layer ${index} gives ${before}`,
      });
    before = outputs;
    return { inputs, outputs };
  });
}
