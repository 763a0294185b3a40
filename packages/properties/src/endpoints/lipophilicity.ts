import { conformal, defineModel, nearestNeighbour, officialScaffoldSplit } from "./define-model.ts";

export const lipophilicity = defineModel({
  id: "lipophilicity",
  name: { en: "Lipophilicity", zh: "亲脂性" },
  description: {
    en: "Decimal logarithm of the octanol-water distribution coefficient at pH 7.4, measured by shake flask at AstraZeneca.",
    zh: "pH 7.4 下正辛醇/水分配系数的常用对数，由阿斯利康以摇瓶法测得。",
  },
  unit: "log D (pH 7.4)",
  task: "regression",
  plausible: [-4, 8],
  preference: "none",
  interval: conformal({ level: 0.9 }),
  domain: nearestNeighbour("Morgan radius 2, 2048 bits"),
  evidence: {
    dataset: "tdc/lipophilicity_astrazeneca",
    folder: "lipophilicity_astrazeneca",
    split: officialScaffoldSplit,
    metric: "mae",
    citation: "AstraZeneca deposited set, ChEMBL document CHEMBL3301361; Huang et al. 2021 (Therapeutics Data Commons)",
    licence: {
      en: "CC BY 4.0 as TDC states it; the measurements come from ChEMBL, CC BY-SA 3.0 (attribution: ChEMBL, AstraZeneca)",
      zh: "CC BY 4.0（TDC 所述）；测量值来自 ChEMBL，CC BY-SA 3.0（署名：ChEMBL、阿斯利康）",
    },
  },
});
