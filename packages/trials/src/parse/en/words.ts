import type { LexiconRow } from "../language.ts";

/** Words that join, deny, except and count. */
const grammar: readonly LexiconRow[] = [
  ["and|&|as well as|plus|in addition to|together with|along with|and also", { type: "connector", is: "and" }],
  ["or|and/or|and / or|or else|either|alternatively|& / or|or/and", { type: "connector", is: "or" }],
  [
    "no|not|without|absence of|absent|lack of|never|none|neither|nor|free of|free from|no evidence of|no history of|no known|no prior|no previous|no other|does not have|do not have|has not|have not|had not|is not|are not|was not|were not|may not|must not|must not have|have not had|have not received|has not received|not received|not currently|denies|non|negative history of|excluding a history of|ruled out|not have|no clinical evidence of|no more|without evidence of|without a history of|no signs of|no signs or symptoms of|no known history of|no {clinically ,}significant {past ,medical ,past medical ,}history of|no {clinically ,}significant evidence of|no sign of|no symptoms of|no personal history of|not been",
    { type: "negation" },
  ],
  [
    "unable to|inability to|inability|unable|unwilling|unwillingness|unwilling or unable{ to,}|unable or unwilling{ to,}|inability or unwillingness{ to,}|unwillingness or inability{ to,}|refus{al,es,e,ed} to|not willing{ to,}|{un,not }willing/{un,not ,}able{ to,}|{un,not }willing/{un,not ,}able to {use,practice}|incapable of|not able to|not capable of|failure to|not practicing|not using|do not use|not {willing,agreeing} to {use,practice}|unwilling to {use,practice}",
    { type: "negation" },
  ],
  ["cannot|can not|will not|should not|did not|does not|do not|could not|would not", { type: "negation", of: "verb" }],
  [
    "{are,is,will be,should be,must be} {excluded,ineligible,not eligible,not allowed,not permitted,prohibited,not acceptable,exclusionary,not be eligible,not be included}|{are,is,will be,should be,must be,to be} excluded from {the study,this study,this trial,the trial,this clinical trial,this protocol,participation,participation in this study}|{will,should,must} be excluded|{is,are} not {eligible,allowed,permitted}|not allowed|not permitted|prohibited|ineligible|will not be {eligible,included,enrolled}|may not participate|{are,is} {an exclusion,exclusions,a contraindication}|excludes participation|not be eligible",
    { type: "ruling", is: "excluded" },
  ],
  [
    "may {also ,}{have,be} {previously ,already ,}{been,received,had,undergone,receiving,taking,on,treated,enrolled,included}|{was,were} {allowed,permitted}|{are,is,will be,may be} {allowed,permitted,eligible,acceptable,not excluded,not exclusionary,included,not an exclusion}{ to participate, for this study, to enroll, to enrol, for the study,}|{are,is} not considered {an exclusion,exclusionary}|will be {allowed,permitted}|may {enroll,participate,be enrolled,be included}|can be included|are not excluded|allowed if|permitted if|is allowed if|acceptable if",
    { type: "ruling", is: "allowed" },
  ],
  // A habit without a concept of its own: it stays text and is not lost between "drug" and "use".
  [
    "{intravenous,iv,injecting,injection,injectable,illicit,recreational,illegal} drug {use,users,user}",
    { type: "word" },
  ],
  [
    "{note: ,note ,}{this{ criterion, exclusion, requirement, exclusion criterion,},these{ criteria,},criterion,exclusion} {does,do} not apply to{ patients with, subjects with, participants with, those with, patients, subjects, participants,}|except|except for|excepting|other than|excluding|with the exception of|with exception of|exception of|apart from|aside from|but not|exceptions|does not include|not including|exclusive of|besides|with the exceptions of|exception|excluded",
    { type: "exception", sense: "except" },
  ],
  [
    "unless|unless the|except if|except when|if not|except in|except where|until",
    { type: "exception", sense: "unless" },
  ],
  [
    "only if|if and only if|only when|only where|only in case of|{provided,providing} {that,they,he,she}|on condition that|on the condition that",
    { type: "exception", sense: "only-if" },
  ],
  [
    "e.g.|eg|e.g|such as|for example|for instance|including|includes|include|including but not limited to|including, but not limited to|i.e.|ie|i.e|e.g.,|like|that is,|namely|eg.|not limited to|which includes|among others|, including|to include|examples include|but not limited to|but are not limited to",
    { type: "example" },
  ],
  [
    "active|actively|ongoing|on going|clinically active|acute or active|presently active",
    { type: "status", is: "active" },
  ],
  [
    "current|currently|concurrent|concurrently|concomitant|concomitantly|present|presently|simultaneous|being treated with|receiving|taking|requiring|on|use of|current use of|currently taking|currently receiving|currently using|currently on|using|treated with|requirement for|ongoing treatment with|concurrent use of|concomitant use of|need for|currently enrolled",
    { type: "status", is: "current" },
  ],
  [
    "history of|history of{/, }or {current,present}{ presence of, evidence of,}|h/o|hx of|{current use or prior exposure to,current or prior use of,prior or current use of,current or past use of,past or current use of,current or previous use of}|history|a history|a history of|prior history of|past history of|previous history of|medical history of|known history of|previous|ever|past medical history of|any history of|personal history of|historical|history or presence of|prior or current|current or prior|past or present|current or past|presence or history of|history or evidence of|current or previous|history or current evidence of|history or current|current or history of|prior use of|prior treatment with|previous treatment with|previously treated with|previously received|has received|have received|received|had|have had|has had|had a|past|prior therapy with|prior exposure to|previous exposure to|exposure to|previous use of|pretreated with|previous or current|previous and current|prior/current|lifetime",
    { type: "status", is: "ever" },
  ],
  [
    "wom{an,en}|female{s,}|girl{s,}|female {patients,subjects,participants,sex,gender}|woman|{pre,pre-,pre/peri-} {and,or,and/or} {postmenopausal,post menopausal,post-menopausal}{ women, female{s,}, patients,}|premenopausal {and,or,and/or} {postmenopausal,post menopausal,post-menopausal}{ women, female{s,}, patients,}",
    { type: "sex", is: "female" },
  ],
  ["men|man|male{s,}|boy{s,}|male {patients,subjects,participants,sex,gender}", { type: "sex", is: "male" }],
  [
    "both {sexes,genders}|either {sex,gender}|any {sex,gender}|all genders|regardless of {sex,gender}|of {either,any} {sex,gender}|gender: both",
    { type: "filler" },
  ],
  [
    "adult{s,}|adult {patients,subjects,participants,volunteers}|adulthood",
    { type: "leaf", tree: { kind: "age", range: { min: 18 }, unit: "year" }, isLoose: true },
  ],
  [
    "{to ,}{father,fathering,fathers} {a child,children,any children}|{conceive,bear,bearing,have,having} {a child,children}",
    { type: "word" },
  ],
  [
    "child|children|adolescent{s,}|infant{s,}|newborn{s,}|neonate{s,}|{paediatric,pediatric}{ patient, patients, subjects,}|minor{s,}|toddler{s,}|teenager{s,}",
    { type: "leaf", tree: { kind: "age", range: { max: 18, maxExclusive: true }, unit: "year" }, isLoose: true },
  ],
  [
    "{children and adults,adults and children,children or adults,adolescents and adults,adolescents or adults}",
    { type: "filler" },
  ],
  [
    "systemic|mild|moderate|moderate to severe|mild to moderate|severe|serious|uncontrolled|poorly controlled|inadequately controlled|controlled|stable|unstable|symptomatic|asymptomatic|clinically significant|significant|clinically relevant|chronic|acute|recurrent|refractory|relapsed|relapsed or refractory|relapsed/refractory|progressive|advanced|locally advanced|metastatic|unresectable|resectable|inoperable|measurable|decompensated|compensated|life threatening|major|untreated|newly diagnosed|severe or uncontrolled|serious or uncontrolled|uncontrolled or severe|bilateral|unilateral|persistent|intractable|medically uncontrolled|clinically important|clinically evident|clinically apparent|secondary|congenital|hereditary|familial|inherited|invasive|extensive|limited|early|late|previously untreated|treatment naive|high risk|low risk|intermediate risk|moderately|mildly|severely|overt|suspected|probable|definite|progressing|hemodynamically significant|complicated|uncomplicated|symptomatic or uncontrolled|untreated or symptomatic|unstable or uncontrolled|clinically significant or uncontrolled|serious active|serious uncontrolled|clinically manifest|resistant|drug resistant|treatment resistant|castration resistant|hormone refractory|hormone sensitive|platinum resistant|platinum refractory|platinum sensitive|de novo|end stage|advanced or metastatic|locally advanced or metastatic|unresectable or metastatic|recurrent or metastatic|metastatic or recurrent|locally advanced, unresectable|inoperable or metastatic|de-novo|long standing|opportunistic|mixed|intercurrent|intermittent|transient|sporadic|radiographically measurable|nonmeasurable",
    { type: "qualifier" },
  ],
];

