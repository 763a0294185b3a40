/** Eligibility criteria and a discharge diagnosis of our own, to try the linking on. */
export const linkExamples = [
  {
    id: "english",
    text: [
      "Histologically confirmed metastatic non-small cell lung cancer with EGFR exon 19 deletion or L858R.",
      "Prior treatment with osimertinib, gefitinib or erlotinib hydrochloride is allowed.",
      "No history of interstitial lung disease; hemoglobin at least 9 g/dL, ALT below 2.5 x ULN.",
      "Patients with type 2 diabetes on metformin may enter.",
    ].join("\n"),
  },
  {
    id: "chinese",
    text: [
      "经组织学证实的局部晚期或转移性非小细胞肺癌，EGFR突变阳性。",
      "既往接受过奥希替尼、吉非替尼或盐酸厄洛替尼治疗。",
      "无间质性肺病病史；血红蛋白≥90 g/L，谷丙转氨酶≤2.5倍正常上限。",
      "左肺上叶腺癌术后，高血压病，2型糖尿病，口服二甲双胍。",
    ].join("\n"),
  },
] as const;
