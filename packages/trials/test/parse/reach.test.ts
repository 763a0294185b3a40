import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

/** Sentences of registered protocols, shortened, that were once read as something else. */
const english: readonly Row[] = [
  [
    "Ovarian, fallopian tube or primary peritoneal cancer",
    "I",
    "any(condition MONDO:0008170; condition MONDO:0002158; condition MONDO:0015686)",
  ],
  [
    "Active bacterial, viral or fungal infection",
    "E",
    "any(condition MONDO:0005113 active; condition MONDO:0005108 active; condition MONDO:0002041 active)",
  ],
  ["LVEF ≥ 50% as measured by echocardiogram (ECHO) or MUGA scan", "I", "LAB:lvef >=50 %"],
  ["LVEF < 50% by MUGA or echocardiogram", "E", "LAB:lvef <50 %"],
  [
    "Creatinine clearance ≥ 60 mL/min by Cockcroft-Gault or 24-hour urine",
    "I",
    "creatinine-clearance-cockcroft-gault >=60",
  ],
  ["Evidence of metastatic disease on CT scan, MRI, or bone scan", "I", "condition MONDO:0024883"],
  [
    "Active infection requiring oral or intravenous antibiotics",
    "E",
    "all(condition MONDO:0005550 active; drug ATC:J01 current)",
  ],
  ["Pre- and postmenopausal women with breast cancer", "I", "all(female; condition MONDO:0007254)"],
  ["Lung or breast cancer, ECOG 0-1", "I", "all(any(condition MONDO:0008903; condition MONDO:0007254); ecog >=0<=1)"],
  [
    "Diabetes or hypertension, asthma",
    "E",
    "any(condition MONDO:0005015; condition MONDO:0005044; condition MONDO:0004979)",
  ],
  [
    "Total bilirubin ≤ ULN; or total bilirubin ≤ 3 x ULN in patients with Gilbert's syndrome",
    "I",
    "any(LAB:bilirubin-total xULN <=1; all(LAB:bilirubin-total xULN <=3; condition MONDO:0007745))",
  ],
  [
    "Aspartate aminotransferase (AST or SGOT) and alanine aminotransferase (ALT or SGPT) ≤ 2.5 x ULN",
    "I",
    "all(LAB:ast xULN <=2.5; LAB:alt xULN <=2.5)",
  ],
  [
    "AST ≤ 3 x ULN without liver metastases and ALT ≤ 5 x ULN if documented liver metastases",
    "I",
    "any(all(LAB:ast xULN <=3; not(condition ICD10CM:C78.7)); all(LAB:alt xULN <=5; condition ICD10CM:C78.7))",
  ],
  [
    "Surgery was permitted, and patients with asthma were allowed.",
    "I",
    '"Surgery was permitted, and patients with asthma were allowed."',
  ],
  [
    "Childbearing age, no use of contraception, pregnancy",
    "E",
    "any(all(childbearing-potential; not(contraception)); pregnant)",
  ],
  [
    "Women of childbearing potential without a negative pregnancy test within 14 days",
    "E",
    "all(female; childbearing-potential; pregnant @-14day..0)",
  ],
  ["Not willing/able to use contraception", "E", "not(contraception)"],
  ["Pregnant women are ineligible because the effects of imatinib on the fetus are unknown.", "E", "pregnant"],
  [
    "HIV-positive patients and taking HAART are not eligible due to possible interactions with imatinib",
    "E",
    "all(condition MONDO:0005109; drug ATC:J05AE|ATC:J05AF|ATC:J05AG|ATC:J05AJ|ATC:J05AR current)",
  ],
  ["Hormonal therapy:", "I", '"Hormonal therapy:"'],
  ["Combined antiretroviral therapy", "E", "drug ATC:J05AE|ATC:J05AF|ATC:J05AG|ATC:J05AJ|ATC:J05AR"],
  ["No uncontrolled hypertension", "I", "not(condition MONDO:0005044 {uncontrolled})"],
  ["No active infection", "I", "not(condition MONDO:0005550 active)"],
  ["Active hepatitis B", "E", "condition MONDO:0005344 active"],
  ["Active viral or bacterial infection", "E", "any(condition MONDO:0005108 active; condition MONDO:0005113 active)"],
  ["ongoing or active systemic infection", "E", "condition MONDO:0005550 active {systemic}"],
  ["Concurrent radiotherapy", "E", "procedure MESH:D011878 @-30day..0"],
  [
    "Concomitant chemotherapy or radiation therapy",
    "E",
    "any(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA current; procedure MESH:D011878 @-30day..0)",
  ],
  [
    "Prior concurrent chemoradiotherapy",
    "E",
    "all(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA; procedure MESH:D011878)",
  ],
  ["Treated with sirolimus before the study", "E", "drug DRUGBANK:DB00877"],
  ["Patients treated with sirolimus", "E", "drug DRUGBANK:DB00877 current"],
  ["Adults over age 50", "I", "age >50 year"],
  ["ages between 18 and 75 years", "I", "age >=18<=75 year"],
  ["children under age 12", "E", "age <12 year"],
  ["Pre-menopausal women with a negative pregnancy test", "I", "all(female; not(postmenopausal); not(pregnant))"],
  [
    "Patients must be post-menopausal (≥ 1 year) or sterilized",
    "I",
    "any(postmenopausal @..-1year; surgically-sterile)",
  ],
  [
    "Uncontrolled hypertension (>150/95)",
    "E",
    "any(condition MONDO:0005044 {Uncontrolled}; LAB:systolic-pressure >150 mm[Hg]; LAB:diastolic-pressure >95 mm[Hg])",
  ],
  ["ALT < 3 times normal", "I", "LAB:alt xULN <3"],
  ["NSCLC with or without brain metastases", "I", "condition MONDO:0005233"],
  [
    "Serum albumin less than 30 g/L without hepatic or renal dysfunction",
    "I",
    "all(LAB:albumin <30 g/L; not(any(condition QHDISEASE:hepatic-insufficiency; condition MONDO:0001106)))",
  ],
  [
    "Diabetes without retinopathy, nephropathy or neuropathy",
    "I",
    "all(condition MONDO:0005015; not(any(condition MONDO:0005283; condition MONDO:0005240; condition MONDO:0005244)))",
  ],
  [
    "Heart failure without diabetes or hypertension",
    "E",
    "all(condition MONDO:0005252; not(any(condition MONDO:0005015; condition MONDO:0005044)))",
  ],
  [
    "Cirrhosis without ascites, diabetes",
    "E",
    "any(all(condition MONDO:0005155; not(condition HP:0001541)); condition MONDO:0005015)",
  ],
  [
    "No other concurrent chemotherapy or investigational agents",
    "I",
    'not(any(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA current; "investigational agents"))',
  ],
  ["No history of diabetes, willing to comply with the protocol", "I", "all(not(condition MONDO:0005015); consent)"],
  [
    "Is free from death, MI, and stroke",
    "I",
    'all("free from death"; not(condition MONDO:0005068); not(condition MONDO:0005098))',
  ],
  [
    "Heart disease such as unstable angina, heart failure (NYHA III-IV), and uncontrolled arrhythmia",
    "E",
    "any(condition MONDO:0005267; condition MONDO:0006805; all(condition MONDO:0005252; nyha >=3<=4); condition MONDO:0007263 {uncontrolled})",
  ],
  [
    "Diabetes mellitus, active hepatitis, gastric bypass, and irritable bowel syndrome",
    "E",
    "any(condition MONDO:0005015; condition MONDO:0002251 active; procedure MESH:D015390; condition MONDO:0005052)",
  ],
  [
    "(1) refusal by the family, (2) use of opioids and (3) previous sternotomy",
    "E",
    'any("refusal by the family"; drug ATC:N02A|ATC:N01AH current; procedure MESH:D056346)',
  ],
  ["Age <18 and >75 years", "E", "any(age <18 year; age >75 year)"],
  [
    "women after hysterectomy, and males between 18 and 70 years of age",
    "I",
    'any(all(female; procedure MESH:D007044; "after"); all(male; age >=18<=70 year))',
  ],
  [
    "Adults who cannot provide their own consent and children",
    "E",
    "any(all(age >=18 year; not(consent)); age <18 year)",
  ],
  [
    "Diagnosis of Myelodysplastic Syndromes, Chronic Myelomonocytic Leukemia and Acute Myeloid Leukemia",
    "I",
    "any(condition MONDO:0018881; condition MONDO:0020311; condition MONDO:0018874)",
  ],
  [
    "AST and ALT ≤ 2.5 times ULN (5 times ULN in patients with liver metastases)",
    "I",
    "any(all(LAB:ast xULN <=2.5; LAB:alt xULN <=2.5); all(LAB:ast xULN <=5; LAB:alt xULN <=5; condition ICD10CM:C78.7))",
  ],
  [
    "ALT < 3 x ULN, or 5 x ULN if liver metastases are present",
    "I",
    "any(LAB:alt xULN <3; all(LAB:alt xULN <5; condition ICD10CM:C78.7))",
  ],
  [
    "ALT ≤ 2.5 x ULN. Patients with known liver metastases who have an ALT ≤ 5 x ULN.",
    "I",
    "any(LAB:alt xULN <=2.5; all(condition ICD10CM:C78.7; LAB:alt xULN <=5))",
  ],
  [
    "Radiotherapy within the last 4 weeks, except palliative radiotherapy",
    "E",
    "all(procedure MESH:D011878 @-4week..0; not(procedure MESH:D011878 for palliative @-4week..0))",
  ],
  [
    "HIV infection only if the patient is on ritonavir",
    "E",
    "all(condition MONDO:0005109; drug DRUGBANK:DB00503 current)",
  ],
  [
    "HIV infection only if the patient is on ritonavir, hepatitis B, or cancer",
    "E",
    '"HIV infection only if the patient is on ritonavir, hepatitis B, or cancer"',
  ],
  [
    "Use of an MAOI (if receiving methylphenidate during this study)",
    "E",
    'all(drug ATC:N06AF current; "(if receiving methylphenidate during this study)")',
  ],
  [
    "Cancer treated with radiotherapy (patients with basal cell carcinoma are allowed)",
    "E",
    'all(condition MONDO:0004992 active; procedure MESH:D011878; "(patients with basal cell carcinoma are allowed)")',
  ],
  ["Use of asthma medications", "E", '"Use of asthma medications"'],
  ["Use of weight loss medication", "E", '"Use of weight loss medication"'],
  ["Allergy to penicillin medications", "E", "condition DOID:0060520"],
  [
    "Any disease that would interfere with the ability to give informed consent",
    "E",
    '"Any disease that would interfere with the ability to give informed consent"',
  ],
  ["pregnant or planning to become pregnant", "E", 'any(pregnant; "planning to become pregnant")'],
  ["pregnant or expecting to father children", "E", 'any(pregnant; "expecting to father children")'],
  [
    "Has been diagnosed with schizophrenia less than 6 months prior to screening",
    "E",
    "condition MONDO:0005090 @-6month..0 start",
  ],
  [
    "Patient not eligible for (immediate) standard induction chemotherapy",
    "I",
    '"Patient not eligible for (immediate) standard induction chemotherapy"',
  ],
  ["Off steroids for at least 2 weeks", "I", "not(drug ATC:H02AB @-2week..0)"],
  ["On stable metformin therapy for at least 6 weeks", "I", "drug DRUGBANK:DB00331 @..-6week start"],
  [
    "No prior chemotherapy for at least 3 weeks",
    "I",
    "not(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA @-3week..0)",
  ],
  [
    "No clinically significant hepatic, renal or cardiac disease",
    "I",
    "not(any(condition MONDO:0005154 {clinically significant}; condition MONDO:0005240 {clinically significant}; condition MONDO:0005267 {clinically significant}))",
  ],
  [
    "Severe hepatic or renal impairment",
    "E",
    "any(condition QHDISEASE:hepatic-insufficiency {Severe}; condition MONDO:0001106 {Severe})",
  ],
  ["Diabetes with poor glycemic control", "E", 'all(condition MONDO:0005015; "poor glycemic control")'],
  ["prior anti-cancer monoclonal antibody", "E", '"prior anti-cancer monoclonal antibody"'],
  ["QT prolongation on ECG", "E", "condition HP:0001657"],
  ["H/o seizures", "E", "condition HP:0001250"],
  ["History of or current presence of arrhythmias", "E", "condition MONDO:0007263"],
  ["Current use or prior exposure to galcanezumab", "E", "drug DRUGBANK:DB14042"],
  [
    "Women of childbearing potential will be required to have a negative pregnancy test",
    "I",
    "any(not(all(female; childbearing-potential)); not(pregnant))",
  ],
  ["Prior tyrosine kinase inhibitor", "E", "drug ATC:L01E"],
  ["Patients on cART", "E", "drug ATC:J05AE|ATC:J05AF|ATC:J05AG|ATC:J05AJ|ATC:J05AR current"],
  [
    "Asthma, no COPD or tuberculosis",
    "I",
    "all(condition MONDO:0004979; not(any(condition MONDO:0005002; condition MONDO:0018076)))",
  ],
  [
    "Asthma, no COPD, not pregnant or nursing",
    "I",
    "all(condition MONDO:0004979; not(condition MONDO:0005002); not(any(pregnant; breastfeeding)))",
  ],
  [
    "Age ≥ 18, no history of stroke or TIA within 6 months, and ECOG 0-1",
    "I",
    "all(age >=18 year; not(any(condition MONDO:0005098 @-6month..0 start; condition MONDO:0005264 @-6month..0 start)); ecog >=0<=1)",
  ],
  ["Allergy to ASA or other NSAIDs", "E", "any(condition DOID:0040002; allergy ATC:M01A)"],
  [
    "Malignancies, excluding colorectal cancer, diagnosed in the previous 5 years",
    "E",
    "condition MONDO:0004992 except MONDO:0005575 @-5year..0",
  ],
  [
    "Malignancy other than basal cell carcinoma within the past 5 years",
    "E",
    "condition MONDO:0004992 except MONDO:0020804 @-5year..0",
  ],
  [
    "must be willing to use appropriate contraception if of child-bearing potential",
    "I",
    "any(not(childbearing-potential); contraception)",
  ],
  ["Serum potassium < 3.5 or > 5.1 mEq/L", "E", "any(LAB:potassium <3.5 meq/L; LAB:potassium >5.1 meq/L)"],
  ["Positive hepatitis B surface antigen (HBsAg) or HIV infection", "E", "any(result; condition MONDO:0005109)"],
  ["Hepatitis B surface antigen positivity", "E", "result"],
  [
    "ALT ≥ 5 x ULN or ALT ≥ 3 x ULN and bilirubin ≥ 1.5 x ULN",
    "E",
    "any(LAB:alt xULN >=5; all(LAB:alt xULN >=3; LAB:bilirubin-total xULN >=1.5))",
  ],
  ["SBP < 90 or > 150 mmHg", "E", "any(LAB:systolic-pressure <90 mm[Hg]; LAB:systolic-pressure >150 mm[Hg])"],
  [
    "Systemic treatment for multiple myeloma, including immunotherapy, within 14 days",
    "E",
    "any(all(drug ATC:L01|ATC:L02|ATC:L03A @-14day..0; condition MONDO:0009693 @-14day..0); drug QHCLASS:pd-1-inhibitor|QHCLASS:pd-l1-inhibitor|QHCLASS:ctla-4-inhibitor|QHCLASS:lag-3-inhibitor|QHCLASS:tigit-inhibitor @-14day..0)",
  ],
  ["History of an allergy to ASP1941 (ipragliflozin)", "E", "allergy DRUGBANK:DB11698"],
  ["Hemoglobin ≥ 8.0 g/dL (may receive RBC transfusions)", "I", "LAB:haemoglobin >=8 g/dL"],
  ["Venous thrombosis within 6 months of baseline", "E", "condition MONDO:0005399 @-6month..0 start"],
  ["Fertile patients must use contraception", "I", "any(not(childbearing-potential); contraception)"],
  [
    "Women of childbearing potential must use effective contraception",
    "I",
    "any(not(all(female; childbearing-potential)); contraception)",
  ],
  ["Chemotherapy", "I", '"Chemotherapy"'],
  ["Radiotherapy:", "I", '"Radiotherapy:"'],
  ["Prior chemotherapy", "I", "drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA"],
  [
    "International Normalized Ratio (INR) no greater than 3.0 if taking warfarin",
    "I",
    "any(not(drug DRUGBANK:DB00682 current); LAB:inr <=3 1)",
  ],
  [
    "Total bilirubin ≤ 1.5x ULN; ALT ≤ 2.5x ULN. In subjects with documented liver metastases, the ALT may be ≤ 5x ULN",
    "I",
    "all(LAB:bilirubin-total xULN <=1.5; any(LAB:alt xULN <=2.5; all(condition ICD10CM:C78.7; LAB:alt xULN <=5)))",
  ],
  [
    "Patients with a colostomy or ileostomy may be eligible at investigator discretion",
    "I",
    '"Patients with a colostomy or ileostomy may be eligible at investigator discretion"',
  ],
  ["Patients with renal cell carcinoma are eligible", "I", "condition MONDO:0005086"],
  [
    "No prior asthma, urticaria, or allergic-type reactions to aspirin or other NSAIDs",
    "E",
    "not(any(condition MONDO:0004979; condition MONDO:0005492; allergy DRUGBANK:DB00945; allergy ATC:M01A))",
  ],
  [
    "Female patients must be of non-childbearing potential or be practicing a highly effective contraception",
    "I",
    "any(not(female); not(childbearing-potential); contraception)",
  ],
  ["ECOG performance status ≤ 2 (Karnofsky ≥ 60%)", "I", "any(ecog <=2; karnofsky >=60)"],
  ["Infection at the injection site", "E", 'all(condition MONDO:0005550; "injection site")'],
  [
    "ALT and AST ≤3 x ULN or ≤5 x ULN if known hepatic metastases",
    "I",
    "any(all(LAB:alt xULN <=3; LAB:ast xULN <=3); all(LAB:alt xULN <=5; LAB:ast xULN <=5; condition ICD10CM:C78.7))",
  ],
  ["Patients with active rheumatoid arthritis may participate in this trial", "I", "condition MONDO:0008383 active"],
  ["Prior radiation is permitted", "I", '"Prior radiation is permitted"'],
  [
    "No significant cardiac disease, including any of the following:\n   - Hypertension\n   - Unstable angina",
    "I",
    "not(any(condition MONDO:0005267 {significant}; condition MONDO:0005044; condition MONDO:0006805))",
  ],
  [
    "Participants should not yet have received treatment, including:\n   - chemotherapy,\n   - trastuzumab",
    "I",
    "not(any(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA; drug DRUGBANK:DB00072))",
  ],
  [
    "Radiotherapy:\n   - No prior thoracic radiotherapy\n   - No radiotherapy within 4 weeks",
    "I",
    "all(not(procedure MESH:D011878); not(procedure MESH:D011878 @-4week..0))",
  ],
  [
    "Adequate organ function, including:\n   - ANC ≥ 1500/uL\n   - Platelets ≥ 100000/uL",
    "I",
    "all(LAB:neutrophils >=1500 /uL; LAB:platelets >=100000 /uL)",
  ],
  [
    "Must have diabetes, including:\n   - HbA1c > 7 %\n   - BMI > 25",
    "I",
    "all(condition MONDO:0005015; LAB:hba1c >7 %; bmi >25)",
  ],
  [
    "No cardiac disease, including:\n   - LVEF < 50%\n   - Unstable angina",
    "I",
    "not(any(condition MONDO:0005267; LAB:lvef <50 %; condition MONDO:0006805))",
  ],
  [
    "Men and non-pregnant women with chronic HIV-1 infection",
    "I",
    "all(any(male; all(not(pregnant); female)); condition MONDO:0005109 {chronic})",
  ],
  [
    "Males and non-pregnant females who are 12 years of age and older.",
    "I",
    "all(any(male; all(not(pregnant); female)); age >=12 year)",
  ],
  [
    "Non-pregnant and either not of childbearing potential or using specified contraception",
    "I",
    "any(not(pregnant); not(childbearing-potential); contraception)",
  ],
  [
    "women who had a hysterectomy, and males between 18 and 70 years of age",
    "I",
    "any(all(female; procedure MESH:D007044); all(male; age >=18<=70 year))",
  ],
  ["Men or postmenopausal women", "I", "any(male; postmenopausal)"],
  [
    "Females of non-childbearing potential and male subjects",
    "I",
    "any(all(female; not(childbearing-potential)); male)",
  ],
  [
    "Note that patients who require antifungal prophylaxis are preferred to be on fluconazole, and, patients taking voriconazole",
    "E",
    'all(drug ATC:J02 current; drug DRUGBANK:DB00196 current; "prophylaxis are preferred"; drug DRUGBANK:DB00582 current)',
  ],
];

