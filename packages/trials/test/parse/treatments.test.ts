import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

const chemotherapy = "drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA";
const anticancer = "drug ATC:L01|ATC:L02|ATC:L03A";
const checkpoints =
  "drug QHCLASS:pd-1-inhibitor|QHCLASS:pd-l1-inhibitor|QHCLASS:ctla-4-inhibitor|QHCLASS:lag-3-inhibitor|QHCLASS:tigit-inhibitor";
const targeted = "drug ATC:L01F|ATC:L01E";
const platinum = "drug QHCLASS:platinum-compound";
const radiotherapy = "procedure MESH:D011878";
const surgery = "procedure MESH:D013514";
const dialysis = "procedure MESH:D006435";
const bypass = "procedure MESH:D001026";
const antibiotics = "drug ATC:J01";
const immunosuppressants = "drug ATC:L04|QHCLASS:immunosuppressant";
const vaccines = "drug ATC:J07|QHCLASS:vaccine";
const infection = "condition MONDO:0005550";
const insulin = "drug ATC:A10A|QHDRUG:insulin";

const groups: readonly Row[] = [
  ["Prior chemotherapy", "E", chemotherapy],
  ["No prior systemic chemotherapy", "I", `not(${chemotherapy})`],
  ["Combination chemotherapy within 4 weeks", "E", `${chemotherapy} @-4week..0`],
  ["Chemotherapy-naive patients", "I", `not(${chemotherapy})`],
  ["EGFR-TKI naïve", "I", "not(drug QHCLASS:egfr-tyrosine-kinase-inhibitor)"],
  [
    "Chemotherapy, radiotherapy, immunotherapy or targeted therapy within 4 weeks",
    "E",
    `any(${chemotherapy} @-4week..0; ${radiotherapy} @-4week..0; ${checkpoints} @-4week..0; ${targeted} @-4week..0)`,
  ],
  ["Prior chemoradiotherapy", "E", `all(${chemotherapy}; ${radiotherapy})`],
  ["Intrathecal chemotherapy", "E", `all(${chemotherapy}; "Intrathecal")`],
  ["Prior taxane-based chemotherapy", "E", "drug QHCLASS:taxane"],
  ["Anthracycline-containing regimen", "E", "drug QHCLASS:anthracycline-or-related"],
  ["Platinum-based doublet chemotherapy", "E", platinum],
  ["Prior systemic therapy for metastatic disease", "E", `all(${anticancer}; condition MONDO:0024883)`],
  ["Prior anti-PD-L1 antibody", "E", "drug QHCLASS:pd-l1-inhibitor"],
  ["Anti-PD-1/PD-L1 therapy", "E", "drug QHCLASS:pd-1-inhibitor|QHCLASS:pd-l1-inhibitor"],
  ["Antiplatelet therapy within 7 days", "E", "drug ATC:B01AC|QHCLASS:antiplatelet-agent @-7day..0"],
  ["Thrombolysis within 24 hours", "E", "drug ATC:B01AD @-24hour..0"],
  ["Lipid-lowering medications", "E", "drug ATC:C10A|ATC:C10BA"],
  ["Oral hypoglycaemic agents", "E", "drug ATC:A10B"],
  ["GLP-1 agonists within 3 months", "E", "drug QHCLASS:glp-1-receptor-agonist @-3month..0"],
  [
    "ARBs or ACEi",
    "E",
    "any(drug ATC:C09C|QHCLASS:angiotensin-ii-receptor-blocker; drug ATC:C09A|QHCLASS:ace-inhibitor)",
  ],
  ["Treatment with PPIs", "E", "drug ATC:A02BC|QHCLASS:proton-pump-inhibitor"],
  ["HAART", "E", "drug ATC:J05AE|ATC:J05AF|ATC:J05AG|ATC:J05AJ|ATC:J05AR"],
  ["ESA within 4 weeks", "E", "drug ATC:B03XA @-4week..0"],
  ["Inhaled corticosteroids", "E", "drug ATC:R03BA"],
  ["Hypertension treated with diuretics", "E", "all(condition MONDO:0005044 active; drug ATC:C03 current)"],
  ["Allergy to chemotherapy", "E", "allergy ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA"],
  ["Influenza vaccination within 2 weeks", "E", "drug ATC:J07BB @-2week..0"],
  ["Yellow fever vaccine within 30 days", "E", "drug DRUGBANK:DB10805 @-30day..0"],
  ["Live vaccine within 30 days", "E", `all(${vaccines} @-30day..0; "Live")`],
];
const groupsZh: readonly Row[] = [
  ["未接受过化疗", "I", `not(${chemotherapy})`],
  ["既往接受过放化疗", "E", `all(${chemotherapy}; ${radiotherapy})`],
  ["既往接受过含紫杉类方案化疗", "E", "drug QHCLASS:taxane"],
  ["4周内使用过PD-1/PD-L1抑制剂", "E", "drug QHCLASS:pd-1-inhibitor|QHCLASS:pd-l1-inhibitor @-4week..0"],
  ["变应原特异性免疫治疗", "E", "procedure MESH:D003888"],
];

