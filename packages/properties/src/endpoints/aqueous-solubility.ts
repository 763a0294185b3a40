import { conformal, defineModel, nearestNeighbour, officialScaffoldSplit } from "./define-model.ts";

export const aqueousSolubility = defineModel({
  id: "aqueous-solubility",
  name: { en: "Aqueous solubility", zh: "水溶解度" },
  description: {
    en: "Decimal logarithm of the solubility in water at room temperature, mol/L, as AqSolDB collects it; for salts, of the salt as written.",
    zh: "室温下在水中溶解度（mol/L）的常用对数，数据来自 AqSolDB；盐按所写形式计。",
  },
  unit: "log10(mol/L)",
  task: "regression",
  plausible: [-14, 2.5],
  preference: "higher",
  interval: conformal({ level: 0.9 }),
  domain: nearestNeighbour("Morgan radius 2, 2048 bits"),
  evidence: {
    dataset: "tdc/solubility_aqsoldb",
    folder: "solubility_aqsoldb",
    split: officialScaffoldSplit,
    metric: "mae",
    citation: "Sorkun, Khetan & Er 2019, doi 10.1038/s41597-019-0151-1; Huang et al. 2021 (Therapeutics Data Commons)",
    licence: {
      en: "CC BY 4.0 as TDC states it; AqSolDB itself CC0 1.0",
      zh: "CC BY 4.0（TDC 所述）；AqSolDB 本身为 CC0 1.0",
    },
  },
});