const chinese: readonly Row[] = [
  ["手术", "I", '"手术"'],
  ["非小细胞肺癌，伴或不伴脑转移", "I", "condition MONDO:0005233"],
  ["无论有无肝转移、骨转移，ECOG 0-1分", "I", "ecog >=0<=1"],
  [
    "ALT、AST≤2.5×ULN（肝转移患者5×ULN）",
    "I",
    "any(all(LAB:alt xULN <=2.5; LAB:ast xULN <=2.5); all(condition QHDISEASE:secondary-malignant-neoplasm-of-liver; LAB:alt xULN <=5; LAB:ast xULN <=5))",
  ],
  [
    "无糖尿病、高血压病史，愿意遵守研究方案",
    "I",
    "all(not(any(condition MONDO:0005015; condition MONDO:0005044)); consent)",
  ],
  ["绝经前女性，妊娠试验阴性", "I", "all(female; not(postmenopausal); result)"],
  [
    "诊断为骨髓增生异常综合征、慢性粒单核细胞白血病和急性髓系白血病",
    "I",
    "any(condition MONDO:0018881; condition MONDO:0020311; condition MONDO:0018874)",
  ],
  ["6个月内确诊的2型糖尿病", "I", "condition MONDO:0005148 @-6month..0 start"],
  ["同期放疗", "E", "procedure MESH:D011878 @-30day..0"],
  [
    "同时接受化疗或放疗",
    "E",
    "any(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA current; procedure MESH:D011878 @-30day..0)",
  ],
  ["既往接受过同期放化疗", "E", "all(drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA; procedure MESH:D011878)"],
  [
    "4周内接受过放疗，姑息性放疗除外",
    "E",
    "all(procedure MESH:D011878 @-4week..0; not(procedure MESH:D011878 for palliative @-4week..0))",
  ],
  ["活动性乙型或丙型肝炎", "E", "any(condition MONDO:0005344 active; condition MONDO:0005231 active)"],
  ["活动性病毒或细菌感染", "E", "any(condition MONDO:0005113 active; condition MONDO:0005108 active)"],
  ["正在使用降压药物", "E", "drug ATC:C02|ATC:C03|ATC:C07|ATC:C08|ATC:C09 current"],
  ["近4周内使用过哮喘药物", "E", '"近4周内使用过哮喘药物"'],
  ["影响患者签署知情同意的精神疾病", "E", 'all(condition MONDO:0002025; "影响患者签署知情同意")'],
  [
    "心脏疾病，包括不稳定型心绞痛、NYHA III-IV级心力衰竭和未控制的心律失常",
    "E",
    "any(condition MONDO:0005267; condition MONDO:0006805; all(nyha >=3<=4; condition MONDO:0005252); condition MONDO:0007263 {未控制的})",
  ],
  [
    "未控制的高血压（>150/95mmHg）",
    "E",
    "any(condition MONDO:0005044 {未控制的}; LAB:systolic-pressure >150 mm[Hg]; LAB:diastolic-pressure >95 mm[Hg])",
  ],
  ["年龄<18岁和>75岁", "E", "any(age <18 year; age >75 year)"],
  ["血糖控制不佳的糖尿病", "E", 'all(condition MONDO:0005015; "血糖控制不佳的")'],
  [
    "哮喘，不伴慢性阻塞性肺疾病或结核",
    "I",
    "all(condition MONDO:0004979; not(any(condition MONDO:0005002; condition MONDO:0018076)))",
  ],
];

describe.skipIf(knowledge === null)("what denials, lists and asides hold for", () => {
  describe("English", () => saysTable(knowledge!, "en", english));
  describe("Chinese", () => saysTable(knowledge!, "zh", chinese));
});
