import { defineErrors } from "@qinghao/kernel";

/** What can go wrong when a library is built, opened or searched. */
export const screeningErrors = defineErrors("screening", {
  "fingerprint.length": {
    http: 422,
    retry: "never",
    user: "A fingerprint of {bits} bits does not fit here.",
    userZh: "{bits} 位的指纹在此不适用。",
  },
  "search.options": {
    http: 422,
    retry: "never",
    user: "The search needs a whole number of hits from 1 on and a threshold from 0 to 1 (given: {limit}, {threshold}).",
    userZh: "检索需要不小于 1 的整数命中数和 0 到 1 的阈值（给定：{limit}，{threshold}）。",
  },
  "memory.budget": {
    http: 422,
    retry: "never",
    user: "The memory that may be used ({budget} bytes) is too small for one part of the index; it needs {least} bytes.",
    userZh: "允许使用的内存（{budget} 字节）容纳不下索引的一个分段，至少需要 {least} 字节。",
  },
  "kernel.missing": {
    http: 500,
    retry: "never",
    user: "The search kernel is not compiled. Run `npm run kernels` in the project.",
    userZh: "检索内核尚未编译。请在项目中运行 `npm run kernels`。",
  },
  "row.failed": {
    http: 500,
    retry: "never",
    user: "The structure could not be handled.",
    userZh: "无法处理该结构。",
  },
  "library.foreign": {
    http: 415,
    retry: "never",
    user: "This is not a Qinghao library. Make one with `qinghao library build`.",
    userZh: "该文件不是青蒿化合物库。请用 `qinghao library build` 生成。",
  },
  "library.version": {
    http: 415,
    retry: "never",
    user: "The library has format version {version}; this program reads version {known}.",
    userZh: "该化合物库的格式版本为 {version}，本程序只能读取版本 {known}。",
  },
  "library.damaged": {
    http: 422,
    retry: "never",
    user: "The library is damaged ({part}): a checksum does not fit, or the file ends early.",
    userZh: "化合物库已损坏（{part}）：校验和不符或文件不完整。",
  },
  "library.missing": {
    http: 404,
    retry: "never",
    user: "There is no library {path}.",
    userZh: "化合物库 {path} 不存在。",
  },
  "library.unwritable": {
    http: 422,
    retry: "never",
    user: "The library {path} cannot be written ({reason}).",
    userZh: "无法写入化合物库 {path}（{reason}）。",
  },
  "library.kinds": {
    http: 422,
    retry: "never",
    user: "The library has other fingerprints ({kinds}); what is added has to have the same.",
    userZh: "该化合物库含有其他指纹（{kinds}），追加的数据须与之一致。",
  },
  "row.unread": {
    http: 422,
    retry: "never",
    user: "Row {row} could not be read when the library was built.",
    userZh: "构建化合物库时第 {row} 行无法读取。",
  },
  "fingerprint.absent": {
    http: 422,
    retry: "never",
    user: "The library has no {kind} fingerprints, only {kinds}. Build it with --fingerprints {kind}.",
    userZh: "该化合物库没有 {kind} 指纹，只有 {kinds}。请用 --fingerprints {kind} 重新构建。",
  },
  "benchmark.folder": {
    http: 422,
    retry: "never",
    user: "{folder} is not laid out as the ligand-based benchmark: {part} is missing or cannot be read.",
    userZh: "{folder} 的结构与基于配体的基准不符：{part} 缺失或无法读取。",
  },
  "clustering.threshold": {
    http: 422,
    retry: "never",
    user: "Clusters need a similarity above 0 and up to 1 (given: {threshold}).",
    userZh: "聚类需要大于 0 且不超过 1 的相似度（给定：{threshold}）。",
  },
  "clustering.too_many": {
    http: 422,
    retry: "never",
    user: "{rows} molecules are too many to be clustered here; at most {most}.",
    userZh: "此处最多可对 {most} 个分子聚类（给定 {rows} 个）。",
  },
  "rescoring.no_pose": {
    http: 422,
    retry: "never",
    user: "There is no pose of this ligand to rescore. Put a docking stage before this one.",
    userZh: "该配体没有可重新打分的构象。请在此阶段之前加入对接阶段。",
  },
  "docking.no_form": {
    http: 422,
    retry: "never",
    user: "No form of this ligand could be prepared for docking.",
    userZh: "该配体没有可用于对接的形式。",
  },
  "surrogate.scores": {
    http: 422,
    retry: "never",
    user: "A surrogate learns one number for each of at least one ligand (given: {ligands} ligands, {scores} scores).",
    userZh: "代理模型需要至少一个配体，且每个配体有一个数值（给定：{ligands} 个配体，{scores} 个分数）。",
  },
  "method.unknown": {
    http: 404,
    retry: "never",
    user: "There is no screening method {method}. Known: {known}.",
    userZh: "没有名为 {method} 的筛选方法。可用：{known}。",
  },
  "settings.invalid": {
    http: 422,
    retry: "never",
    user: "The settings of {method} cannot be used: {where}: {reason}.",
    userZh: "{method} 的设置无效：{where}：{reason}。",
  },
});
