import type { Tensor, Variable } from "@tensorflow/tfjs-core";
import type { Tf } from "../engine/backend.ts";

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

type Slot = { readonly value: Variable; readonly mean: Variable; readonly square: Variable; readonly decays: boolean };

/** Adam with decoupled weight decay: Loshchilov & Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2. */
export type Adam = {
  /** One step against `gradients`, in the order of the variables. */
  step(gradients: readonly Tensor[], learningRate: number): void;
  dispose(): void;
};

/** @param decays which variables shrink: weights do, biases do not */
export function createAdam(
  tf: Tf,
  variables: readonly Variable[],
  decays: readonly boolean[],
  weightDecay: number,
): Adam {
  const slots: Slot[] = variables.map((value, index) => ({
    value,
    mean: tf.variable(tf.zerosLike(value), false),
    square: tf.variable(tf.zerosLike(value), false),
    decays: decays[index]! && weightDecay > 0,
  }));
  let steps = 0;
  const step = (gradients: readonly Tensor[], learningRate: number) => {
    steps++;
    const correct = Math.sqrt(1 - beta2 ** steps);
    const rate = (learningRate * correct) / (1 - beta1 ** steps);
    for (const [index, { value, mean, square, decays: shrink }] of slots.entries()) {
      tf.tidy(() => {
        const gradient = gradients[index]!;
        mean.assign(tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)));
        square.assign(tf.add(tf.mul(square, beta2), tf.mul(tf.square(gradient), 1 - beta2)));
        const move = tf.div(tf.mul(mean, rate), tf.add(tf.sqrt(square), epsilon * correct));
        const kept = shrink ? tf.mul(value, 1 - learningRate * weightDecay) : value;
        value.assign(tf.sub(kept, move));
      });
    }
  };
  const dispose = () => {
    for (const { mean, square } of slots) {
      mean.dispose();
      square.dispose();
    }
  };
  return { step, dispose };
}
