// Stands for "@tensorflow/tfjs" and "@tensorflow/tfjs-core" beside the native backend: hands its kernels the one instance
// of TensorFlow.js core that the program uses, which packages/compute puts here before it loads the backend.
const core = globalThis[Symbol.for("qinghao.tfjs-core")];
if (core === undefined)
  throw new Error("Open this backend through @qinghao/compute, which provides TensorFlow.js core.");
module.exports = core;