// Words of a group that mean something else.
const others: readonly Row[] = [
  ["Allergen immunotherapy within 6 months", "E", "procedure MESH:D003888 @-6month..0"],
  ["Chemotherapy-induced neuropathy", "E", 'all(condition MONDO:0005244; "Chemotherapy-induced")'],
  ["Systemic treatment for psoriasis", "E", 'all(condition MONDO:0005083; "Systemic treatment")'],
  ["Active infection requiring systemic therapy", "E", `all(${infection} active; "systemic therapy")`],
  ["Immunosuppression", "E", '"Immunosuppression"'],
  ["On chronic immunosuppression", "E", `${immunosuppressants} current`],
  ["Hormone replacement therapy within 3 months", "E", "drug ATC:G03C|ATC:G03F @-3month..0"],
  ["Thyroid hormone replacement therapy", "E", "drug ATC:H03AA"],
  [
    "Hormone replacement therapy for hypothyroidism",
    "E",
    'all(condition MONDO:0005420; "Hormone replacement therapy")',
  ],
  // Neither asks for the treatment, nor denies it.
  ["HbA1c > 9% with or without insulin", "E", "LAB:hba1c >9 %"],
  [
    "Hypertension that is not controlled by antihypertensive medication",
    "E",
    'all(condition MONDO:0005044; "that is not controlled by antihypertensive medication")',
  ],
  ["Insulin resistance", "E", "condition MONDO:0005148"],
  ["Patients receiving insulin", "E", `${insulin} current`],
];

const needs: readonly Row[] = [
  ["Ability to undergo endoscopy", "I", '"Ability to undergo endoscopy"'],
  ["Unable to receive radiotherapy", "E", '"Unable to receive radiotherapy"'],
  ["Ineligible for stem cell transplantation", "I", '"Ineligible for stem cell transplantation"'],
  ["Refusal of blood transfusion", "E", '"Refusal of blood transfusion"'],
  ["Patients who require liver transplantation", "I", '"Patients who require liver transplantation"'],
  ["Need for surgery", "E", '"Need for surgery"'],
  ["Patients in need of surgery", "I", '"Patients in need of surgery"'],
  ["Candidates for radical prostatectomy", "I", '"Candidates for radical prostatectomy"'],
  ["Candidate for chemotherapy", "I", '"Candidate for chemotherapy"'],
  ["Eligible for surgery or radiotherapy", "I", '"Eligible for surgery or radiotherapy"'],
  ["Indication for surgery", "E", '"Indication for surgery"'],
  ["Type 2 diabetes and eligible for surgery", "I", 'all(condition MONDO:0005148; "eligible for surgery")'],
  [
    "Indication for surgery, chemotherapy and/or immunotherapy",
    "I",
    '"Indication for surgery, chemotherapy and/or immunotherapy"',
  ],
  [
    "Patients with liver cirrhosis who require liver transplantation",
    "I",
    'all(condition MONDO:0005155; "who require liver transplantation")',
  ],
  // What narrows a diagnosis, and drugs that are required, stay what they were.
  ["Infection requiring intravenous antibiotics", "E", `all(${infection} active; ${antibiotics} current)`],
  ["Diabetes requiring insulin", "E", `all(condition MONDO:0005015 active; ${insulin} current)`],
  ["Pleural effusion requiring drainage", "E", "all(condition HP:0002202 active; procedure MESH:D004322)"],
  ["Requiring blood transfusion within 4 weeks", "E", "procedure MESH:D001803 @-4week..0"],
];
const needsZh: readonly Row[] = [
  ["需要手术治疗", "I", '"需要手术治疗"'],
  ["能够耐受化疗", "I", '"能够耐受化疗"'],
  ["愿意接受活检", "I", '"愿意接受活检"'],
  ["拒绝手术", "E", '"拒绝手术"'],
  ["有抗凝治疗禁忌", "E", '"有抗凝治疗禁忌"'],
  ["需要放疗", "E", '"需要放疗"'],
  ["适合手术", "I", '"适合手术"'],
  ["有手术指征", "E", '"有手术指征"'],
  ["需行剖宫产", "I", "procedure MESH:D002585 planned"],
  ["需要静脉抗生素治疗的感染", "E", `all(${antibiotics} current; ${infection} active)`],
  ["需要透析的肾衰竭", "E", `all(${dialysis}; condition MONDO:0001106 active)`],
];

