/**
 * What a clinician reads out of everyday words: words of a note, and the findings that they amount to. General medical
 * vocabulary, none of it of one patient.
 */
export const tellings: readonly (readonly [RegExp, string])[] = [
  // Heart and vessels
  [
    /\b(?:calf|leg|thigh|buttock)s? (?:pain|cramp\w*|aches?)\b.{0,40}\b(?:walk\w*|exerti\w*|exercis\w*|climb\w*)/gi,
    "claudication",
  ],
  [/\bheart attack\b|\b[SN]STEMI\b/gi, "myocardial infarction, coronary artery disease"],
  [
    /\bCABG\b|\bbypass (?:graft\w*|surgery)|\b(?:coronary )?stents?\b|\bPCI\b|\bPTCA\b/gi,
    "coronary artery disease, coronary revascularization",
  ],
  [/\bpassed out\b|\bfaint(?:ed|ing)\b|\b(?:lost|loss of) consciousness\b/gi, "syncope, loss of consciousness"],
  [/\bheart (?:is )?rac(?:es|ing)\b|\bskip\w* beats?\b|\bflutter\w* in (?:his|her) chest/gi, "palpitations"],
  [
    /\b(?:swollen|swelling (?:of|in)) (?:(?:his|her|the|both) )?(?:legs?|ankles?|feet)\b|\b(?:leg|ankle|pedal|LE) (?:edema|swelling)/gi,
    "edema, peripheral edema",
  ],
  [
    /\bshort(?:ness)? of breath\b|\bbreathless\w*|\bdifficult(?:y|ies) (?:in |with )?breathing|\btrouble breathing|\bSOB\b/gi,
    "dyspnea",
  ],
  [/\bchest (?:tightness|pressure|discomfort)\b/gi, "chest pain"],
  [/\b(?:mini[- ]?stroke|TIA)\b/gi, "transient ischemic attack, cerebrovascular disease"],
  [/\bstroke\b|\bCVA\b/gi, "stroke, cerebrovascular disease"],
  [/\bblood clots?\b|\bDVT\b|\bpulmonary embol\w+/gi, "thrombosis, thromboembolism"],
  // Breathing and smoking
  [
    /\bsmok(?:es?|ed|ing|er)\b|\bpack[- ]years?\b|\bpacks? (?:per|a) day\b|\bcigarettes?\b/gi,
    "smoker, smoking, tobacco, cigarettes",
  ],
  [/\bproductive cough\b|\bcough\w* (?:up|productive|with sputum)/gi, "cough, sputum production"],
  [/\bcough\w* (?:up )?blood|\bbloody sputum/gi, "hemoptysis"],
  [
    /\bhome oxygen\b|\bO2 (?:at|via)|\b\d(?:\.\d)?(?:-\d(?:\.\d)?)?\s?L(?:iters)?(?: of)? (?:O2|oxygen)|\bnasal cannula\b|\bon oxygen\b/gi,
    "oxygen therapy, supplemental oxygen",
  ],
  [/\bintubated\b|\bventilator\b|\bmechanical(?:ly)? ventilat\w+/gi, "mechanical ventilation, respiratory failure"],
  [/\bBi-?PAP\b|\bC-?PAP\b/gi, "positive airway pressure, noninvasive ventilation"],
  // Belly
  [
    /\bcoffee[- ]ground|\bvomit\w* (?:of |up )?blood|\bbloody vomit\w*|\bU?GIB\b/gi,
    "hematemesis, gastrointestinal bleeding",
  ],
  [/\b(?:black|tarry),? (?:and )?(?:tarry )?stools?\b|\bmelena\b/gi, "melena, gastrointestinal bleeding"],
  [
    /\bblood(?:y)? (?:in (?:his|her|the) |per )?(?:stools?|rectum|diarrhea)|\bhematochezia/gi,
    "hematochezia, gastrointestinal bleeding",
  ],
  [/\b(?:difficulty|trouble) (?:in |with )?swallowing\b/gi, "dysphagia"],
  [/\bpain\w* swallowing\b|\bpain (?:on|with) swallowing/gi, "odynophagia"],
  [/\bheartburn\b|\bacid reflux\b|\bregurgitat\w+/gi, "gastroesophageal reflux disease, heartburn"],
  [/\bloose (?:bowel movements?|stools?)|\bwatery (?:stools?|diarrhea)/gi, "diarrhea"],
  [/\bthrew up\b|\bthrowing up\b|\bvomit\w*|\bemesis\b/gi, "vomiting"],
  [/\byellow\w* (?:of (?:the )?)?(?:skin|eyes|sclera\w*)|\bicter(?:us|ic)\b/gi, "jaundice"],
  [/\bcirrho\w+/gi, "cirrhosis, liver disease"],
  [/\b(?:stomach|belly|epigastric|abd) pain\b/gi, "abdominal pain"],
  [/\b(?:stomach|gastric)\b.{0,80}\badenocarcinoma/gi, "stomach cancer, gastric cancer"],
  [/\b(?:colon|rectal|colorectal)\b.{0,60}\badenocarcinoma/gi, "colorectal cancer"],
  [/\b(?:lung|pulmonary)\b.{0,60}\badenocarcinoma/gi, "lung cancer"],
  [/\bgallstones?\b/gi, "cholelithiasis, gallbladder disease"],
  [/\bkidney stones?\b/gi, "nephrolithiasis"],
  // Injury, skin, joints
  [
    /\bfell (?:from|off|down|on|onto|over)\b|\b(?:car|traffic|motor vehicle|road|bicycle|motorcycle) (?:accident|collision|crash)|\b(?:struck|hit) by\b|\bassaulted\b|\bgunshot\b|\bstabbed\b|\bblunt trauma\b|\bfractures?\b|\bMVA\b|\bMVC\b/gi,
    "trauma, injury",
  ],
  [
    /\bskin (?:lesions?|rash|eruptions?)\b|\blesions? (?:on|over) (?:(?:his|her|the|both) )?(?:skin|neck|face|scalp|arms?|trunk|back|chest|legs?|hands?)\b|\bdermatologist\b|\brash(?:es)?\b/gi,
    "skin disease, skin lesion",
  ],
  [/\bitch(?:y|ing|iness)\b/gi, "pruritus"],
  [/\bjoint (?:stiffness|swelling|pain)\b|\bswollen (?:and \w+ )?joints?\b/gi, "joint pain, arthralgia"],
  [
    /\bosteophytes?\b|\bnarrowing of the joint space\b|\bjoint space narrowing\b/gi,
    "osteoarthritis, joint space narrowing",
  ],
  [/\bbroke (?:his|her) (?:arm|leg|hip|wrist|ankle)\b/gi, "fracture, trauma"],
  // Nerves and mind
  [/\bfits\b|\bconvuls\w+|\bseizures?\b|\bepilep\w+/gi, "seizures, epilepsy"],
  [/\bmemory (?:loss|problems?|difficult\w+|decline)|\bforgetful\w*/gi, "memory impairment, cognitive impairment"],
  [
    /\bconfus(?:ed|ion)\b|\bdisoriented\b|\baltered mental status\b|\bAMS\b/gi,
    "confusion, altered mental status, encephalopathy",
  ],
  [/\bslurred speech\b/gi, "dysarthria"],
  [/\bnumb(?:ness)?\b|\btingling\b|\bpins and needles\b/gi, "paresthesia, sensory disturbance"],
  [
    /\b(?:no longer enjoys?|feels? (?:guilty|hopeless|sad|worthless)|depressed mood)\b/gi,
    "depressive symptoms, depression",
  ],
  [/\bhears? voices\b|\bhallucinat\w+|\bdelusion\w*/gi, "psychotic symptoms, psychosis"],
  [/\bsuicid\w+|\bharm (?:him|her)self\b/gi, "suicidal ideation"],
  [
    /\b(?:trouble|difficulty) (?:falling |staying )?(?:asleep|sleeping)|\bunable to sleep\b|\bcan(?:not|'t) sleep\b/gi,
    "insomnia, sleep disturbance",
  ],
  [/\bsnor(?:es?|ing)\b/gi, "snoring"],
  // Blood, defence, infection
  [
    /\bimmunosuppress(?:ive|ed|ants?|ion)\b|\b(?:organ|renal|kidney|liver|heart|bone marrow|stem cell) transplant\w*/gi,
    "immunosuppression, immunodeficiency, immunocompromised, immune compromised",
  ],
  [/\bAIDS\b|\bHIV\b/g, "human immunodeficiency virus infection, immunodeficiency"],
  [/\bswollen (?:lymph )?(?:nodes?|glands?)\b|\benlarged (?:lymph )?nodes?\b/gi, "lymphadenopathy"],
  [/\bpositive (?:lymph )?nodes?\b|\bnodal metasta\w+/gi, "lymph node metastasis, positive lymph node"],
  [/\bmetasta\w+/gi, "metastatic disease, metastasis"],
  [/\b(?:septic\w*|sepsis|bacter[ae]mia)\b/gi, "sepsis, infection"],
  [/\bfebrile\b|\bhigh temperature\b|\bspik\w+ (?:a )?(?:fever|temp\w*)/gi, "fever"],
  [/\bUTIs?\b/g, "urinary tract infection, infection"],
  [/\bURI\b|\bcommon cold\b/gi, "upper respiratory infection"],
  // Women, kidneys, water
  [
    /\bheavy (?:menses|menstrua\w+(?: \w+)?|periods?)\b|\bmenorrhagia\b/gi,
    "menorrhagia, heavy menstrual bleeding, abnormal uterine bleeding",
  ],
  [
    /\bregular (?:menses|periods?|menstrua\w+)|\b(?:menses|menstrua\w+|periods?)\b.{0,20}\b(?:each|every) month/gi,
    "regular menstrual cycle, menstrual periods",
  ],
  [/\bpainful (?:menses|periods?|menstrua\w+)/gi, "dysmenorrhea, menstrual pain"],
  [/\b(?:trying to conceive|unable to conceive|no success)\b/gi, "infertility"],
  [
    /\b(?:on|requiring|requires|receives?|receiving|undergo\w*) (?:chronic |maintenance )?(?:hemo|haemo)?dialysis\b|\bESRD\b|\bend[- ]stage renal\b/gi,
    "renal failure, chronic kidney disease, dialysis",
  ],
  [/\bdry (?:mucosa|mucous membranes?|mouth)\b|\bskin turgor\b/gi, "dehydration"],
  [/\bblood in (?:his|her|the) urine\b/gi, "hematuria"],
  [
    /\b(?:large|enlarged) prostate\b|\bBPH\b|\blower urinary tract symptoms\b/gi,
    "benign prostatic hyperplasia, lower urinary tract symptoms",
  ],
  [/\burin\w+ (?:frequently|often|at night)|\bfrequent urination\b|\bnocturia\b/gi, "urinary frequency"],
  // General
  [/\blost (?:a total of )?\d+ ?(?:pounds|lbs?|kg|kilograms)\b|\bunintentional weight loss\b/gi, "weight loss"],
  [/\btired(?:ness)?\b|\black of energy\b|\bexhaust(?:ed|ion)\b|\blethargic\b/gi, "fatigue"],
  [
    /\bdrinks? (?:alcohol|beer|wine|heavily|\d+)|\bETOH\b|\balcohol (?:use|abuse|consumption)|\bbeers?\b/gi,
    "alcohol use",
  ],
  [
    /\bIVDU\b|\bheroin\b|\bcocaine\b|\bmarijuana\b|\bmethamphetamine\b|\billicit drugs?\b/gi,
    "illicit drug use, substance abuse, drug abuse",
  ],
  [/\bdiabetic\b|\bDM ?(?:2|II)?\b|\bT2DM\b/g, "diabetes mellitus"],
  [/\bT2DM\b|\bDM ?(?:2|II)\b/g, "type 2 diabetes mellitus"],
  [/\bHTN\b|\bhypertensive\b|\bhigh blood pressure\b/gi, "hypertension"],
  [
    /\bhigh cholesterol\b|\bhypercholesterol\w+|\bhyperlipid\w+|\bdyslipid\w+/gi,
    "hyperlipidemia, dyslipidemia, hypercholesterolemia",
  ],
];

/** What everyday words rule out. */
export const rulings: readonly (readonly [RegExp, string])[] = [
  [
    /\bafebrile\b|\bnot febrile\b|\btemperature (?:is|was) (?:\w+ ){0,3}normal\b|\bnormal temperature\b|\bvital signs (?:are|were) (?:\w+ ){0,2}(?:normal|unremarkable|stable)/gi,
    "fever",
  ],
  [/\bvital signs (?:are|were) (?:\w+ ){0,2}(?:normal|unremarkable)/gi, "hypotension, tachycardia, tachypnea"],
  [/\bnormotensive\b|\bblood pressure (?:is|was) (?:\w+ ){0,2}normal\b/gi, "hypertension, hypotension"],
  [
    /\bnever smok\w+|\bnon-?\s?smoker\b|\b(?:doesn['’]t|does not|didn['’]t|never|won['’]t) (?:\w+ )?smok\w+/gi,
    "smoker, smoking, tobacco",
  ],
  [/\bteetotal\w*|\b(?:doesn['’]t|does not|never) (?:\w+ )?drinks?\b/gi, "alcohol use"],
];
