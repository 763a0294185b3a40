// Run by Node 24 as a program of its own: loads the addon whose path is given, multiplies two matrices, prints JSON.
import { createRequire } from "node:module";

const binding = createRequire(import.meta.url)(process.argv[2]);
const matrix = (values) => binding.createTensor([2, 2], binding.TF_FLOAT, Float32Array.from(values));
const plain = (name) => ({ name, type: binding.TF_ATTR_BOOL, value: false });
const attributes = [
  plain("transpose_a"),
  plain("transpose_b"),
  { name: "T", type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
];
const [product] = binding.executeOp("MatMul", attributes, [matrix([1, 2, 3, 4]), matrix([5, 6, 7, 8])], 1);
console.log(
  JSON.stringify({
    version: binding.TF_Version,
    product: [...binding.tensorDataSync(product.id)],
    gpu: binding.isUsingGpuDevice(),
  }),
);
