import type { LexiconRow } from "../language.ts";

/** Words that Chinese puts behind a target to name what acts on it. */
const actors = "抑制剂|拮抗剂|阻断剂|单抗|单克隆抗体|抗体|类药物|抑制剂类药物";

const classOf = (targets: string, id: string, en: string, zh: string): LexiconRow => {
  const patterns = targets
    .split("|")
    .flatMap((target) => actors.split("|").flatMap((actor) => [`${target}${actor}`, `抗${target}${actor}`]));
  return [
    patterns.join("|"),
    { type: "concept", ref: { id: `QHCLASS:${id}`, en, zh }, kind: "drug-class", qualifiers: [] },
  ];
};
/** "抗PD-1、抗PD-L1或抗CTLA-4抗体": a target named with its "against" alone, as a member of a list. */
const against = (targets: string, id: string, en: string, zh: string): LexiconRow => [
  targets
    .split("|")
    .map((target) => `抗${target}`)
    .join("|"),
  { type: "concept", ref: { id: `QHCLASS:${id}`, en, zh }, kind: "drug-class", qualifiers: [] },
];

/** Groups of the ATC classification. */
const group = (phrases: string, codes: readonly string[], en: string, zh: string): LexiconRow => [
  phrases,
  {
    type: "leaf",
    tree: { kind: "drug", concepts: { of: codes.map((code) => ({ id: `ATC:${code}`, en, zh })) } },
    sharesTime: true,
  },
];

const pd1 = [
  "pd-1|程序性死亡受体1|程序性死亡受体-1",
  "pd-1-inhibitor",
  "PD-1 inhibitor",
  "程序性死亡受体1抑制剂",
] as const;
const pdl1 = ["pd-l1|程序性死亡配体1", "pd-l1-inhibitor", "PD-L1 inhibitor", "程序性死亡配体1抑制剂"] as const;
const ctla4 = ["ctla-4|ctla4", "ctla-4-inhibitor", "CTLA-4 inhibitor", "细胞毒性T淋巴细胞相关抗原4抑制剂"] as const;

/** Classes of drugs by their target, which Chinese text writes with the target's abbreviation. */
export const drugClasses: readonly LexiconRow[] = [
  classOf(...pd1),
  classOf(...pdl1),
  classOf(...ctla4),
  against(...pd1),
  against(...pdl1),
  against(...ctla4),
  classOf(
    "tnf|tnf-α|tnfα|肿瘤坏死因子|肿瘤坏死因子-α|肿瘤坏死因子α",
    "tnf-inhibitor",
    "TNF inhibitor",
    "肿瘤坏死因子抑制剂",
  ),
  classOf("jak|janus激酶", "jak-inhibitor", "JAK inhibitor", "Janus激酶抑制剂"),
  classOf("parp", "parp-inhibitor", "PARP inhibitor", "多聚腺苷二磷酸核糖聚合酶抑制剂"),
  classOf("cdk4/6", "cdk4-6-inhibitor", "CDK4/6 inhibitor", "细胞周期蛋白依赖性激酶4和6抑制剂"),
  classOf("btk", "btk-inhibitor", "BTK inhibitor", "布鲁顿酪氨酸激酶抑制剂"),
  classOf("mtor", "mtor-inhibitor", "mTOR inhibitor", "哺乳动物雷帕霉素靶蛋白抑制剂"),
  classOf("vegf", "vegf-inhibitor", "VEGF inhibitor", "血管内皮生长因子抑制剂"),
  classOf("il-6|白介素6|白介素-6|白细胞介素-6", "il-6-inhibitor", "IL-6 inhibitor", "白介素6抑制剂"),
  classOf("pcsk9", "pcsk9-inhibitor", "PCSK9 inhibitor", "前蛋白转化酶枯草溶菌素9抑制剂"),
  classOf("pi3k", "pi3k-inhibitor", "PI3K inhibitor", "磷脂酰肌醇3激酶抑制剂"),
  classOf("mek", "mek-inhibitor", "MEK inhibitor", "丝裂原活化蛋白激酶激酶抑制剂"),
  classOf("braf", "braf-inhibitor", "BRAF inhibitor", "BRAF抑制剂"),
  classOf("fgfr", "fgfr-inhibitor", "FGFR inhibitor", "成纤维细胞生长因子受体抑制剂"),
  group("低分子{量,}肝素{钠,钙,}", ["B01AB"], "heparins", "肝素类"),
  group("{聚乙二醇,长效,}{化,}干扰素{α,-α,}", ["L03AB"], "interferons", "干扰素"),
  group("{静脉注射,静脉,人,丙种,}{免疫,丙种}球蛋白{制剂,}", ["J06B"], "immunoglobulins", "免疫球蛋白"),
  group("{单胺氧化酶,mao}抑制剂{类药物,}|maoi", ["N06AF", "N06AG"], "monoamine oxidase inhibitors", "单胺氧化酶抑制剂"),
  group(
    "核苷{酸,（酸）,(酸),}类{似物,药物}|核苷类抗病毒药物",
    ["J05AF"],
    "nucleoside and nucleotide analogues",
    "核苷（酸）类似物",
  ),
  group("甲状腺{激素,素}{类药物,片,}", ["H03AA"], "thyroid hormones", "甲状腺激素"),
  group("雌激素{类药物,}", ["G03C"], "estrogens", "雌激素"),
  group("孕激素{类药物,}", ["G03D"], "progestogens", "孕激素"),
  group("雄激素{类药物,}", ["G03B"], "androgens", "雄激素"),
  group("性激素{类药物,}", ["G03"], "sex hormones", "性激素"),
  [
    "头孢{菌素,}类{抗生素,药物,抗菌药物,}|头孢菌素",
    {
      type: "concept",
      ref: { id: "QHCLASS:cephalosporin", en: "cephalosporin", zh: "头孢菌素类" },
      kind: "drug-class",
      qualifiers: [],
    },
  ],
];
