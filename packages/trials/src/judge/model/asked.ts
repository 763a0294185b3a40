/** What kind of thing a criterion asks for, by its words: general to trials, none of it of one patient. */
const kinds = {
  laboratory:
    /\b(?:laborator\w+|lab(?:s| tests?| values?)|clinical chemistry|ha?ematology|biochemistry|lab (?:tests?|values?|results?|abnormalit\w+)|serum|plasma|urin(?:e|ary|alysis)|ha?emoglobin|ha?ematocrit|platelets?|neutrophils?|leu[ck]ocytes?|white blood|WBC|ANC|creatinine|e?GFR|bilirubin|transaminases?|ALT|AST|SGOT|SGPT|alkaline phosphatase|INR|international normali[sz]ed ratio|Ig[GMAE]|levels?|titers?|counts?|prothrombin|PTT|glucose|HbA1c|A1c|cholesterol|LDL|HDL|triglycerides?|potassium|sodium|calcium|magnesium|albumin|ferritin|protein|hormone levels?|blood counts?|organ function|(?:bone )?marrow function|(?:liver|renal|hepatic|kidney) function)\b|血清|血红蛋白|血小板|中性粒|白细胞|肌酐|胆红素|转氨酶|血糖|实验室|(?:骨髓|肝|肾|器官)功能/i,
  relativeLimit:
    /\b(?:ULN|LLN|upper limit|lower limit|limits? of normal|normal (?:range|limits?)|reference range|institutional)\b|正常值|上限|参考范围/i,
  assay:
    /\b(?:antibod(?:y|ies)|antigen|titers?|PCR|serolog\w+|sero(?:positive|negative)\w*|cultures?|smears?|(?:skin|drug|toxicology|screening|rapid|stool|breath|blood|urine|positive|negative) (?:tests?|screens?)|test(?:s|ing|ed)? (?:positive|negative|for)|HBsAg|HCV|HIV|mutations?|genotype|express(?:ion|ing)|receptor|marker)\b|抗体|抗原|阳性|阴性|突变|表达|培养/i,
  imaging:
    /\b(?:MRI|CT|PET|scans?|x-?rays?|radiograph\w*|ultraso\w+|echocardio\w+|angiogra\w+|endoscop\w+|colonoscop\w+|imaging|tomography|DXA|mammogra\w+|spirometry|FEV1?|LVEF|ejection fraction)\b|超声|磁共振|射血分数|影像|内镜|胸片/i,
  electrocardiogram: /\b(?:ECG|EKG|electrocardio\w+|QTc?\w?|QRS)\b|心电图/i,
  bodySize: /\b(?:BMI|body mass|weight|height|waist)\b/i,
  vitalSign: /\b(?:blood pressure|systolic|diastolic|heart rate|pulse|temperature|saturation|bpm|mm ?Hg)\b/i,
  score:
    /\b(?:ECOG|Karnofsky|performance status|NYHA|ASA|Child[- ]Pugh|scor(?:e|es|ed|ing)|scale|questionnaire|inventory|index|Hoehn|Fitzpatrick|GOLD|Apgar)\b|评分|体力状况/i,
  grade: /\b(?:stages?|grades?|class|type [IVX\d]+|moderate|mild|severe\w*)\b/i,
  cancer:
    /\b(?:cancers?|carcinomas?|tumou?rs?|neoplas\w+|malignan\w+|lymphomas?|leuk[ae]mias?|myelomas?|sarcomas?|melanomas?|gliomas?|metasta\w+|RECIST|measurable disease|chemotherap\w+|radiotherap\w+|radiation)\b|癌|肿瘤|淋巴瘤|白血病|骨髓瘤|转移|化疗|放疗|可测量病灶/i,
  provenDiagnosis:
    /\b(?:diagnos\w+|histolog\w+|cytolog\w+|patholog\w+|biops\w+|confirmed|documented|proven|criteria|established)\b|确诊|诊断|病理|组织学|细胞学|证实/i,
  history: /\b(?:history|prior|previous(?:ly)?|past|ever)\b|病史|既往|曾经/i,
  known: /\bknown\b/i,
  treatment:
    /\b(?:treat(?:ed|ment)|therap\w+|receiv\w+|tak(?:e|es|ing|en)|us(?:e|es|ed|ing)|medications?|drugs?|dos(?:e|es|age)|regimens?)\b|治疗|用药|服用|接受|药物/i,
  failedTreatment:
    /\b(?:refractory|resistan\w+|relaps\w+|recurren\w+|fail\w+|inadequate response|progress\w+|naive)\b/i,
  procedure:
    /\b(?:surg\w+|operations?|procedures?|transplant\w*|implant\w*|undergo\w*|underwent|resection|catheter\w*|ventilat\w*|dialysis|stent\w*|-ectomy)\b|ectomy\b|手术|移植|透析|置入/i,
  planned:
    /\b(?:plan(?:s|ned|ning)?|schedul\w+|intend\w*|intention|candidates?|indicat\w+|eligible for|require[sd]?|need(?:s|ing)?)\b/i,
  willing:
    /\b(?:willing\w*|unwilling|agree\w*|able|unable|ability|inability|capable|capacity|availab\w+|comply|complian\w+|adher\w+|cooperat\w+|refus\w+|understand\w*|visits?|follow-?up|diary|commit\w*|amenable|prepared)\b|愿意|能够|依从|配合|随访|同意/i,
  language: /\b(?:English|Spanish|French|German|Danish|Chinese|Japanese|language|literate|illiterate|read|speak\w*)\b/i,
  place:
    /\b(?:hospital|clinic|center|centre|university|site|country|resident|reside\w*|insurance|social security|prison\w*|employ\w+)\b/i,
  habit:
    /\b(?:smok\w+|tobacco|nicotine|alcohol\w*|drink\w*|caffein\w+|coffee|exercise|diet\w*|drug abuse|substance|illicit|addict\w*|donat\w+)\b|吸烟|饮酒|酗酒|药物滥用/i,
  people: /\b(?:race|racial|ethnic\w*|descent|heritage|Asian|African|Caucasian|white|Hispanic|Japanese)\b/i,
  healthy: /\bhealthy?\b|健康/i,
  otherIllness:
    /\b(?:other|any|concomitant|concurrent|underlying|serious|significant|relevant)\b[^.;]{0,40}\b(?:conditions?|diseases?|illness\w*|disorders?|abnormalit\w+)\b/i,
  consequence:
    /\b(?:interfere\w*|affect|jeopardi[sz]e|compromise|confound|preclude\w*|risk|prevent|contraindicat\w+|impair|limit|safety|safely|unsuitable)\b/i,
  lasting:
    /\b(?:for|at least|more than|greater than)\b[^.;]{0,20}\b\d+ ?(?:days?|weeks?|months?|years?)|\b(?:duration|persist\w+|chronic|stable|lasting)\b/i,
  recency:
    /\b(?:within|during|in|last|past|previous|preceding|less than)\b[^.;]{0,25}\b(?:hours?|days?|weeks?|months?|years?)\b/i,
  atScreening: /\b(?:screening|baseline|randomi[sz]ation|enrol\w+|visit \d|study entry|day \d)\b/i,
  protocolNote:
    /\bnote:|\bprotocol[- ]defined|\bmore information\b|\bcriteria (?:may|will) apply|\bsee (?:the )?protocol\b|\bconsiderations\b/i,
  allowed:
    /\b(?:allowed|permitted|acceptable|may be (?:included|eligible|enrol\w+)|are eligible|not exclu\w+|no exclusion)\b/i,
  condition: /^(?:if|for|in)\b|\b(?:if|unless|provided|except\w*|only if)\b/i,
  must: /\b(?:must|should|have to|has to|required to)\b|必须|应当/i,
  denial: /\b(?:no|not|without|absence|free of|never|non)\b/i,
  comparison: /[<>≤≥=]|\b(?:at least|greater|more than|less than|above|below|exceed\w*|between|over|under)\b/i,
  percentage: /%|percent/i,
  acute: /\b(?:acute|active|current\w*|ongoing|uncontrolled|unstable|recent)\b|急性|活动性|目前|未控制|近期/i,
  symptom:
    /\b(?:pain|symptoms?|signs?|fever|cough|dyspn\w+|nausea|diarrh\w+|bleeding|headaches?|fatigue|rash|swelling|impairment|difficulty)\b/i,
  list: /[;:]|\b(?:following|any of|one of|such as|including|e\.g)\b/i,
} as const;

/** Kinds of what a criterion asks for, each 1 where its words say so. */
export const askedKinds = (text: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([name, pattern]) => (pattern.test(text) ? [[`asks ${name}`, 1]] : [])),
  );
