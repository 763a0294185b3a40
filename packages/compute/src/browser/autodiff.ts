/**
 * Makes `tf.variableGrads`, `tf.grad` and the optimisers' `minimize` work: the derivatives of TensorFlow.js's ops are a
 * chunk of their own. `trainDense` does without.
 */
export async function enableAutodiff(): Promise<void> {
  await import("@tensorflow/tfjs-core/dist/register_all_gradients");
}