/** Words that add nothing to what a criterion asks for. */
const fillers: readonly LexiconRow[] = [
  [
    "{on,by,in,per,via} {an ,a ,the ,screening ,baseline ,resting ,standard ,12 lead ,}{electrocardiogra{m,phy,ms}{ (ecg), (ekg),},ecg,ekg,echocardiogra{m,phy},mri{ scan,},ct{ scan,},imaging}",
    { type: "filler" },
  ],
  [
    "must|should|must {have,be,agree to,use,also,either}|should {have,be}|{are,is,{will,shall} be} {required,asked,expected} to{ have, be, use, undergo,}|{will,shall} {need to,have to}|need to|needs to|has to|have to|who must|must be willing to|must agree to{ use, practice,}|must practice|{are,is} eligible if{ they, she, he,}",
    { type: "demand" },
  ],
  [
    "a|an|the|of|with|by|as|at|is|are|was|were|be|been|being|has|have|having|had been|who|whom|that|which|this|these|those|their|his|her|his/her|its|it|they|he|she|he/she|them|there|such|will|would|shall|can|could|may|might|if|when|while|then|than|also|only|both|all|any|every|each|other|another|own|same|some|via|per|upon|into|onto|through|about|due to|because of|based on|on the basis of|according to|in accordance with|regarding|with respect to|in terms of|as per|as well|yet|still|just|even|very|so|where|whose|one's",
    { type: "filler" },
  ],
  [
    "{the ,}{equation,formula}|systemic {treatment,therapy,use} {with,of}|{read,reading}{ and understand, and understanding,}|{see ,refer to ,}appendix{ a, b, c, d, 1, 2, 3, 4, i, ii,}|provision of|{on ,}{the ,}{day,date,time} of {signing ,signature of ,giving ,providing ,}{the ,}{written ,}informed consent{ form,}|signs|sign of|signs/symptoms of|sign/symptoms of|signs or symptoms|history or signs of|patient{s,}|subject{s,}|participant{s,}|person{s,}|people|individual{s,}|volunteer{s,}|the patient|the subject|patient's|subject's|patients'|participant's|candidates|candidate|case{s,}|patient(s)|subject(s)|population|those|all patients|all subjects|pts|pt.|recipient{s,}",
    { type: "filler" },
  ],
  [
    "documented|confirmed|histologically{ or cytologically, and/or cytologically, /cytologically,} {confirmed,proven,documented,verified,diagnosed,established}|cytologically {confirmed,proven,documented,verified}|pathologically {confirmed,proven,documented,verified,diagnosed}|histologic{ally,al,}|cytologic{ally,al,}|pathologic{ally,al,}|biopsy {proven,confirmed}|radiologically confirmed|clinically|known|diagnosed|diagnosed with|diagnosis|diagnosis of|a diagnosis of|clinical diagnosis of|established|{show,shows,showing,showed} {evidence,signs} of|evidence of|evidence|presence of|the presence of|existing|pre existing|preexisting|concomitant presence of|verified|proven|histologically or cytologically confirmed|histological or cytological {confirmation,diagnosis,evidence,proof}{ of,}|confirmation of|confirmed diagnosis of|histological{ly,} confirmed|histology|cytology|serologically|microbiologically|laboratory confirmed|clinical{ly,} {documented,diagnosed,confirmed}|confirmed by|as determined by|determined by|as defined by|defined by|defined as|as defined|as assessed by|assessed by|measured by|as measured by|as evidenced by|evidenced by|as demonstrated by|demonstrated by|demonstrated|as documented by|documented by|as shown by|as indicated by|manifested by|characterized by|as follows|as described|identified by|according to the|by the|established by|as confirmed by|medical history|documentation of|documentation|clinical|clinical signs of|signs of|signs or symptoms of|signs and symptoms of|symptoms of|symptom{s,}|objective evidence of|radiographic evidence of|clinical evidence of|physical|suffering from|suffer from|suffers from|with a|affected by|in need of",
    { type: "filler" },
  ],
  [
    "screening|baseline|at {the ,}{time of ,}{screening,baseline,enrollment,enrolment,study entry,randomization,randomisation,entry,inclusion,registration,visit 1,study enrollment,recruitment,diagnosis of study,the screening visit,screening visit,consent,informed consent,consent/assent,informed consent/assent,informed consent or assent,informed consent and assent,assent}|at {the ,}time of {the ,}{study,screening visit,signing informed consent,signing the informed consent form,signing the informed consent,informed consent,study inclusion}|on {the ,}{day of ,}{screening,randomization,enrollment}|at the {screening,baseline} visit|at study {entry,enrollment,start}|entering the study|at entry|during {the ,}{study,trial,screening,course of the study,study period,treatment period,trial period,entire study,screening period}|throughout {the ,}{study,trial,study period,entire study}|for the duration of {the ,}{study,trial,study participation,treatment}|while {on,in,participating in} {the ,}{study,trial}|during study {participation,treatment,period}|at any time{ during the study,}|at start of study|at inclusion|prior to study|on study|in the study|in this study|for the study|to the study|of the study|for this study|in this trial|in the trial|of this study|study participants|study subjects|study patients|during participation in the study|at the start of {the ,}study",
    { type: "filler" },
  ],
  [
    "following|the following|following criteria|the following criteria|follow|follows|as follows|meet|meets|meeting|criteria|criterion|requirement|requirements|required|require|requires|eligible|eligibility|eligible if|included|will be included|considered|considered eligible|note|defined|definition|adequate|adequate organ function|adequate {bone marrow,hematologic,hematological,hepatic,renal,liver,kidney,hematopoietic,marrow,cardiac,organ,haematological,coagulation} {function,reserve,}|{bone marrow,hematologic,hematological,hepatic,renal,liver,organ,haematological} function|organ function|organ and marrow function|laboratory values|laboratory value|laboratory tests|laboratory parameters|lab values|laboratory|values|value|level{s,}|concentration{s,}|count{s,}|measurement{s,}|test{s,}|result{s,}|range of|serum|plasma|blood|total|score{s,}|scale|grade|class|status|performed|obtained|done|tested|assessed|measured|calculated|estimated|evaluated|function|normal function|the investigator|investigator|investigator's|judged|in the opinion of the investigator|by the investigator|investigator discretion|as judged by the investigator|in the investigator's opinion|in the judgment of the investigator|as determined by the investigator|at the discretion of the investigator|in the investigator's judgment|according to the investigator|{opinion,discretion,judgment,judgement,decision,approval,consultation with,discussion with,discussing with,permission} of {the ,}{study ,site ,local ,}pi|{with ,by ,}the {study ,site ,local ,}pi|{study,site,local} pi|principal investigator (pi)|in the opinion of the principal investigator|at investigator's discretion|inclusive|inclusively|including end points|approximately|about|around|roughly|disease{s,}|condition{s,}|disorder{s,}|illness|syndrome|treatment{s,}|therap{y,ies}|medication{s,}|drug{s,}|agent{s,}|use|used|receive|receives|administration|administered|regimen{s,}|dose{s,}|intake|undergo|undergone|undergoing|underwent|scheduled|planned|performance|diagnostic|type|kind|form|forms|either of|specifically|respectively|prior the study|whichever|mean|average|resting|sitting|supine|local laboratory|central laboratory|by local laboratory|room air|on room air|in room air|standard|method|methods|using|determined|documented by the|consistent|least|time|last menstrual|case of|in case of|event of|need|needs|willing|able|agree|agrees|ability|willingness|currently has|has a|have a|has an|have an|with an|with any|of any|to any|in any|from any|for any|type of|types of|kind of|form of|at|up|again|if any|if applicable|as appropriate|where applicable|per protocol|et al|etc|etc.|and so on|both of|each of|s|'s|prior|at risk|women only|males only|men only|females only|age group|in age|age range|limits|criteria for|criteria of|the criteria of|score of|a score of|scores of|level of|levels of|value of|values of|count of|total score|points|point",
    { type: "filler" },
  ],
];

