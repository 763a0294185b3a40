import type { Gbdt } from "../boosting/gbdt.ts";
import type { Scaling } from "../kernel-machine/scaling.ts";
import { stepSquared } from "../kernel-machine/scaling.ts";
import type { KernelMachine } from "../kernel-machine/train-kernel.ts";
import type { BitRows } from "../similarity/neighbour-index.ts";
import { packGbdt, unpackGbdt } from "./pack-gbdt.ts";
import { type Tensor, takeTensor } from "./tensor-file.ts";

/** The molecules a model was trained on. */
export type TrainingSet = {
  readonly smiles: readonly string[];
  readonly measured: Float32Array;
  readonly bits: BitRows;
};

/** Everything of a model that the manifest does not say. */
export type PropertyModel = {
  readonly scaling: Scaling;
  readonly kernel: KernelMachine;
  /** One per seed; the prediction takes their mean. */
  readonly boosting: readonly Gbdt[];
  readonly difficulty: Gbdt;
  readonly training: TrainingSet;
};

export function packModel(model: PropertyModel): Record<string, Tensor> {
  return {
    "scaling.columns": model.scaling.columns,
    "scaling.mean": model.scaling.mean,
    "scaling.scale": model.scaling.scale,
    "kernel.centres": Int8Array.from(model.kernel.centres),
    "kernel.weights": model.kernel.weights,
    ...Object.assign({}, ...model.boosting.map((one, i) => packGbdt(`boosting.${i}`, one))),
    ...packGbdt("difficulty", model.difficulty),
    "training.smiles": new TextEncoder().encode(model.training.smiles.join("\n")),
    "training.measured": model.training.measured,
    "training.sizes": Uint16Array.from(
      model.training.measured,
      (_, i) => model.training.bits.start[i + 1]! - model.training.bits.start[i]!,
    ),
    "training.bits": model.training.bits.bits,
  };
}

/** @param kernel gamma and base, from the manifest */
export function unpackModel(
  tensors: ReadonlyMap<string, Tensor>,
  kernel: { gamma: number; base: number },
  boostedModels: number,
): PropertyModel {
  const scaling = {
    columns: takeTensor(tensors, "scaling.columns", "u16"),
    mean: takeTensor(tensors, "scaling.mean", "f32"),
    scale: takeTensor(tensors, "scaling.scale", "f32"),
  };
  const sizes = takeTensor(tensors, "training.sizes", "u16");
  const start = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) start[i + 1] = start[i]! + sizes[i]!;
  return {
    scaling,
    kernel: {
      rate: (kernel.gamma * stepSquared) / scaling.columns.length,
      base: kernel.base,
      width: scaling.columns.length,
      centres: Float32Array.from(takeTensor(tensors, "kernel.centres", "i8")),
      weights: takeTensor(tensors, "kernel.weights", "f32"),
    },
    boosting: Array.from({ length: boostedModels }, (_, i) => unpackGbdt(`boosting.${i}`, tensors)),
    difficulty: unpackGbdt("difficulty", tensors),
    training: {
      smiles: new TextDecoder().decode(takeTensor(tensors, "training.smiles", "u8")).split("\n"),
      measured: takeTensor(tensors, "training.measured", "f32"),
      bits: { start, bits: takeTensor(tensors, "training.bits", "u16") },
    },
  };
}
