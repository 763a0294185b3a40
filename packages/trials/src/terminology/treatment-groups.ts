const atc = (...codes: string[]) => codes.map((code) => `ATC:${code}`);

const checkpoints = ["pd-1", "pd-l1", "ctla-4", "lag-3", "tigit"].map((target) => `QHCLASS:${target}-inhibitor`);

/** A group: what kind of names it has, the concepts it takes in, its English and its Chinese names joined by "|". */
export type TreatmentRow = readonly [kind: "drug" | "procedure" | "therapy", readonly string[], string, string];

// What both languages read the names as, and the one place that says so.
// Groups of the WHO's ATC classification (2024 index) and MeSH procedures; names are those that protocols use. A class of the
// pack stands beside an ATC group, or for it, where it knows drugs that the index does not (those approved in China alone), and
// is left out where it holds drugs of another kind: antagonists among the opioids, paracetamol among the NSAIDs. Fixed
// combinations with drugs of another kind (C09B, C09D, C10BX) are left out: their codes lead to amlodipine and hydrochlorothiazide.
export const treatmentRows: readonly TreatmentRow[] = [
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
    "therapy",
    atc("L01A", "L01B", "L01C", "L01D", "L01XA"),
    "chemotherapy|cytotoxic chemotherapy|cytotoxic therapy|systemic chemotherapy|cytotoxic agents|combination chemotherapy|multi-agent chemotherapy|maintenance chemotherapy|induction chemotherapy|consolidation chemotherapy|chemotherapies|chemotherapeutics|chemotherapeutic agents",
    "化疗|化学治疗|全身化疗|细胞毒化疗|细胞毒药物",
  ],
  [
    "drug",
    atc("L01", "L02", "L03A"),
    "anticancer therapy|anti-cancer therapy|antineoplastic therapy|anti-tumor therapy|antitumor therapy|anti-tumour therapy|antitumour therapy|anti-neoplastic therapy|cancer therapy|systemic anticancer therapy|systemic therapy|anticancer treatment|anti-cancer treatment",
    "抗肿瘤治疗|抗癌治疗|系统性抗肿瘤治疗|全身抗肿瘤治疗|系统治疗|全身治疗|抗肿瘤药物",
  ],
  [
    "therapy",
    atc("L01F", "L01E"),
    "targeted therapy|molecularly targeted therapy|targeted agents",
    "靶向治疗|靶向药物|分子靶向治疗",
  ],
  [
    "drug",
    ["QHCLASS:pd-1-inhibitor", "QHCLASS:pd-l1-inhibitor"],
    "anti-pd-1/pd-l1|anti-pd-1 or anti-pd-l1|anti-pd-1/anti-pd-l1|anti-pd-1 or pd-l1|anti-pd-(l)1|pd-1/pd-l1|pd-1/pd-l1 inhibitor|pd-1/pd-l1 inhibitors|pd-1/l1 inhibitor|pd-1 or pd-l1 inhibitor|pd-(l)1 inhibitor",
    "pd-1/pd-l1抑制剂|pd-(l)1抑制剂|抗pd-1/pd-l1",
  ],
  [
    "drug",
    checkpoints,
    "immune checkpoint inhibitor|immune checkpoint inhibitors|checkpoint inhibitors|immune checkpoint blockade|checkpoint blockade",
    "免疫检查点抑制剂",
  ],
  ["therapy", checkpoints, "immunotherapy|immunotherapies|immune therapy|cancer immunotherapy", "免疫治疗"],
  ["drug", atc("L02"), "endocrine therapy|hormonal therapy|hormone therapy|hormonotherapy", "内分泌治疗|激素治疗"],
  [
    "drug",
    atc("H02AB"),
    "systemic corticosteroids|systemic steroids|corticosteroids|steroids|glucocorticoids|glucocorticosteroids|oral corticosteroids",
    "糖皮质激素|全身糖皮质激素|皮质类固醇|全身性激素|类固醇",
  ],
  [
    "drug",
    atc("R03BA"),
    "inhaled corticosteroids|inhaled glucocorticosteroids|inhaled steroids|inhaled glucocorticoids",
    "吸入性糖皮质激素|吸入糖皮质激素|吸入激素",
  ],
  [
    "drug",
    atc("D07"),
    "topical corticosteroids|topical steroids|topical glucocorticoids",
    "外用糖皮质激素|局部外用糖皮质激素|外用激素",
  ],
  [
    "drug",
    [...atc("L04"), "QHCLASS:immunosuppressant"],
    "immunosuppressants|immunosuppressors|immunosuppressives|immunosuppressive therapy|immunosuppressive drugs|immunosuppressive agents|immunosuppression",
    "免疫抑制剂|免疫抑制治疗|免疫抑制药物",
  ],
  [
    "drug",
    atc("B01AA", "B01AB", "B01AE", "B01AF"),
    "anticoagulants|anticoagulant|anticoagulation|anticoagulant therapy|anti-coagulants|anti-coagulation|oral anticoagulants|blood thinners",
    "抗凝药|抗凝剂|抗凝治疗|抗凝药物|口服抗凝药",
  ],
  [
    "drug",
    [...atc("B01AC"), "QHCLASS:antiplatelet-agent"],
    "antiplatelets|anti-platelet agents|antiplatelet agents|antiplatelet therapy|antiplatelet drugs",
    "抗血小板药|抗血小板治疗|抗血小板药物",
  ],
  [
    "therapy",
    atc("B01AD"),
    "thrombolytics|thrombolytic therapy|thrombolysis|fibrinolytic therapy",
    "溶栓药|溶栓治疗|溶栓",
  ],
  ["drug", atc("C10AA"), "statin|statins|hmg-coa reductase inhibitors", "他汀|他汀类|他汀类药物"],
  [
    "drug",
    atc("C10A", "C10BA"),
    "lipid-lowering therapy|lipid lowering drugs|lipid-lowering agents|hypolipidemic agents",
    "降脂药|调脂药|降脂治疗",
  ],
  [
    "drug",
    atc("C02", "C03", "C07", "C08", "C09"),
    "antihypertensives|anti-hypertensives|anti-hypertensive drugs|antihypertensive drugs|antihypertensive medication|antihypertensive therapy",
    "降压药|降压药物|抗高血压药|降压治疗|抗高血压药物",
  ],
  ["drug", atc("C03"), "diuretics|diuretic|diuretic therapy", "利尿剂|利尿药"],
  [
    "drug",
    [...atc("C07"), "QHCLASS:beta-blocker"],
    "beta-blockers|beta blockers|beta blocker|β-blockers",
    "β受体阻滞剂|β阻滞剂",
  ],
  [
    "drug",
    [...atc("C09A"), "QHCLASS:ace-inhibitor"],
    "ace inhibitors|ace inhibitor|acei|ace-i|angiotensin converting enzyme inhibitors|angiotensin converting enzyme (ace) inhibitors",
    "血管紧张素转换酶抑制剂|acei",
  ],
  [
    "drug",
    [...atc("C09C"), "QHCLASS:angiotensin-ii-receptor-blocker"],
    "angiotensin receptor blockers|angiotensin receptor antagonists|angiotensin ii receptor antagonists|angiotensin ii receptor blockers|angiotensin receptor blockers (arbs)|arb|arbs",
    "血管紧张素受体拮抗剂|arb|血管紧张素ii受体拮抗剂",
  ],
  [
    "drug",
    // The class without lidocaine, which most records hold as an anaesthetic.
    ["QHCLASS:antiarrhythmic"],
    "antiarrhythmics|antiarrhythmic drugs|antiarrhythmic medication",
    "抗心律失常药|抗心律失常药物",
  ],
  [
    "drug",
    atc("A10"),
    "antidiabetics|anti-diabetic drugs|antidiabetic drugs|antidiabetic medication|glucose-lowering drugs|glucose lowering agents|antihyperglycemic agents|antihyperglycaemic drugs",
    "降糖药|降糖药物|抗糖尿病药",
  ],
  ["drug", [...atc("A10A"), "QHDRUG:insulin"], "insulin|insulin therapy|insulins", "胰岛素|胰岛素治疗"],
  [
    "drug",
    atc("A10B"),
    "oral antidiabetic drugs|oral antidiabetics|oral hypoglycemic agents|oral hypoglycaemic drugs|oral hypoglycemics|oral glucose-lowering drugs|oads|oad",
    "口服降糖药|口服降糖药物",
  ],
  ["drug", ["QHCLASS:sglt2-inhibitor"], "sglt2 inhibitors|sglt-2 inhibitors|sglt2i", "sglt2抑制剂|sglt-2抑制剂"],
  [
    "drug",
    ["QHCLASS:glp-1-receptor-agonist"],
    "glp-1 receptor agonists|glp-1 analogues|glp1 receptor agonists|glp-1 agonists|glp-1 ra|glp-1ra",
    "glp-1受体激动剂|glp-1类似物",
  ],
  ["drug", ["QHCLASS:dpp-4-inhibitor"], "dpp-4 inhibitors|dpp4 inhibitors", "dpp-4抑制剂|dpp4抑制剂"],
  [
    "drug",
    atc("J01"),
    "antibiotics|antibacterials|systemic antibiotics|antibacterial therapy|antibiotic therapy|intravenous antibiotics|antibiotic",
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
    "antiretroviral therapy|antiretrovirals|anti-retroviral therapy|highly active antiretroviral therapy|haart|combination antiretroviral therapy|combined antiretroviral therapy|combination anti-retroviral therapy|combined anti-retroviral therapy|cart",
    "抗逆转录病毒治疗|抗逆转录病毒药物",
  ],
  [
    "drug",
    atc("M01A"),
    "nsaids|nsaid|non-steroidal anti-inflammatory agents|nonsteroidal anti-inflammatory agents|non-steroidal antiinflammatory drugs|nonsteroidal antiinflammatory drugs|non-steroidal anti-inflammatory drugs|nonsteroidal anti-inflammatory drugs",
    "非甾体抗炎药|非甾体类抗炎药|nsaid|nsaids",
  ],
  [
    "drug",
    atc("N02A", "N01AH"),
    "opioids|opioid|opiates|opioid analgesics|narcotics",
    "阿片类药物|阿片类|阿片类镇痛药",
  ],
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
  ["drug", [...atc("A02BC"), "QHCLASS:proton-pump-inhibitor"], "proton pump inhibitors|ppis|ppi", "质子泵抑制剂|ppi"],
  [
    "drug",
    atc("G03A"),
    "oral contraceptives|contraceptive pills|oral contraceptive pills|hormonal contraceptive pills|hormonal contraceptives|hormonal contraception",
    "口服避孕药|激素类避孕药",
  ],
  [
    "therapy",
    atc("G03C", "G03F"),
    "hormone replacement therapy|hrt|menopausal hormone therapy",
    "激素替代治疗|激素替代疗法",
  ],
  [
    "therapy",
    atc("H03AA"),
    "thyroid hormone replacement|thyroid hormone therapy|thyroid replacement",
    "甲状腺激素替代治疗",
  ],
  ["therapy", atc("H01AC"), "growth hormone therapy|growth hormone replacement", "生长激素治疗"],
  ["drug", [...atc("J07"), "QHCLASS:vaccine"], "vaccine|vaccines", "疫苗"],
  [
    "therapy",
    [...atc("J07"), "QHCLASS:vaccine"],
    "vaccination|vaccinated|immunization|immunisation|immunizations",
    "疫苗接种",
  ],
  [
    "therapy",
    atc("J07BB"),
    "influenza vaccination|influenza vaccine|flu vaccine|flu vaccination",
    "流感疫苗|流感疫苗接种",
  ],
  [
    "drug",
    [...atc("L03AA"), "QHCLASS:granulocyte-colony-stimulating-factor"],
    "g-csf|granulocyte colony-stimulating factor|colony-stimulating factors|hematopoietic growth factors|haematopoietic growth factors|myeloid growth factors|growth factor support",
    "粒细胞集落刺激因子|g-csf|造血生长因子",
  ],
  [
    "drug",
    atc("B03XA"),
    "erythropoietin|erythropoiesis-stimulating agents|erythropoietin stimulating agents|esa|esas",
    "促红细胞生成素|epo|促红素",
  ],
  [
    "drug",
    ["QHCLASS:egfr-tyrosine-kinase-inhibitor"],
    "egfr-tki|egfr tki|egfr tkis|egfr tyrosine kinase inhibitor|egfr tyrosine kinase inhibitors",
    "egfr-tki|egfr酪氨酸激酶抑制剂",
  ],
  [
    "drug",
    atc("L01E"),
    "tyrosine kinase inhibitors|tyrosine kinase inhibitor|tki|tkis|protein kinase inhibitors|kinase inhibitors",
    "酪氨酸激酶抑制剂|tki|激酶抑制剂",
  ],
  [
    "drug",
    ["QHCLASS:platinum-compound"],
    "platinum-based chemotherapy|platinum-containing chemotherapy|platinum|platinum compounds|platinum-based therapy|platinum-containing regimen|platinum-based doublet",
    "含铂化疗|铂类化疗|铂类|含铂双药化疗|含铂双药",
  ],
  [
    "drug",
    ["QHCLASS:taxane"],
    "taxane|taxanes|taxane-based chemotherapy",
    "紫杉类|紫杉烷类|含紫杉类化疗|含紫杉类方案化疗|含紫杉类药物化疗",
  ],
  [
    "drug",
    ["QHCLASS:anthracycline-or-related"],
    "anthracycline|anthracyclines|anthracycline-based chemotherapy",
    "蒽环类|蒽环类药物|含蒽环类化疗|含蒽环类方案化疗|含蒽环类药物化疗",
  ],
];
