import type { LexiconRow } from "../language.ts";
import { lab, other, score } from "../lexicon-rows.ts";

/** What is measured, in the words of criteria. Names that the knowledge pack links by itself are not repeated here. */
export const measures: readonly LexiconRow[] = [
  [
    "{arterial ,resting ,seated ,sitting ,supine ,mean ,office ,systemic ,}blood pressure{s,}{ (bp), reading, readings, measurement, measurements, values,}|bp",
    { type: "measure", measure: { of: "blood-pressure" } },
  ],
  [
    "age|aged|ages|age range|age limits|years of age|year of age|yrs of age|of age|years old|year old|yrs old|year olds|years olds|years-old|y.o. of age|in age|subject age|patient age|chronological age|age at {enrollment,screening,diagnosis of the study}|years age|y of age|month{s,} of age|week{s,} of age|day{s,} of age|month{s,} old|week{s,} old|day{s,} old|old",
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
    "{prior ,previous ,}{line,lines} of {prior ,previous ,systemic ,}{therapy,treatment,chemotherapy,systemic therapy,systemic treatment,therapies,systemic anticancer therapy,anticancer therapy,cytotoxic chemotherapy}|prior {chemotherapy ,systemic ,treatment ,therapeutic ,systemic therapy ,}{regimens,regimen,therapies,lines,treatments}|previous {chemotherapy ,systemic ,treatment ,}{regimens,regimen,lines}|{chemotherapy,treatment,systemic therapy} lines|lines of previous therapy|{chemotherapy,cytotoxic chemotherapy,chemotherapeutic,systemic chemotherapy,treatment} regimen{s,}",
    { type: "measure", measure: { of: "lines" } },
  ],
  lab("liver stiffness{ measurement, (lsm),}", "liver-stiffness", "Liver stiffness measurement", "肝硬度值"),
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
