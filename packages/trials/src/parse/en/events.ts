import type { LexiconRow } from "../language.ts";
import {
  beforeMenopause,
  change,
  condition,
  consent,
  examination,
  notSmoking,
  procedure,
  resultItem,
  state,
  unknown,
  visit,
} from "../lexicon-rows.ts";

/** What happens to people, what they are and what they agree to. */
export const events: readonly LexiconRow[] = [
  condition("venous thrombos{is,es}", "MONDO:0005399", "venous thromboembolism", "静脉血栓栓塞症"),
  unknown("breast cancer resistance protein{ (bcrp),}"),
  unknown(
    "{poor ,inadequate ,unstable ,good ,adequate ,stable ,}{glucose,glycemic,glycaemic,glycaemia,glycemia,blood glucose,blood sugar} control",
  ),
  procedure(
    "{major ,}surg{ery,eries,ical procedure,ical procedures,ical intervention,ical operation}|{major ,}operation{s,}|surgical treatment|operative procedure",
    "MESH:D013514",
    "Surgical Procedures, Operative",
    "外科手术",
  ),
  procedure(
    "radiotherap{y,ies}|radiation{ therapy, treatment, therapies,}|irradiation|xrt|radio therapy|rt|chest radiotherapy|thoracic radiotherapy|pelvic radiotherapy|cranial irradiation",
    "MESH:D011878",
    "Radiotherapy",
    "放射治疗",
  ),
  // "RT" alone is radiotherapy.
  examination(
    "{rt,qrt,rrt,real time,reverse transcriptase,reverse transcription,rt q,real time rt} pcr{ test{s,ing,}, assay{s,},}",
    "MESH:D020133",
    "Reverse Transcriptase Polymerase Chain Reaction",
    "逆转录聚合酶链反应",
  ),
  procedure(
    "{blood ,red blood cell ,rbc ,platelet ,blood product ,erythrocyte ,}transfusion{s,}|transfusion of blood products",
    "MESH:D001803",
    "Blood Transfusion",
    "输血",
  ),
  procedure(
    "{solid ,major ,}organ {transplantation,transplant,transplants}|{transplantation,transplant} of {an ,}organ|transplanted organ",
    "MESH:D016377",
    "Organ Transplantation",
    "器官移植",
  ),
  procedure(
    "{autologous ,allogeneic ,allogenic ,peripheral blood ,}stem cell {transplantation,transplant,transplants}|{autologous ,allogeneic ,allogenic ,}{hematopoietic ,haematopoietic ,}stem cell {transplantation,transplant}|{asct,hsct,sct,hct}|{allogeneic ,autologous ,allogenic ,}bone marrow {transplant,transplantation}",
    "MESH:D018380",
    "Hematopoietic Stem Cell Transplantation",
    "造血干细胞移植",
  ),
  procedure(
    "{hemodialysis,haemodialysis,renal dialysis,renal replacement therapy,dialysis,peritoneal dialysis}",
    "MESH:D006435",
    "Renal Dialysis",
    "肾脏透析",
  ),
  procedure(
    "{invasive ,}mechanical ventilation|invasive ventilation|mechanically ventilated|artificial ventilation",
    "MESH:D012121",
    "Respiration, Artificial",
    "机械通气",
  ),
  procedure("biops{y,ies}|tumor biopsy|core biopsy", "MESH:D001706", "Biopsy", "活检"),
  procedure(
    "{allergen,allergen specific,allergy,specific allergen,sublingual,subcutaneous allergen} immunotherapy|desensiti{z,s}ation{ therapy,}",
    "MESH:D003888",
    "Desensitization, Immunologic",
    "免疫脱敏治疗",
  ),
  procedure("phototherapy|puva", "MESH:D010789", "Phototherapy", "光疗"),
  condition(
    "{malignanc{y,ies},malignant disease}|malignant {neoplasm,neoplasms,tumor,tumors,tumour,tumours}|cancer{s,}|second malignancy|secondary malignancy|second primary malignancy|active cancer",
    "MONDO:0004992",
    "cancer",
    "恶性肿瘤",
  ),
  condition(
    "tia{s,}|transient ischemic attack{s,}{ (tia),}",
    "MONDO:0005264",
    "transient ischemic attack",
    "短暂性脑缺血发作",
  ),
  condition(
    "infection{s,}|infectious disease{s,}|infectious process",
    "MONDO:0005550",
    "infectious disease",
    "感染性疾病",
  ),
  condition(
    "{psychiatric,mental} {disorder,disorders,illness,illnesses,disease,diseases,condition,conditions}",
    "MONDO:0002025",
    "psychiatric disorder",
    "精神障碍",
  ),
  condition(
    "{cns,central nervous system,brain,cerebral,intracranial,leptomeningeal,brain or leptomeningeal,cns or leptomeningeal,brain/cns,cns/brain}{ (cns),} {metastas{es,is},involvement by tumor,mets}|metastas{es,is} to the {brain,cns,central nervous system}|carcinomatous meningitis|leptomeningeal disease|leptomeningeal carcinomatosis|brain lesions",
    "QHDISEASE:secondary-malignant-neoplasm-of-brain",
    "secondary malignant neoplasm of brain",
    "脑继发恶性肿瘤",
  ),
  condition(
    "{liver,hepatic} {metastas{es,is},mets,involvement}|metastas{es,is} to {the ,}liver",
    "ICD10CM:C78.7",
    "Secondary malignant neoplasm of liver",
    "肝继发恶性肿瘤",
  ),
  condition(
    "{chronic ,acute ,}hepatitis b{ virus, virus (hbv), (hbv),}{ infection,}|{chronic ,}hbv{ infection,}",
    "MONDO:0005344",
    "hepatitis B virus infection",
    "乙型肝炎病毒感染",
  ),
  condition(
    "{chronic ,acute ,}hepatitis c{ virus, virus (hcv), (hcv),}{ infection,}|{chronic ,}hcv{ infection,}",
    "MONDO:0005231",
    "hepatitis C virus infection",
    "丙型肝炎病毒感染",
  ),
  condition(
    "human immunodeficiency virus{ (hiv), 1,}{ infection,}|hiv{ 1, 1/2,}{ infection, infected,}|acquired immunodeficiency syndrome{ (aids),}|acquired immune deficiency syndrome{ (aids),}|aids|hiv/aids",
    "MONDO:0005109",
    "HIV infectious disease",
    "人类免疫缺陷病毒感染",
  ),
  resultItem(
    "er|estrogen receptor{s,}{ (er),}|oestrogen receptor{s,}{ (er),}",
    "er-status",
    "Estrogen receptor status, tissue",
    "雌激素受体",
  ),
  resultItem(
    "pr|pgr|progesterone receptor{s,}{ (pr), (pgr),}",
    "pr-status",
    "Progesterone receptor status, tissue",
    "孕激素受体",
  ),
  [
    "negative {serum ,urine ,blood ,serum or urine ,urine or serum ,serum and urine ,urine/serum ,}{beta hcg ,β-hcg ,hcg ,}pregnancy {test,testing}{ result, results,}|non pregnant|nonpregnant|not {be ,currently ,}pregnant",
    { type: "leaf", tree: { kind: "not", of: { kind: "reproduction", state: "pregnant" } } },
  ],
  notSmoking("{non ,non-,non}smok{ing,er,ers}|never smok{er,ers,ed}|never-smok{er,ers}"),
  [
    "not {be ,currently ,}{breast feeding,breastfeeding,lactating,nursing}|non {lactating,nursing,breast feeding}|nonlactating",
    { type: "leaf", tree: { kind: "not", of: { kind: "reproduction", state: "breastfeeding" } } },
  ],
  // A wish is no pregnancy, and no record tells of it.
  unknown(
    "{attempt{s,ing,},try{ing,},tries,plan{s,ning,},intend{s,ing,},wish{es,ing,},want{s,ing,},desir{e,es,ing},seek{s,ing,},hop{e,es,ing},expect{s,ing,},likely,unlikely,consider{s,ing,},contemplat{e,es,ing}} to {become pregnant,get pregnant,be pregnant,conceive}|{planning,contemplating,desiring,considering} {a ,}pregnancy|{prevent,preventing,avoid,avoiding} {a ,}pregnancy|{become,becoming} pregnant|planned pregnancy",
  ),
  state(
    "pregnan{t,cy,cies}|currently pregnant|pregnant {women,woman,females,female,patients,subjects,woman}|gravid|positive {serum ,urine ,serum or urine ,urine or serum ,}pregnancy test|known pregnancy",
    "pregnant",
  ),
  state(
    "{breast feeding,breastfeeding,lactating,lactation,nursing,breast feed,breastfeed}{ women, woman, mothers, mother, females, female, patients, a child, an infant,}|nurse a child|breast-feeding|breastfed",
    "breastfeeding",
  ),
  [
    "{of ,with ,}{non childbearing,non child bearing,non-childbearing,non-child-bearing,non-child bearing,nonchildbearing,no childbearing,no child bearing} {potential,capacity,capability}",
    { type: "leaf", tree: { kind: "not", of: { kind: "reproduction", state: "childbearing-potential" } } },
  ],
  state(
    "{of ,with ,}{child bearing,childbearing,child-bearing,reproductive} {potential,capacity,capability,age,potentials,ability}|{wocbp,wcbp,fcbp,wobp}|fertile {women,females,female,men,males,patients}|{of child bearing,of childbearing} age|of reproductive age|able to become pregnant|capable of becoming pregnant|capable of bearing children",
    "childbearing-potential",
  ),
  state(
    "{adequate ,effective ,highly effective ,acceptable ,reliable ,appropriate ,medically acceptable ,approved ,medically accepted ,a highly effective ,an effective ,a reliable ,an acceptable ,an adequate ,barrier ,double barrier ,hormonal ,two forms of ,medically approved ,a medically acceptable ,adequate methods of ,effective methods of ,effective method of ,accepted ,proper ,sufficient ,efficient ,}{contraception,contraceptive method,contraceptive methods,contraceptives,birth control,contraceptive measures,method of contraception,methods of contraception,method of birth control,methods of birth control,contraceptive,form of contraception,forms of contraception,contraceptive measure,birth control method,contraception methods,contraception method,means of contraception,birth control measures,contraceptive precautions,form of birth control,forms of birth control,contraceptive technique,contraceptive techniques,contraceptive protection,double barrier method,barrier method,barrier methods}",
    "contraception",
  ),
  beforeMenopause(
    "{premenopausal,pre menopausal,pre-menopausal,perimenopausal,peri menopausal,peri-menopausal}{ women, woman, females, female,}|{premenopausal,pre menopausal} {or,and,and/or,/} {perimenopausal,peri menopausal}{ women, females,}|pre/peri menopausal{ women, females,}",
  ),
  state(
    "{postmenopausal,post menopausal,post menopause,menopausal,postmenopause,menopause}{ women, woman, females, female, status,}",
    "postmenopausal",
  ),
  state(
    "{surgically ,permanently ,}steril{e,ized,ised,ization,isation}{ women, men,}|surgical sterilization|surgically infertile|permanent sterilization|hysterectomized|surgical sterility",
    "surgically-sterile",
  ),
  consent(
    "{written ,signed ,signed and dated ,voluntary ,signed written ,written and signed ,personally signed ,valid ,dated and signed ,voluntary written ,signed, written ,provided ,oral ,legally effective ,}informed consent{ form, document, forms, process,}|{written,signed,written and oral,verbal} consent|{sign,give,provide,giving,signing,provided,obtained,given} {a ,the ,an ,their ,his/her ,}consent|{able,willing,ability,willingness,agree,agrees,consent} {and able ,and willing ,}to {participate,consent,sign consent}|ability to consent|capable of giving {signed ,written ,}informed consent|{icf,assent,irb approved consent}|{informed ,}consent|signature of consent|consent to participate|{willing,agree} to {sign,give} {a ,the ,written ,}{informed ,}consent|willing and able to give consent|{provide,provides,give,gives,provided,sign} {written ,signed ,}informed consent",
    "participate",
  ),
  consent(
    "{consent,agree,willing,willingness} to {undergo ,a ,have ,}{tumor ,mandatory ,}biops{y,ies}|willing to provide {tumor ,}tissue",
    "biopsy",
  ),
  consent(
    "{consent,agree,willing} to {genetic,genomic} testing|consent for genetic testing|consent to pharmacogenetic sampling",
    "genetic-testing",
  ),
  [
    "{agree,agrees,willing,agreement,willingness,committed} to {use,practice,practise,employ,utilize,the use of}|{using,practicing,employing}",
    { type: "filler" },
  ],
  consent(
    "{comply,compliance,cooperate,compliant} with {all ,the ,all the ,}{study ,protocol ,trial ,scheduled ,}{protocol,procedures,requirements,visits,instructions,follow up,requirement,schedule,treatment,regimen,assessments,restrictions}|{attend,return for,complete,adhere to,follow,abide by,undergo,perform} {all ,the ,all the ,}{study ,scheduled ,trial ,protocol ,required ,follow up ,clinic ,}{visits,procedures,protocol,requirements,instructions,schedule,assessments,evaluations}|{available,availability} for follow up|{able,willing,ability,willingness} to {comply,cooperate,follow instructions}|comply with {requirements of ,}the {study,trial}",
    "follow-up",
  ),
  change(
    "mutation{s,}|mutated|mutant|mutational|mutation status|mutation positive|activating mutation{s,}|sensitizing mutation{s,}|sensitising mutation{s,}|alteration{s,}|genomic alteration{s,}|pathogenic variant{s,}|variant{s,}|germline mutation{s,}|somatic mutation{s,}|mut",
    "mutation",
  ),
  change("amplif{ication,ied,ications}|gene amplification|copy number gain", "amplification"),
  change("rearrange{ment,ments,d}|fusion{s,}|translocat{ion,ions,ed}|gene fusion{s,}|gene rearrangement{s,}", "fusion"),
  change("deletion|loss|deleted", "deletion"),
  change("{over,}express{ion,ing,es,ed}|protein expression|immunohistochemistry|ihc", "expression"),
  change("wild type|wildtype|wt|non mutated|unmutated", "wild-type"),
  [
    "exon 19 {deletion,deletions,del}{ mutation,}|ex19del|exon19 {deletion,del}|del19|19del|exon 19 del",
    { type: "alteration", text: "exon 19 deletion" },
  ],
  ["exon 20 insertion{s,}{ mutation, mutations,}|ex20ins", { type: "alteration", text: "exon 20 insertion" }],
  [
    "exon 21 {l858r,substitution,l858r substitution}{ mutation,}|exon 21 (l858r)",
    { type: "alteration", text: "L858R" },
  ],
  ["{met ,}exon 14 skipping{ mutation, mutations, alteration,}", { type: "alteration", text: "exon 14 skipping" }],
  [
    "positive|seropositive|positivity|reactive|detectable|detected|tests positive|tested positive|test positive|positive test|positive result|positive for|+ve",
    { type: "result", is: ["positive"] },
  ],
  [
    "negative|seronegative|negativity|nonreactive|non reactive|undetectable|not detectable|not detected|tested negative|negative for|negative test|-ve|non detectable",
    { type: "result", is: ["negative"] },
  ],
  ["abnormal|elevated|increased", { type: "result", is: ["abnormal"] }],
  [
    "{known ,suspected ,severe ,}{allerg{y,ies,ic},hypersensitivity}|{known ,suspected ,}{hypersensitivities,hypersensitive,hypersensitivity reaction,hypersensitivity reactions,allergic reaction,allergic reactions,intolerance,intolerant,anaphylaxis,anaphylactic reaction,sensitivity,sensitivities}{ to, or intolerance to,}|allergic to|{known ,}{allergy,hypersensitivity,intolerance} {to,or hypersensitivity to,or intolerance to}|hypersensitivity or allergy",
    { type: "allergy" },
  ],
  ["injection site{s,}|site of injection", { type: "word" }],
  ["allergic type reaction{s,} {to,after,to taking,after taking}", { type: "allergy" }],
  [
    "{stage,stages,clinical stage,pathologic stage,ajcc stage,figo stage,disease stage,tnm stage,staging,iss stage,r-iss stage,ann arbor stage}",
    { type: "stage-word" },
  ],
  visit(
    "hospitali{z,s}{ed,ation,ations}|inpatient{s,}|hospital admission{s,}|admitted to {the ,}hospital|admission to hospital|in-patient",
    "inpatient",
  ),
  visit("outpatient{s,}|ambulatory patient{s,}", "outpatient"),
  visit("emergency {department,room}{ visit, visits,}", "emergency"),
];
