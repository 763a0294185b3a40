import type { ScoreName } from "../../criteria/leaf.schema.ts";
import type { ConceptRef } from "../../criteria/ranges.schema.ts";
import type { LexiconRow } from "../language.ts";

const score = (phrases: string, name: ScoreName): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "score", score: name } },
];
const item = (id: string, en: string, zh: string): ConceptRef => ({ id: `LAB:${id}`, en, zh });
const lab = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "lab", item: item(id, en, zh) } },
];
const other = (phrases: string, name: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "other", name } },
];

/** What is measured, in the words of criteria. Names that the knowledge pack links by itself are not repeated here. */
export const measures: readonly LexiconRow[] = [
  ["{arterial ,resting ,seated ,sitting ,supine ,mean ,office ,systemic ,}blood pressure{s,}{ (bp), reading, readings, measurement, measurements, values,}|bp", { type: "measure", measure: { of: "blood-pressure" } }],
  [
    "age|aged|ages|age range|age limits|years of age|year of age|yrs of age|of age|years old|year old|yrs old|year olds|years olds|years-old|y.o. of age|in age|age between|ages between|subject age|patient age|chronological age|age at {enrollment,screening,diagnosis of the study}|years age|y of age|month{s,} of age|week{s,} of age|day{s,} of age|month{s,} old|week{s,} old|day{s,} old|old",
    { type: "measure", measure: { of: "age" } },
  ],
  [
    "{anticipated ,estimated ,expected ,predicted ,projected ,minimum ,}life expectanc{y,ies}|{expected ,anticipated ,estimated ,predicted ,}survival {time ,}of|expected survival|predicted survival|estimated survival|life span|estimated life expectancy|projected life expectancy|expected lifespan|survival expectancy|expected to survive|expected to live|anticipated survival|anticipated lifespan",
    { type: "measure", measure: { of: "life-expectancy" } },
  ],
  score(
    "{eastern cooperative oncology group ,eastern co operative oncology group ,eastern cooperative oncology group (ecog) ,ecog ,ecog/zubrod ,ecog/who ,who/ecog ,who ,zubrod ,swog ,gog ,world health organization ,who (ecog) ,ecog-ps ,ecog-acrin ,}{performance status,performance score,performance scale,performance state,performance,ps}{ score,s, scale, grade, level, of, (ps), (ecog),}|ecog|ecog score|ecog grade|ecog scale|zubrod|zubrod score|ecog physical status{ score,}|eastern cooperative oncology group|eastern cooperative oncology group score|ecog-ps|who ps|ps",
    "ecog",
  ),
  score(
    "{karnofsky,karnofski,karnofsky's,lansky,karnofsky/lansky,karnofsky or lansky} {performance ,}{status,score,scale,index,performance status,performance scale}{ score, (kps), index,}|karnofsky|karnofsky performance|kps|kps score|lansky|lansky play score|lansky play performance",
    "karnofsky",
  ),
  score(
    "{new york heart association,nyha}{ (nyha),} {functional ,heart failure ,}{class,classification,functional class,grade,stage,fc,classes,function class}|new york heart association|nyha|nyha functional class{ification,}|new york heart association functional classification",
    "nyha",
  ),
  score(
    "child{s,} pugh{ turcotte,} {class,score,classification,grade,stage,category,status,points,liver function,liver function class}|child{s,} pugh|child turcotte pugh{ class, score,}|childs pugh{ class, score,}|child's pugh{ class, score, classification,}|ctp {score,class}|child class|cps class|pugh child{ score, class,}|child pugh liver function {class,score,grade}|cp class",
    "child-pugh",
  ),
  score(
    "asa {class,grade,score,physical status,classification,category,physical status classification,status}|american society of anesthesiologists {class,physical status,score,grade,classification,physical status classification}{ (asa),}|american society of anesthesiologists|american society of anaesthesiologists|asa ps|asa",
    "asa",
  ),
  score(
    "{mini mental state {exam,examination},mini mental status {exam,examination},mini mental test,folstein mini mental state exam,mmse,mini mental state}{ score, (mmse), (mmse) score, total score,}",
    "mmse",
  ),
  score("{glasgow coma {scale,score},gcs}{ score, (gcs), (gcs) score, scale,}", "gcs"),
  score(
    "{national institutes of health stroke scale,national institute of health stroke scale,nih stroke scale,nihss}{ score, (nihss), (nihss) score,}",
    "nihss",
  ),
  score(
    "{modified rankin {scale,score},pre stroke mrs,modified rankin,mrs}{ score, (mrs), (mrs) score,}|pre-stroke modified rankin scale",
    "mrs",
  ),
  score(
    "das28{ score, crp, esr,}|disease activity score 28|disease activity score (das28)|das 28{ crp, esr,}",
    "das28",
  ),
  score("pasi{ score,}|psoriasis area and severity index{ (pasi), (pasi) score, score,}", "pasi"),
  score(
    "montgomery asberg depression rating scale{ (madrs), score, (madrs) score, total score, (madrs) total score,}|madrs{ score, total score,}|montgomery-åsberg depression rating scale",
    "madrs",
  ),
  score(
    "hamilton {depression rating scale,rating scale for depression,depression scale}{ (ham-d), (hamd), score, (hdrs),}|ham d{17, 17,21,}{ score, total score,}|hamd{17, 17,}{ score, total score,}|hdrs{17, 17,21,}{ score,}|hrsd{17, 17,}{ score,}",
    "hamd",
  ),
  score("gleason{ score, sum, grade, total,}", "gleason"),
  score(
    "{estimated ,calculated ,measured ,}{glomerular filtration rate,gfr}{ (egfr), (gfr), egfr,}|e gfr|egfr|egfr mdrd|egfr ckd epi",
    "egfr-ckd-epi-2021",
  ),
  score(
    "{calculated ,estimated ,measured ,serum ,24 hour ,24-hour urine ,urine ,urinary ,predicted ,}{creatinine clearance,creatinin clearance,cr clearance,creatine clearance,crcl,ccr,clcr,cr cl,clearance of creatinine}{ (crcl), (clcr), crcl, (ccr), rate, (cockcroft gault),}|cockcroft gault creatinine clearance|cockcroft gault",
    "creatinine-clearance-cockcroft-gault",
  ),
  score(
    "{body mass index,body mass indices,body-mass-index,bmi}{ (bmi), bmi, index, value,}|quetelet's index|quetelet index",
    "bmi",
  ),
  score("body surface area{ (bsa),}|bsa", "bsa"),
  score(
    "{qtcf,qtcf interval,qtc f,qtc fridericia,fridericia corrected qt{ interval,},qt interval corrected using fridericia's formula,qt interval corrected by fridericia{'s formula,},qtc (fridericia),qtc interval (fridericia),qtcf (fridericia)}|corrected qt interval by fridericia|qt interval corrected for heart rate using fridericia's formula",
    "qtcf",
  ),
  score("anion gap", "anion-gap"),
  score("{albumin ,}corrected {serum ,total ,}calcium{ level,}|albumin adjusted calcium", "corrected-calcium"),
  [
    "{prior ,previous ,}{line,lines} of {prior ,previous ,systemic ,}{therapy,treatment,chemotherapy,systemic therapy,systemic treatment,therapies,systemic anticancer therapy,anticancer therapy,cytotoxic chemotherapy}|prior {chemotherapy ,systemic ,treatment ,therapeutic ,systemic therapy ,}{regimens,regimen,therapies,lines,treatments}|previous {chemotherapy ,systemic ,treatment ,}{regimens,regimen,lines}|{chemotherapy,treatment,systemic therapy} lines|lines of previous therapy",
    { type: "measure", measure: { of: "lines" } },
  ],
  lab(
    "qtc{ interval, intervals, prolongation, value,}|corrected qt{ interval, (qtc) interval, interval (qtc), (qtc),}|corrected qt interval (qtc)|qt/qtc{ interval,}|heart rate corrected qt interval|qt interval corrected|qtc interval on ecg|rate corrected qt interval|baseline qtc|qtc bazett",
    "qtc-interval",
    "Corrected QT interval",
    "校正QT间期",
  ),
  lab(
    "qtcb{ interval,}|qtc (bazett)|qtc interval (bazett)",
    "qtcb-interval",
    "QT interval corrected by Bazett",
    "Bazett校正QT间期",
  ),
  lab(
    "{peripheral ,blood ,arterial ,baseline ,resting ,capillary ,}{oxygen saturation,o2 saturation,oxygen saturations,o2 sat}{ (spo2), level, levels, spo2, (sao2),}|spo2|pulse oximetry{ saturation,}|sp02|oxygen saturation on room air|saturation of oxygen|pulse oximeter|sao2|peripheral capillary oxygen saturation{ (spo2),}",
    "spo2",
    "Peripheral oxygen saturation",
    "指脉氧饱和度",
  ),
  lab(
    "{pao2/fio2,pao2 / fio2,p/f,pao2:fio2,pao2/fio 2,pao 2/fio 2,pao2 fio2}{ ratio, index,}|partial pressure of {arterial ,}oxygen {to,/} fraction of inspired oxygen ratio|arterial partial pressure of oxygen / fraction of inspired oxygen{ (pao2 / fio2), (pao2/fio2),}|ratio of pao2 to fio2|oxygenation index",
    "pao2-fio2-ratio",
    "PaO2/FiO2 ratio",
    "氧合指数",
  ),
  lab(
    "{resting ,sitting ,seated ,supine ,mean ,baseline ,office ,screening ,clinic ,}{systolic blood pressure,systolic bp,systolic pressure,sbp,systolic,blood pressure systolic}{ (sbp), sbp,}|mssbp|sit sbp",
    "systolic-pressure",
    "Systolic blood pressure",
    "收缩压",
  ),
  lab(
    "{resting ,sitting ,seated ,supine ,mean ,baseline ,office ,screening ,clinic ,}{diastolic blood pressure,diastolic bp,diastolic pressure,dbp,diastolic,blood pressure diastolic}{ (dbp), dbp,}|msdbp",
    "diastolic-pressure",
    "Diastolic blood pressure",
    "舒张压",
  ),
  lab(
    "{resting ,baseline ,}{heart rate,pulse rate,pulse,ventricular rate,hr}{ (hr),}|heart frequency|radial pulse",
    "heart-rate",
    "Heart rate",
    "心率",
  ),
  lab(
    "{respiratory rate,respiratory frequency,respiration rate,breathing rate,rr,respirations}{ (rr),}",
    "respiratory-rate",
    "Respiratory rate",
    "呼吸频率",
  ),
  lab(
    "{body ,oral ,axillary ,tympanic ,core ,rectal ,}temperature{ measurement, (axillary), (oral),}|fever",
    "body-temperature",
    "Body temperature",
    "体温",
  ),
  lab(
    "{total ,actual ,minimum ,}body weight{s,}|weight{s,}|weigh{ing,s,ed,}|body mass|bodyweight|birth weight|birthweight",
    "body-weight",
    "Body weight",
    "体重",
  ),
  lab("body height|height|stature", "body-height", "Body height", "身高"),
  lab("waist{ circumference,}", "waist-circumference", "Waist circumference", "腰围"),
  lab(
    "{left ventricular ejection fraction,left ventricle ejection fraction,lv ejection fraction,lvef,cardiac ejection fraction,ejection fraction,ef,left ventricular ejection fractions}{ (lvef), (ef), ((lvef)), lvef,}|left ventricular function (ejection fraction)",
    "lvef",
    "Left ventricular ejection fraction",
    "左室射血分数",
  ),
  lab(
    "{absolute neutrophil count,absolute neutrophils,absolute neutrophil,absolute neutrophil counts,neutrophil count,neutrophils count,neutrophils,neutrophil,absolute granulocyte count,granulocytes,granulocyte count,granulocyte,anc,agc,polymorphonuclear leukocytes,absolute count of neutrophils,absolute neutrophile count,neutrocyte count,neutrocytes,neutrophil granulocytes,segmented neutrophils}{ (anc), anc, (agc), (ne), (neut),}",
    "neutrophils",
    "Absolute neutrophil count",
    "中性粒细胞绝对值",
  ),
  lab(
    "{platelet count,platelets count,platelets,platelet,platelet counts,thrombocyte count,thrombocytes,plt,blood platelets,blood platelet count,plts}{ (plt), plt, (pl), (plts), count,}",
    "platelets",
    "Platelet count",
    "血小板计数",
  ),
  lab(
    "{white blood cell count,white blood cells,white blood cell,white blood count,white cell count,wbc count,wbc,leukocytes,leukocyte,leukocyte count,leucocytes,leucocyte count,wbcs,total leukocyte count,white blood cells count,total white blood cell count,white blood cell counts}{ (wbc), wbc, count,}",
    "leukocytes",
    "White blood cell count",
    "白细胞计数",
  ),
  lab(
    "{hemoglobin,haemoglobin,hb,hgb,blood hemoglobin,serum hemoglobin}{ level, levels, concentration, concentrations, (hb), (hgb), value, values, count, content,}",
    "haemoglobin",
    "Haemoglobin",
    "血红蛋白",
  ),
  lab("{hematocrit,haematocrit,hct}{ (hct), level,}", "haematocrit", "Haematocrit", "红细胞压积"),
  lab(
    "{absolute ,}{lymphocyte count,lymphocytes,lymphocyte,alc}{ (alc),}",
    "lymphocytes",
    "Absolute lymphocyte count",
    "淋巴细胞绝对值",
  ),
  lab(
    "{absolute ,blood ,peripheral ,}{eosinophil count,eosinophils,eosinophil,aec}{ (aec), level, levels,}",
    "eosinophils",
    "Absolute eosinophil count",
    "嗜酸性粒细胞绝对值",
  ),
  lab(
    "{hemoglobin a1c,haemoglobin a1c,hba1c,hb a1c,hgba1c,hga1c,hbga1c,a1c,glycated hemoglobin,glycated haemoglobin,glycosylated hemoglobin,glycosylated haemoglobin,glycohemoglobin,hemoglobin a1 c,hgb a1c,hemoglobin a 1c,hba 1c}{ (hba1c), (a1c), level, levels, value, values, hba1c, a1c, concentration, (hba1c) level, (hba1c) levels, (hba1c) value, hgba1c,}",
    "hba1c",
    "Glycated haemoglobin A1c",
    "糖化血红蛋白",
  ),
  lab(
    "{serum ,plasma ,blood ,baseline ,}{creatinine,creatinin,creatine,cr,scr}{ level, levels, concentration, (cr), (scr), value, values,}|s-creatinine|serum creatinine (scr)",
    "creatinine",
    "Creatinine",
    "肌酐",
  ),
  lab(
    "{serum ,plasma ,blood ,}{total ,}{bilirubin,bilirubins,tbil,bili,tbl}{ level, levels, concentration, (tbil), (tbl), (total), (bil),}|t bil|t. bilirubin|t.bilirubin|tb",
    "bilirubin-total",
    "Total bilirubin",
    "总胆红素",
  ),
  lab("{serum ,}{direct,conjugated} bilirubin", "bilirubin-direct", "Direct bilirubin", "直接胆红素"),
  lab(
    "{serum ,}{alanine aminotransferase,alanine transaminase,alanine amino transferase,alanine-aminotransferase,alt,alat,sgpt,gpt,glutamate pyruvate transaminase,glutamic pyruvic transaminase,serum glutamic pyruvic transaminase,alt/sgpt,alat/sgpt,alt (sgpt),sgpt (alt),sgpt/alt,alanine transferase,glutamate-pyruvate transaminase,serum glutamate pyruvate transaminase}{ (alt), (alat), (sgpt), (gpt), level, levels, value, values, alt,}",
    "alt",
    "Alanine aminotransferase",
    "丙氨酸氨基转移酶",
  ),
  lab(
    "{serum ,}{aspartate aminotransferase,aspartate transaminase,aspartate amino transferase,aspartic aminotransferase,aspartate-aminotransferase,ast,asat,sgot,got,glutamic oxaloacetic transaminase,serum glutamic oxaloacetic transaminase,ast/sgot,asat/sgot,ast (sgot),sgot (ast),sgot/ast,aspartic transaminase,glutamine oxaloacetic transaminase,serum glutamic-oxaloacetic transaminase}{ (ast), (asat), (sgot), (got), level, levels, value, values, ast,}",
    "ast",
    "Aspartate aminotransferase",
    "天冬氨酸氨基转移酶",
  ),
  lab(
    "{serum ,}{alkaline phosphatase,alp,alk phos,alkaline phosphatases,alkp}{ (alp), (ap), level, levels,}",
    "alkaline-phosphatase",
    "Alkaline phosphatase",
    "碱性磷酸酶",
  ),
  lab(
    "{international normalized ratio,international normalised ratio,inr,international normalization ratio,pt inr,pt/inr,prothrombin time international normalized ratio,pt (inr)}{ (inr), inr,}|inr of prothrombin time",
    "inr",
    "International normalised ratio",
    "国际标准化比值",
  ),
  lab("prothrombin time{ (pt),}|pt", "prothrombin-time", "Prothrombin time", "凝血酶原时间"),
  lab(
    "{activated ,}partial {thromboplastin,prothrombin} time{ (aptt), (ptt), aptt,}|aptt|ptt|a ptt|pttk",
    "aptt",
    "Activated partial thromboplastin time",
    "活化部分凝血活酶时间",
  ),
  lab(
    "{fasting ,}{plasma ,blood ,serum ,}{fasting glucose,glucose,sugar} {fasting}|fasting {plasma ,blood ,serum ,venous plasma ,}{glucose,sugar}{ level, levels, (fpg), concentration, value, values, (fbg), (fbs),}|fpg|fbg|fbs",
    "glucose-fasting",
    "Fasting plasma glucose",
    "空腹血糖",
  ),
  lab(
    "{random ,}{plasma ,blood ,serum ,}{glucose,sugar} {level,levels,concentration,value}|{plasma,blood,serum} {glucose,sugar}",
    "glucose",
    "Glucose",
    "葡萄糖",
  ),
  lab("{serum ,blood ,plasma ,}albumin{ level, levels,}", "albumin", "Albumin", "白蛋白"),
  lab("{serum ,plasma ,blood ,}potassium{ level, levels, concentration, (k), (k+),}", "potassium", "Potassium", "钾"),
  lab("{serum ,plasma ,blood ,}sodium{ level, levels, concentration,}", "sodium", "Sodium", "钠"),
  lab("{serum ,plasma ,total ,}calcium{ level, levels, concentration,}", "calcium", "Calcium, total", "总钙"),
  lab("{serum ,plasma ,}magnesium{ level, levels,}", "magnesium", "Magnesium", "镁"),
  lab(
    "{fasting ,serum ,plasma ,fasting serum ,fasting plasma ,}triglycerid{e,es}{ level, levels, concentration, (tg), concentrations,}|tg",
    "triglycerides",
    "Triglycerides",
    "甘油三酯",
  ),
  lab(
    "{serum ,plasma ,}{low density lipoprotein cholesterol,low density lipoprotein,ldl cholesterol,ldl c,ldl}{ (ldl c), (ldl), level, levels, concentration, (ldl c) level,}",
    "ldl-cholesterol",
    "LDL cholesterol",
    "低密度脂蛋白胆固醇",
  ),
  lab(
    "{serum ,plasma ,}{high density lipoprotein cholesterol,high density lipoprotein,hdl cholesterol,hdl c,hdl}{ (hdl c), (hdl), level, levels,}",
    "hdl-cholesterol",
    "HDL cholesterol",
    "高密度脂蛋白胆固醇",
  ),
  lab(
    "{serum ,plasma ,fasting ,}total cholesterol{ level, levels,}|{serum ,plasma ,}cholesterol{ level, levels,}",
    "cholesterol-total",
    "Total cholesterol",
    "总胆固醇",
  ),
  lab(
    "{serum ,total ,}psa{ level, levels, value,}|{serum ,total ,}prostate specific antigen{ (psa), level, (psa) level,}",
    "psa-total",
    "Prostate-specific antigen, total",
    "总前列腺特异性抗原",
  ),
  lab(
    "{serum ,total ,castrate level of serum ,castrate levels of ,}testosterone{ level, levels, concentration,}|castrate level",
    "testosterone",
    "Testosterone, total",
    "总睾酮",
  ),
  lab(
    "{c reactive protein,crp,serum crp,serum c reactive protein}{ (crp), level, levels,}",
    "crp",
    "C-reactive protein",
    "C反应蛋白",
  ),
  lab("{d dimer,d dimers}{ level, levels,}", "d-dimer", "D-dimer", "D-二聚体"),
  lab("{serum ,}ferritin{ level, levels,}|serum ferritine", "ferritin", "Ferritin", "铁蛋白"),
  lab(
    "{serum ,}{lactate dehydrogenase,lactic dehydrogenase,ldh}{ (ldh), level, levels,}",
    "ldh",
    "Lactate dehydrogenase",
    "乳酸脱氢酶",
  ),
  lab(
    "{cd4,cd4+,cd4 positive,cd4+ t} {cell count,count,cell counts,cells,lymphocyte count,t cell count,counts,t cells,lymphocytes,t lymphocyte count,cell}|cd4+|cd4",
    "cd4-count",
    "CD4+ T cell count",
    "CD4+T细胞计数",
  ),
  lab(
    "{plasma ,}hiv{ 1,} {rna,rna viral load,viral load,rna level,rna levels}|viral load",
    "hiv-rna",
    "HIV-1 RNA",
    "HIV-1 RNA",
  ),
  lab(
    "{fev1,fev 1,forced expiratory volume in 1 second,forced expiratory volume in one second,pre bronchodilator fev1,post bronchodilator fev1,prebronchodilator fev1,postbronchodilator fev1,forced expiratory volume in one second (fev1)}{ (fev1), % predicted, percent predicted,}",
    "fev1-percent",
    "FEV1, percent of predicted",
    "FEV1占预计值百分比",
  ),
  lab(
    "{fev1/fvc,fev1/fvc ratio,fev1 / fvc,fev1/forced vital capacity,fev1/forced vital capacity (fvc)}{ ratio,}",
    "fev1-fvc-ratio",
    "FEV1/FVC ratio",
    "FEV1/FVC比值",
  ),
  lab("dlco|diffusing capacity|diffusion capacity", "dlco", "Diffusing capacity for carbon monoxide", "一氧化碳弥散量"),
  lab(
    "{urine ,urinary ,}{protein/creatinine,protein to creatinine,protein:creatinine,protein creatinine} ratio{ (upc), (upcr),}|upc ratio|upcr|upc",
    "upcr",
    "Urine protein to creatinine ratio",
    "尿蛋白/肌酐比值",
  ),
  lab(
    "{urine ,urinary ,}{albumin/creatinine,albumin to creatinine,albumin:creatinine,albumin creatinine} ratio{ (uacr), (acr),}|uacr",
    "uacr",
    "Urine albumin to creatinine ratio",
    "尿白蛋白/肌酐比值",
  ),
  lab(
    "{24 hour urine protein,24h urine protein,24 hour urinary protein,proteinuria,urine protein,urinary protein}{ excretion,}",
    "urine-protein-24h",
    "Urine protein, 24 h",
    "24小时尿蛋白",
  ),
  lab(
    "{thyroid stimulating hormone,thyroid-stimulating hormone,tsh}{ (tsh), level, levels,}",
    "tsh",
    "Thyroid-stimulating hormone",
    "促甲状腺激素",
  ),
  lab(
    "{neutrophil lymphocyte ratio,neutrophil to lymphocyte ratio,nlr}",
    "neutrophil-lymphocyte-ratio",
    "Neutrophil-to-lymphocyte ratio",
    "中性粒细胞淋巴细胞比值",
  ),
  lab("gestational age|weeks gestation|weeks of gestation|gestation", "gestational-age", "Gestational age", "孕周"),
  lab("blood urea nitrogen{ (bun),}|bun", "urea", "Urea (urea nitrogen)", "尿素"),
  other("phq 9{ score,}|patient health questionnaire 9|patient health questionnaire", "PHQ-9"),
  other("edss{ score,}|expanded disability status scale{ (edss), score, (edss) score,}", "EDSS"),
  other("hoehn {and,&} yahr{ stage, scale,}", "Hoehn and Yahr"),
  other("{tumor,tumour,lesion} {size,diameter}|target lesion diameter", "tumour size"),
  other("sofa{ score,}|sequential organ failure assessment{ score, (sofa) score,}", "SOFA"),
  other(
    "{visual analogue scale,visual analog scale,vas}{ (vas), score, (vas) score, pain score,}|pain score|nrs|numeric rating scale",
    "pain score",
  ),
  other(
    "acr{ functional, class,}|womac|moca{ score,}|apache ii{ score,}|apache|cdr{ score, global score,}|clinical dementia rating|ymrs{ total score, score,}|panss{ total score, score,}|basdai{ score,}|easi{ score,}|iga score|sledai{ score, 2k,}|intraocular pressure|iop|peep|positive end expiratory pressure|news 2 score|news2 score|fish ratio|fitzpatrick skin type{s,}|fitzpatrick|best corrected visual acuity|bcva|visual acuity|meld{ score, na score,}|hads|bdi{ score,}|beck depression inventory",
    "scale",
  ),
  other("lung infiltrate{s,}|pulmonary infiltrate{s,}", "lung infiltrates"),
];
