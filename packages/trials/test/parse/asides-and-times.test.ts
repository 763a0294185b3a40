import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

/** Sentences that except, asides that demand, times that a list shares, and ages beside what is measured. */
const english: readonly Row[] = [
  ["PASI ≥ 12, BSA ≥ 10%, sPGA ≥ 3", "I", 'all(pasi >=12; "BSA ≥ 10%, sPGA ≥ 3")'],
  ["Understand and voluntarily sign an informed consent document", "I", "consent participate"],
  [
    "Diabetes:\n   - multiple endocrine neoplasia type 2\n   - stroke",
    "E",
    "any(condition MONDO:0005015; condition MONDO:0019003; condition MONDO:0005098)",
  ],
  ["WOCBP and males must use contraception", "I", "any(not(any(childbearing-potential; male)); contraception)"],
  ["Non-smoking females", "I", "all(not(condition QHDISEASE:smoking); female)"],
  [
    "Surgery within 12 weeks prior to signing the informed consent form (ICF)",
    "E",
    "procedure MESH:D013514 @-12week..0",
  ],
  ["Substance abuse (alcohol, cocaine, PCP)", "E", "condition MONDO:0002491"],
  [
    "Aspartate aminotransferase (AST) (serum glutamic oxaloacetic transaminase [SGOT]), alanine aminotransferase (ALT) (serum glutamate pyruvate transaminase [SGPT]) ≤ 2.5 x ULN; if liver involvement, AST, ALT ≤ 5.0 x ULN",
    "I",
    "any(all(LAB:ast xULN <=2.5; LAB:alt xULN <=2.5); all(condition ICD10CM:C78.7; LAB:ast xULN <=5; LAB:alt xULN <=5))",
  ],
  [
    "Liver function:\n   - Bilirubin ≤ 1.5 x ULN\n   - ALT ≤ 2.5 x ULN, OR\n   - ALT ≤ 5 x ULN if liver metastasis",
    "I",
    "all(LAB:bilirubin-total xULN <=1.5; any(LAB:alt xULN <=2.5; all(LAB:alt xULN <=5; condition ICD10CM:C78.7)))",
  ],
  [
    "Must have:\n   - diabetes\n   - hypertension, or\n   - stroke",
    "I",
    "any(condition MONDO:0005015; condition MONDO:0005044; condition MONDO:0005098)",
  ],
  ["Age > 28 days and < 18 years at the time of informed consent/assent", "I", "all(age >28 day; age <18 year)"],
  [
    "Cholesterol < 350 mg/dL (for patients receiving temsirolimus)",
    "I",
    'all(LAB:cholesterol-total <350 mg/dL; "(for patients receiving temsirolimus)")',
  ],
  ["Alcohol dependence (in the opinion of the PI)", "E", "condition MONDO:0007079"],
  ["Treatment with PI within 2 weeks", "E", "drug QHTERM:protease-inhibitor @-2week..0"],
  [
    "No other concurrent malignancies or malignancies diagnosed within the past 5 years except basal cell carcinoma",
    "I",
    "not(any(condition MONDO:0004992 except MONDO:0020804 @-5year..0; condition MONDO:0004992 except MONDO:0020804 @-5year..0 start))",
  ],
  [
    "AST and ALT ≤ 2.5 × upper limit of normal (ULN); patients with liver metastases ≤ 5 × ULN",
    "I",
    "any(all(LAB:ast xULN <=2.5; LAB:alt xULN <=2.5); all(condition ICD10CM:C78.7; LAB:ast xULN <=5; LAB:alt xULN <=5))",
  ],
  [
    "Significant coagulopathy (in the absence of therapeutic anticoagulation)",
    "E",
    "all(condition MONDO:0001531 {Significant}; not(drug ATC:B01AA|ATC:B01AB|ATC:B01AE|ATC:B01AF))",
  ],
  [
    "Any of the following in the previous 6 months: deep vein thrombosis or pulmonary embolism",
    "E",
    "any(condition QHDISEASE:deep-vein-thrombosis @-6month..0 start; condition MONDO:0005279 @-6month..0 start)",
  ],
  [
    "Major surgery, other than diagnostic surgery, within 4 weeks",
    "E",
    'all(procedure MESH:D013514; not("diagnostic surgery, within 4 weeks"))',
  ],
  ["Patients may have received prior radiotherapy", "I", '"Patients may have received prior radiotherapy"'],
  ["Cocaine or intravenous drug use", "E", 'any(drug DRUGBANK:DB00907; "intravenous drug use")'],
  [
    "Baseline QTcF > 480 ms. NOTE: This criterion does not apply to patients with a left bundle branch block",
    "E",
    "all(qtcf >480; not(condition DOID:10272))",
  ],
  [
    "Active infection. This does not apply to urinary tract infection.",
    "E",
    "condition MONDO:0005550 except MONDO:0100338 active",
  ],
  [
    "No prior surgery other than biopsy and no prior radiation therapy",
    "I",
    "all(not(procedure MESH:D013514 except MESH:D001706); not(procedure MESH:D011878))",
  ],
  [
    "Women of childbearing potential (WOCBP) must use contraception",
    "I",
    "any(not(all(female; childbearing-potential)); contraception)",
  ],
  [
    "Pregnant or nursing women (all women of childbearing age should use contraception)",
    "E",
    "any(pregnant; breastfeeding)",
  ],
  ["PSA ≥ 10 ng/mL in males who are 50 years and over", "E", "all(LAB:psa-total >=10 ng/mL; male; age >=50 year)"],
  ["PSA progression over 4 weeks", "I", '"PSA progression over 4 weeks"'],
  ["Gestational age ≥ 35 weeks", "I", "LAB:gestational-age >=35 wk"],
  [
    "Any of the following: stroke or unstable angina within 180 days",
    "E",
    "any(condition MONDO:0005098 @-180day..0 start; condition MONDO:0006805 @-180day..0 start)",
  ],
  [
    "Any of the following: stroke; unstable angina within 180 days",
    "E",
    "any(condition MONDO:0005098; condition MONDO:0006805 @-180day..0 start)",
  ],
];

describe.skipIf(knowledge === null)("what sentences, brackets and times behind a rule say of it", () =>
  saysTable(knowledge!, "en", english),
);
