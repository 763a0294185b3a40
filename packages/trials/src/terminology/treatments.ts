import type { ConceptRef } from "../criteria/ranges.schema.ts";

/** A group of treatments that criteria name by one word and that no single concept stands for. */
export type Treatment = { kind: "drug" | "procedure"; of: ConceptRef[]; en: string; zh: string };

const atc = (...codes: string[]) => codes.map((code) => `ATC:${code}`);

// Groups of the WHO's ATC classification (2024 index) and MeSH procedures; names are those that protocols use.
const rows: readonly (readonly [Treatment["kind"], readonly string[], string, string])[] = [
  [
    "procedure",
    ["MESH:D011878"],
    "radiotherapy|radiation therapy|radiation treatment|irradiation|radiation",
    "放疗|放射治疗|放射疗法",
  ],
  [
    "procedure",
    ["MESH:D013514"],
    "surgery|major surgery|surgical procedure|major surgical procedure|operation|surgical intervention",
    "手术|大手术|重大手术|外科手术|手术治疗",
  ],
  [
    "procedure",
    ["MESH:D016377"],
    "organ transplant|organ transplantation|solid organ transplant|solid organ transplantation|transplantation of an organ",
    "器官移植|实体器官移植",
  ],
  [
    "procedure",
    ["MESH:D033581", "MESH:D018380"],
    "stem cell transplant|stem cell transplantation|hematopoietic stem cell transplantation|hsct|bone marrow transplant|bone marrow transplantation",
    "造血干细胞移植|干细胞移植|骨髓移植",
  ],
  ["procedure", ["MESH:D006435"], "dialysis|hemodialysis|haemodialysis|renal dialysis", "透析|血液透析|肾透析"],
  [
    "procedure",
    ["MESH:D001803"],
    "blood transfusion|transfusion|blood product transfusion",
    "输血|输血治疗|输注血制品",
  ],
  [
    "drug",
    atc("L01A", "L01B", "L01C", "L01D", "L01XA"),
    "chemotherapy|cytotoxic chemotherapy|cytotoxic therapy|systemic chemotherapy|cytotoxic agents",
    "化疗|化学治疗|全身化疗|细胞毒化疗|细胞毒药物",
  ],
  [
    "drug",
    atc("L01", "L02", "L03A"),
    "anticancer therapy|anti-cancer therapy|antineoplastic therapy|anti-tumor therapy|antitumor therapy|systemic anticancer therapy|systemic therapy|anticancer treatment|anti-cancer treatment",
    "抗肿瘤治疗|抗癌治疗|系统性抗肿瘤治疗|全身抗肿瘤治疗|系统治疗|全身治疗|抗肿瘤药物",
  ],
  [
    "drug",
    atc("L01F", "L01E"),
    "targeted therapy|molecularly targeted therapy|targeted agents",
    "靶向治疗|靶向药物|分子靶向治疗",
  ],
  [
    "drug",
    [
      "QHCLASS:pd-1-inhibitor",
      "QHCLASS:pd-l1-inhibitor",
      "QHCLASS:ctla-4-inhibitor",
      "QHCLASS:lag-3-inhibitor",
      "QHCLASS:tigit-inhibitor",
    ],
    "immune checkpoint inhibitor|immune checkpoint inhibitors|checkpoint inhibitors|anti-pd-1/pd-l1|anti-pd-1 or anti-pd-l1|immunotherapy|pd-1/pd-l1 inhibitor|pd-1/pd-l1 inhibitors|pd-(l)1 inhibitor",
    "免疫检查点抑制剂|免疫治疗|pd-1/pd-l1抑制剂|pd-(l)1抑制剂|抗pd-1/pd-l1",
  ],
  ["drug", atc("L02"), "endocrine therapy|hormonal therapy|hormone therapy", "内分泌治疗|激素治疗"],
  [
    "drug",
    atc("H02AB"),
    "systemic corticosteroids|systemic steroids|corticosteroids|steroids|glucocorticoids|oral corticosteroids",
    "糖皮质激素|全身糖皮质激素|皮质类固醇|全身性激素|类固醇",
  ],
  [
    "drug",
    atc("L04"),
    "immunosuppressants|immunosuppressive therapy|immunosuppressive drugs|immunosuppressive agents|immunosuppression",
    "免疫抑制剂|免疫抑制治疗|免疫抑制药物",
  ],
  [
    "drug",
    atc("B01AA", "B01AB", "B01AE", "B01AF"),
    "anticoagulants|anticoagulant|anticoagulation|anticoagulant therapy|oral anticoagulants",
    "抗凝药|抗凝剂|抗凝治疗|抗凝药物|口服抗凝药",
  ],
  [
    "drug",
    atc("B01AC"),
    "antiplatelets|antiplatelet agents|antiplatelet therapy|antiplatelet drugs",
    "抗血小板药|抗血小板治疗|抗血小板药物",
  ],
  ["drug", atc("B01AD"), "thrombolytics|thrombolytic therapy|thrombolysis", "溶栓药|溶栓治疗|溶栓"],
  ["drug", atc("C10AA"), "statin|statins|hmg-coa reductase inhibitors", "他汀|他汀类|他汀类药物"],
  ["drug", atc("C10"), "lipid-lowering therapy|lipid lowering drugs|lipid-lowering agents", "降脂药|调脂药|降脂治疗"],
  [
    "drug",
    atc("C02", "C03", "C07", "C08", "C09"),
    "antihypertensives|antihypertensive drugs|antihypertensive medication|antihypertensive therapy",
    "降压药|抗高血压药|降压治疗|抗高血压药物",
  ],
  ["drug", atc("C03"), "diuretics|diuretic|diuretic therapy", "利尿剂|利尿药"],
  ["drug", atc("C07"), "beta-blockers|beta blockers|beta blocker", "β受体阻滞剂|β阻滞剂"],
  ["drug", atc("C09A", "C09B"), "ace inhibitors|ace inhibitor|acei", "血管紧张素转换酶抑制剂|acei"],
  [
    "drug",
    atc("C09C", "C09D"),
    "angiotensin receptor blockers|angiotensin ii receptor blockers|arb|arbs",
    "血管紧张素受体拮抗剂|arb|血管紧张素ii受体拮抗剂",
  ],
  [
    "drug",
    atc("C01B"),
    "antiarrhythmics|antiarrhythmic drugs|antiarrhythmic medication",
    "抗心律失常药|抗心律失常药物",
  ],
  [
    "drug",
    atc("A10"),
    "antidiabetic drugs|antidiabetic medication|glucose-lowering drugs|glucose lowering agents|antihyperglycemic agents|antihyperglycaemic drugs",
    "降糖药|降糖药物|抗糖尿病药",
  ],
  ["drug", atc("A10A"), "insulin|insulin therapy|insulins", "胰岛素|胰岛素治疗"],
  [
    "drug",
    atc("A10B"),
    "oral antidiabetic drugs|oral hypoglycemic agents|oral hypoglycaemic drugs|oads|oad",
    "口服降糖药|口服降糖药物",
  ],
  ["drug", atc("A10BK"), "sglt2 inhibitors|sglt-2 inhibitors|sglt2i", "sglt2抑制剂|sglt-2抑制剂"],
  ["drug", atc("A10BJ"), "glp-1 receptor agonists|glp-1 agonists|glp-1 ra|glp-1ra", "glp-1受体激动剂|glp-1类似物"],
  ["drug", atc("A10BH"), "dpp-4 inhibitors|dpp4 inhibitors", "dpp-4抑制剂|dpp4抑制剂"],
  [
    "drug",
    atc("J01"),
    "antibiotics|systemic antibiotics|antibacterial therapy|antibiotic therapy|intravenous antibiotics|antibiotic",
    "抗生素|抗菌药物|抗生素治疗|全身抗生素|静脉抗生素",
  ],
  ["drug", atc("J02"), "antifungals|systemic antifungals|antifungal therapy", "抗真菌药|抗真菌治疗"],
  [
    "drug",
    atc("J05"),
    "antivirals|antiviral therapy|antiviral drugs|antiviral treatment",
    "抗病毒药|抗病毒治疗|抗病毒药物",
  ],
  [
    "drug",
    atc("J05AE", "J05AF", "J05AG", "J05AJ", "J05AR"),
    "antiretroviral therapy|antiretrovirals|highly active antiretroviral therapy|haart",
    "抗逆转录病毒治疗|抗逆转录病毒药物",
  ],
  [
    "drug",
    atc("M01A"),
    "nsaids|nsaid|non-steroidal anti-inflammatory drugs|nonsteroidal anti-inflammatory drugs",
    "非甾体抗炎药|非甾体类抗炎药|nsaid|nsaids",
  ],
  ["drug", atc("N02A"), "opioids|opioid|opioid analgesics|narcotics", "阿片类药物|阿片类|阿片类镇痛药"],
  [
    "drug",
    atc("N03"),
    "antiepileptics|anticonvulsants|antiepileptic drugs|anti-epileptic drugs",
    "抗癫痫药|抗惊厥药|抗癫痫药物",
  ],
  [
    "drug",
    atc("N05A"),
    "antipsychotics|antipsychotic medication|neuroleptics|antipsychotic drugs",
    "抗精神病药|抗精神病药物",
  ],
  ["drug", atc("N06A"), "antidepressants|antidepressant medication|antidepressant therapy", "抗抑郁药|抗抑郁药物"],
  ["drug", atc("N05BA", "N05CD", "N03AE"), "benzodiazepines|benzodiazepine", "苯二氮卓类|苯二氮䓬类|苯二氮卓类药物"],
  ["drug", atc("A02BC"), "proton pump inhibitors|ppis|ppi", "质子泵抑制剂|ppi"],
  [
    "drug",
    atc("G03A"),
    "oral contraceptives|hormonal contraceptives|hormonal contraception",
    "口服避孕药|激素类避孕药",
  ],
  [
    "drug",
    atc("G03C", "G03F"),
    "hormone replacement therapy|hrt|menopausal hormone therapy",
    "激素替代治疗|激素替代疗法",
  ],
  ["drug", atc("J07"), "vaccine|vaccines|vaccination", "疫苗|疫苗接种"],
  [
    "drug",
    atc("L03AA"),
    "g-csf|granulocyte colony-stimulating factor|colony-stimulating factors|hematopoietic growth factors",
    "粒细胞集落刺激因子|g-csf|造血生长因子",
  ],
  ["drug", atc("B03XA"), "erythropoietin|erythropoiesis-stimulating agents|esa", "促红细胞生成素|epo|促红素"],
  [
    "drug",
    ["QHCLASS:egfr-tyrosine-kinase-inhibitor"],
    "egfr-tki|egfr tki|egfr tkis|egfr tyrosine kinase inhibitor|egfr tyrosine kinase inhibitors",
    "egfr-tki|egfr酪氨酸激酶抑制剂",
  ],
  [
    "drug",
    ["QHCLASS:platinum-compound"],
    "platinum-based chemotherapy|platinum-containing chemotherapy|platinum|platinum-based therapy|platinum-containing regimen|platinum-based doublet",
    "含铂化疗|铂类化疗|铂类|含铂双药化疗|含铂双药",
  ],
  ["drug", ["QHCLASS:taxane"], "taxane|taxanes|taxane-based chemotherapy", "紫杉类|紫杉烷类"],
  ["drug", ["QHCLASS:anthracycline-or-related"], "anthracycline|anthracyclines", "蒽环类|蒽环类药物"],
];

const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

const byName = new Map<string, Treatment>();
for (const [kind, ids, english, chinese] of rows) {
  const [en] = english.split("|");
  const [zh] = chinese.split("|");
  const treatment: Treatment = { kind, of: ids.map((id) => ({ id, en: en!, zh: zh! })), en: en!, zh: zh! };
  for (const name of [...english.split("|"), ...chinese.split("|")]) byName.set(fold(name), treatment);
}

/** The group that a whole name means; null when it is no group's name. Case, width, hyphens and spaces do not matter. */
export const treatmentNamed = (name: string): Treatment | null => byName.get(fold(name)) ?? null;

/** Every name of a group, folded, longest first: what a reader looks for in running text. */
export const treatmentNames: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length);