/** Words of conduct, consent and description that records do not hold and that change nothing beside what is read. */
const conduct: readonly LexiconRow[] = [
  [
    "{therap{y,ies},treatment{s,},medication{s,},drug{s,},agent{s,},regimen{s,},prophylaxis,hospitalization,evaluated,treated} for{ the, their, a,}|{treatment,management,prevention,prophylaxis} of{ the,}|used to treat|to treat|to prevent|indicated for|{risk,high risk,increased risk,risk factor{s,}} {of,for}|at {high ,increased ,}risk {of,for}|predispos{ed,ing} to|family history of|history of familial|{first degree ,}relative{s,} with|{parent,sibling,mother,father,family member} with|contraindication{s,} {to,for}|suspicion of|screening for|negative screening for",
    { type: "purpose" },
  ],
  [
    "protocol|procedures|specified|specific|participate|participation|participating|in order to|understand|understands|understanding|ability to understand|understood|sign|signed|signing|give|given|giving|provide|provided|provides|providing|able to provide|available|capable|capable of|appropriate|assessment{s,}|principal investigator|physician{s,}|treating physician|opinion|in the opinion of|deemed|start|started|starting|prior to participation|voluntary|voluntarily|legally|authorized representative|legally authorized representative|legal representative|guardian|parent{s,}|parents or guardians|irb|approved|institutional review board|hipaa|authorization|language|subjects who|patients who|patients with|subjects with|those with|anyone with|individuals with|suggestive of|suggesting|associated|associated with|related|related to|in relation to|secondary to|caused by|as a result of|as a consequence of|occurring|occurred|experienced|experiencing|developed|have developed|found|identified|noted|currently being|continuing|continue|continued|enrolled|evaluation|examination|physical examination|testing|tests|dsm iv|dsm 5|dsm v|dsm iv tr|dsm-iv criteria|icd 10|recist|recist 1.1|recist v1.1|who criteria|ctcae|ncic|nci ctcae|nci ctc|investigational product|similar|however|via|component{s,}|containing|regularly|routine|usual|site|central|place|apply|obtain|obtaining|willing to|agreeing to|accept|adhere|maintain|stable dose of|stable doses of|at a stable dose|on a stable dose of|on stable doses of|stable regimen of|as part of|treated|being",
    { type: "filler" },
  ],
  [
    "adequately treated|curatively treated|treated curatively|surgically treated|completely resected|curatively resected|definitively treated|in situ|superficial|localized|resected|intercurrent|concurrent serious|underlying|co existing|coexisting|concomitant serious|malignant|benign|metastatic or unresectable|high grade|low grade|well controlled|medically controlled|inadequately treated|clinically unstable|poor|impaired glucose",
    { type: "qualifier" },
  ],
  [
    "{oral,intravenous,iv,i.v.,parenteral,intramuscular,im,subcutaneous,sc} {or,and,and/or} {oral,intravenous,iv,i.v.,parenteral,intramuscular,im,subcutaneous,sc}|orally|oral|intravenous|intravenously|iv|i.v.|subcutaneous|topical|inhaled|intramuscular|parenteral|per os|by mouth|prescription|over the counter|non prescription|high dose|low dose|standard dose|chronic use of|long term|regular use of|continuous|continuous use of",
    { type: "filler" },
  ],
];

export const words: readonly LexiconRow[] = [...grammar, ...fillers, ...conduct];
