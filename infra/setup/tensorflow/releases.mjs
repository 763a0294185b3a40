// What native TensorFlow is made of, and where it goes.
import path from "node:path";
import { cacheRoot } from "../../services/src/discovery.mjs";

export const tensorflowVersion = "2.18.1";

/** Sources of the addon, the message format it reads, and the C headers of Node's stable interface. */
export const npmSources = {
  addon: "@tensorflow/tfjs-node@4.22.0",
  messages: "google-protobuf@3.21.4",
  headers: "node-api-headers@1.9.0",
};

/** The two libraries of the wheel that the addon links to. */
export const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];

/** `.../qinghao/tensorflow/2.18.1-cpu` */
export const buildFolder = (variant, env = process.env) =>
  path.join(cacheRoot(env), "tensorflow", `${tensorflowVersion}-${variant}`);

/** What `packages/compute` reads before it loads a build. */
export const buildFile = (variant, platform = process.platform, arch = process.arch) => ({
  format: 1,
  tensorflow: tensorflowVersion,
  variant,
  platform,
  arch,
});

/** The Python wheel that holds the libraries: PyPI's name and the platform tag pip asks for. */
export const wheelOf = (variant) => ({
  requirement: `${variant === "gpu" ? "tensorflow" : "tensorflow-cpu"}==${tensorflowVersion}`,
  pythonVersion: "3.11",
  platformTag: "manylinux2014_x86_64",
});
