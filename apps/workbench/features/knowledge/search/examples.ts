/** One example of each way to ask. */
export const examples = [
  { id: "chinese", text: "非小细胞肺癌" },
  { id: "abbreviation", text: "NSCLC" },
  { id: "pinyin", text: "fxxbfa" },
  { id: "code", text: "C34.9" },
  { id: "drug", text: "osimertinib" },
  { id: "brand", text: "泰瑞沙" },
  { id: "gene", text: "EGFR" },
  { id: "lab", text: "血红蛋白" },
  { id: "inchikey", text: "BSYNRYMUTXBXSQ-UHFFFAOYSA-N" },
  { id: "trial", text: "NCT02296125" },
] as const;
