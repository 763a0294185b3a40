import type { Bilingual } from "../endpoints/define-model.ts";
import type { PeerResult } from "../schema.ts";

const percent = (share: number): number => Number((100 * share).toFixed(1));

/** How the interval was made. @param folds of the cross-validation whose residuals it rests on */
export const intervalSentence = ({ level, folds }: { level: number; folds: number }): Bilingual => ({
  en: `Cross-conformal: residuals of ${folds}-fold held-out predictions, each divided by its learned size; the ${percent(level)} % quantile of these sets the width.`,
  zh: `交叉保形预测：${folds} 折留出预测的残差各除以学习得到的误差大小，取其 ${percent(level)}% 分位数确定区间宽度。`,
});

/** How the limit of the domain was chosen. @param errorRatio how much larger errors may be at the limit */
export const domainSentence = (limit: {
  radius: number;
  bits: number;
  errorRatio: number;
  minTanimoto: number;
}): Bilingual => ({
  en: `In the domain from a Tanimoto similarity of ${limit.minTanimoto} to the nearest training molecule (Morgan fingerprints, radius ${limit.radius}, ${limit.bits} bits): the lowest step at which held-out errors stay below ${limit.errorRatio} times those of well-known molecules.`,
  zh: `与最近训练分子的 Tanimoto 相似度（Morgan 指纹，半径 ${limit.radius}，${limit.bits} 位）不低于 ${limit.minTanimoto} 即在适用域内：这是留出误差仍低于熟知分子误差 ${limit.errorRatio} 倍的最低一档。`,
});

/** How the model was chosen. Counts of what was tried. */
export const selectionSentence = (tried: {
  folds: number;
  kernels: number;
  boosted: number;
  blends: number;
}): Bilingual => ({
  en: `${tried.folds}-fold cross-validation on train_val, molecules of one scaffold in one fold: the lowest mean absolute error of held-out predictions among ${tried.kernels} kernel machines, ${tried.boosted} boosted models and ${tried.blends} blends of the two. The test set took no part.`,
  zh: `在 train_val 上做 ${tried.folds} 折交叉验证，同一骨架的分子在同一折：在 ${tried.kernels} 个核方法、${tried.boosted} 个提升树模型及二者的 ${tried.blends} 种混合中，取留出预测平均绝对误差最低者。测试集未参与选择。`,
});

/** Terms of the weights, which hold the training rows. */
export const weightsLicenceSentence = (data: Bilingual): Bilingual => ({
  en: `Weights: Apache-2.0. They hold the structures and values of the training set for the nearest-neighbour reference: ${data.en}.`,
  zh: `权重：Apache-2.0。其中含有训练集的结构和数值，用于给出最近邻参考：${data.zh}。`,
});

/** What the peer was given and how large it is. */
export const peerSentence = ({ morgan, descriptors, trees, toolkit }: PeerResult): Bilingual => {
  const count = trees.toLocaleString("en");
  const rdkit = `RDKit ${toolkit.rdkit ?? ""}`.trim();
  return {
    en: `Morgan counts (radius ${morgan.radius}, ${morgan.bits} bits) and ${descriptors} descriptors of ${rdkit}, ${count} trees`,
    zh: `Morgan 计数（半径 ${morgan.radius}，${morgan.bits} 位）和 ${rdkit} 的 ${descriptors} 个描述符，${count} 棵树`,
  };
};
