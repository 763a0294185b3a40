/** Genes that tumours are tested for, by HGNC id. */
export const genes: Readonly<Record<string, string>> = {
  EGFR: "HGNC:3236",
  ALK: "HGNC:427",
  KRAS: "HGNC:6407",
  ROS1: "HGNC:10261",
  BRAF: "HGNC:1097",
  ERBB2: "HGNC:3430",
  BRCA1: "HGNC:1100",
  BRCA2: "HGNC:1101",
  PIK3CA: "HGNC:8975",
};
