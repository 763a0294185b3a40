import { defineErrors } from "@qinghao/kernel";

export const propertiesErrors = defineErrors("properties", {
  endpoint_unknown: {
    http: 404,
    retry: "never",
    user: "There is no endpoint {endpoint}. Known: {known}.",
    userZh: "没有名为 {endpoint} 的性质。可用：{known}。",
  },
  weights_missing: {
    http: 503,
    retry: "later",
    user: "The model weights {path} could not be read. Check the weights folder, or train the model again.",
    userZh: "无法读取模型权重 {path}。请检查权重文件夹，或重新训练模型。",
  },
  weights_corrupt: {
    http: 500,
    retry: "never",
    user: "The model weights {path} do not match their checksum. Restore the file, or train the model again.",
    userZh: "模型权重 {path} 与校验和不符。请恢复该文件，或重新训练模型。",
  },
  weights_invalid: {
    http: 500,
    retry: "never",
    user: "The model weights cannot be used: {reason}. Train the model again with this release.",
    userZh: "模型权重无法使用：{reason}。请用当前版本重新训练模型。",
  },
  dataset_missing: {
    http: 404,
    retry: "never",
    user: "The data set {path} was not found. Give the folder that holds train_val.csv and test.csv.",
    userZh: "未找到数据集 {path}。请指定包含 train_val.csv 和 test.csv 的文件夹。",
  },
  dataset_invalid: {
    http: 422,
    retry: "never",
    user: "The data set {path} cannot be used: {reason}.",
    userZh: "数据集 {path} 无法使用：{reason}。",
  },
  peer_unavailable: {
    http: 503,
    retry: "later",
    user: "The peer program does not run with {python}: {reason}. Give a Python that has rdkit and lightgbm (QINGHAO_PYTHON), or its result as a file.",
    userZh:
      "无法用 {python} 运行对照程序：{reason}。请指定装有 rdkit 和 lightgbm 的 Python（QINGHAO_PYTHON），或提供其结果文件。",
  },
  peer_invalid: {
    http: 422,
    retry: "never",
    user: "The peer's result {path} cannot be used: {reason}.",
    userZh: "对照结果 {path} 无法使用：{reason}。",
  },
  peer_other_data: {
    http: 422,
    retry: "never",
    user: "The peer's result {path} was measured on other files than this model's. Run the peer on the same train_val.csv and test.csv.",
    userZh: "对照结果 {path} 所用的数据文件与本模型不同。请在相同的 train_val.csv 和 test.csv 上运行对照程序。",
  },
  evaluation_missing: {
    http: 404,
    retry: "never",
    user: "These weights come without their predictions row by row. Train the model again with this release.",
    userZh: "这些权重未附带逐行预测。请用当前版本重新训练模型。",
  },
  explain_too_large: {
    http: 422,
    retry: "never",
    user: "Atom contributions are computed for up to {limit} atoms; this molecule has {atoms}.",
    userZh: "原子贡献最多支持 {limit} 个原子；该分子有 {atoms} 个。",
  },
  cancelled: {
    http: 409,
    retry: "never",
    user: "The prediction was cancelled.",
    userZh: "预测已取消。",
  },
});

export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
