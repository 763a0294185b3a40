import type { GbdtOptions } from "../boosting/gbdt.ts";
import type { EndpointId } from "../endpoints/registry.ts";
import type { KernelOptions } from "../kernel-machine/train-kernel.ts";

/** What cross-validation chooses from. */
export type Candidates = { readonly kernel: readonly KernelOptions[]; readonly boosting: readonly GbdtOptions[] };

const boosting: Omit<GbdtOptions, "loss"> = {
  trees: 1000,
  learningRate: 0.04,
  leaves: 31,
  minLeafRows: 20,
  l2: 1,
  featureFraction: 0.3,
  maxDepth: 12,
  rowFraction: 0.7,
  maxBins: 127,
  minNonDefault: 5,
};
const withDelta = (delta: number): GbdtOptions => ({ ...boosting, loss: { kind: "huber", delta } });

/** Two rounds: one plain, one with the weights of Huber's loss. */
const kernel = { robustDelta: 0.5, rounds: 2 };

export const candidates: Readonly<Record<EndpointId, Candidates>> = {
  "aqueous-solubility": {
    kernel: [
      { ...kernel, gamma: 0.8, ridge: 0.15 },
      { ...kernel, gamma: 1.2, ridge: 0.15 },
    ],
    boosting: [withDelta(0.8), withDelta(1.2)],
  },
  lipophilicity: {
    kernel: [
      { ...kernel, gamma: 0.5, ridge: 0.03 },
      { ...kernel, gamma: 0.5, ridge: 0.05 },
    ],
    boosting: [withDelta(0.5), withDelta(0.8)],
  },
};

/** Shares of the kernel machine in the blend that are tried. */
export const kernelShares: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20);

/** Columns that are zero in more than 98 % of the training rows stay out of the kernel machine. */
export const minNonZeroShare = 0.02;