const courses: readonly Row[] = [
  ["Patients undergoing coronary artery bypass grafting", "I", `${bypass} planned`],
  ["Undergoing hemodialysis", "I", `${dialysis} @-30day..0`],
  ["Currently undergoing radiotherapy", "E", `${radiotherapy} @-30day..0`],
  ["Patients undergoing chemotherapy", "I", `${chemotherapy} current`],
  ["Currently receiving chemotherapy or radiotherapy", "E", `any(${chemotherapy} current; ${radiotherapy} @-30day..0)`],
  ["Undergoing surgery within 4 weeks before enrolment", "E", `${surgery} @-4week..0`],
  ["Patients who have undergone surgery", "E", surgery],
];
const coursesZh: readonly Row[] = [
  ["行冠状动脉旁路移植术的患者", "I", `${bypass} planned`],
  ["接受腹腔镜胆囊切除术的患者", "I", "procedure MESH:D017081 planned"],
  ["接受过手术的患者", "E", surgery],
  ["正在接受血液透析", "E", `${dialysis} @-30day..0`],
  ["正在接受化疗", "E", `${chemotherapy} current`],
  ["4周内行手术的患者", "E", `${surgery} @-4week..0`],
];

const hypertension = "condition MONDO:0005044";
// A denied treatment does not deny what was measured without it, nor a failed one that it was given.
const denials: readonly Row[] = [
  ["Not receiving insulin with HbA1c > 9%", "I", `all(not(${insulin} current); LAB:hba1c >9 %)`],
  [
    "Hypertension without diuretics (SBP >= 140 mmHg)",
    "E",
    `all(${hypertension}; not(drug ATC:C03); LAB:systolic-pressure >=140 mm[Hg])`,
  ],
  ["No diabetes with HbA1c > 9%", "I", "not(all(condition MONDO:0005015; LAB:hba1c >9 %))"],
  [
    "Hypertension not adequately treated with diuretics",
    "E",
    `all(${hypertension}; "not adequately treated with diuretics")`,
  ],
  ["Hypertension not treated with diuretics", "E", `all(${hypertension} active; not(drug ATC:C03 current))`],
];

const seizure = "condition HP:0001250";
const metformin = "drug DRUGBANK:DB00331";
// Not having had something for a time is not to have begun it before that time.
const absences: readonly Row[] = [
  ["No seizures for at least 6 months", "I", `not(${seizure} @-6month..0)`],
  ["No use of metformin for at least 5 weeks before randomization", "I", `not(${metformin} @-5week..0)`],
  ["Metformin for at least 3 months before screening", "I", `${metformin} @..-3month start`],
];
const absencesZh: readonly Row[] = [
  ["至少6个月无癫痫发作", "I", `not(${seizure} @-6month..0)`],
  ["停用二甲双胍至少4周", "I", `not(${metformin} @-4week..0)`],
  ["二甲双胍停药至少5天", "I", `not(${metformin} @-5day..0)`],
  ["停用二甲双胍不足4周", "E", `${metformin} @-4week..0`],
];
const people: readonly Row[] = [
  ["Adult men and women age 18 years or older", "I", "age >=18 year"],
  ["Known immunosuppressive disease", "E", '"Known immunosuppressive disease"'],
];
describe.skipIf(knowledge === null)("what was not had for a time", () => {
  saysTable(knowledge!, "en", [...absences, ...people]);
  saysTable(knowledge!, "zh", absencesZh);
});
// "RT" alone is radiotherapy.
const examinations: readonly Row[] = [
  ["SARS-CoV-2 infection confirmed by RT-PCR", "I", 'all(condition MONDO:0100096; "RT-PCR")'],
  ["Prior RT within 6 months", "E", `${radiotherapy} @-6month..0`],
];
describe.skipIf(knowledge === null)("what treats nothing", () => {
  saysTable(knowledge!, "en", examinations);
});
describe.skipIf(knowledge === null)("treatments that are denied", () => {
  saysTable(knowledge!, "en", denials);
});
describe.skipIf(knowledge === null)("groups of treatments", () => {
  saysTable(knowledge!, "en", [...groups, ...others]);
  saysTable(knowledge!, "zh", groupsZh);
});
describe.skipIf(knowledge === null)("treatments that are needed", () => {
  saysTable(knowledge!, "en", needs);
  saysTable(knowledge!, "zh", needsZh);
});
describe.skipIf(knowledge === null)("treatments that go on", () => {
  saysTable(knowledge!, "en", courses);
  saysTable(knowledge!, "zh", coursesZh);
});
