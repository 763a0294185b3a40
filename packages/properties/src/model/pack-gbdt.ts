import type { Gbdt } from "../boosting/gbdt.ts";
import type { Tree } from "../boosting/tree.ts";
import { type Tensor, takeTensor } from "./tensor-file.ts";

/**
 * The arrays of a boosted model under a prefix; about 12 bytes a leaf. Trees may have up to 127 leaves.
 * Base and width come first in `<prefix>.head`.
 */
export function packGbdt(prefix: string, model: Gbdt): Record<string, Tensor> {
  const join = <T>(pick: (tree: Tree) => ArrayLike<T>): T[] => model.trees.flatMap((tree) => Array.from(pick(tree)));
  return {
    [`${prefix}.head`]: Float32Array.of(model.base, model.columns),
    [`${prefix}.splits`]: Uint8Array.from(model.trees, (tree) => tree.column.length),
    [`${prefix}.column`]: Uint16Array.from(join((tree) => tree.column)),
    [`${prefix}.threshold`]: Float32Array.from(join((tree) => tree.threshold)),
    [`${prefix}.left`]: Int8Array.from(join((tree) => tree.left)),
    [`${prefix}.right`]: Int8Array.from(join((tree) => tree.right)),
    [`${prefix}.value`]: Float32Array.from(join((tree) => tree.value)),
  };
}

export function unpackGbdt(prefix: string, tensors: ReadonlyMap<string, Tensor>): Gbdt {
  const head = takeTensor(tensors, `${prefix}.head`, "f32");
  const splits = takeTensor(tensors, `${prefix}.splits`, "u8");
  const column = takeTensor(tensors, `${prefix}.column`, "u16");
  const threshold = takeTensor(tensors, `${prefix}.threshold`, "f32");
  const left = takeTensor(tensors, `${prefix}.left`, "i8");
  const right = takeTensor(tensors, `${prefix}.right`, "i8");
  const value = takeTensor(tensors, `${prefix}.value`, "f32");
  const trees: Tree[] = [];
  let split = 0;
  let leaf = 0;
  for (const count of splits) {
    trees.push({
      column: column.subarray(split, split + count),
      threshold: threshold.subarray(split, split + count),
      left: Int16Array.from(left.subarray(split, split + count)),
      right: Int16Array.from(right.subarray(split, split + count)),
      value: value.subarray(leaf, leaf + count + 1),
    });
    split += count;
    leaf += count + 1;
  }
  return { base: head[0]!, columns: head[1]!, trees };
}
