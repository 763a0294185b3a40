/** What a criterion is about beside diseases and treatments: each is judged in its own way. */
const patterns = {
  consent: /\bconsent\w*|\bassent\b|知情同意/i,
  compliance:
    /\bcompl(?:y|iance|iant|ying)\b|\badher(?:e|ence)\b|\bwilling(?:ness)?\b|\bcapable of (?:understanding|giving|providing|compl\w+|following)|\bunwilling|\brefus\w+|\bvoluntar\w+|\bcooperat(?!ive oncology)\w+|\b(?:agrees?|agreement|ability|able) to (?:all |the )?(?:understand|follow|comply|adhere|sign|attend|provide|perform|undergo|restrictions|abstain|refrain|participate)|\bable to (?:understand|follow|complete|return|attend|participate|communicate|read|tolerate|swallow|give)|\b(?:inability|unable) to (?:understand|follow|complete|return|attend|participate|communicate|read|give|provide|sign|comply|cooperate)|follow-?\s?up (?:visits?|evaluations?|assessments?|appointments?)|\bunreliable\b|\bgeographic\w*|inaccessib\w+|difficulty in (?:monitoring|follow)|依从|配合|随访|自愿/i,
  language:
    /\b(?:speaks?|speaking|english|spanish|french|language|literate|illiterate|e-?mail|telephone|internet|fluent)\b/i,
  pregnancy:
    /\bpregnan\w*|\blactat\w*|\bbreast-?\s?feed\w*|\bnursing\b(?! (?:facilit|home|staff|care|note|student))|妊娠|怀孕|孕妇|哺乳/i,
  contraception: /\bcontracept\w*|\bbirth[- ]control|child-?\s?bearing|避孕|育龄/i,
  allergy: /\ballerg\w*|\bhyper-?sensitiv\w*|\bintoleran\w*|\bsensitivity to\b|\banaphyla\w*|过敏/i,
  otherTrial:
    /\binvestigational\b|\b(?:another|other|any|an|ongoing|interventional|different)\b[^.;]{0,40}\b(?:clinical )?(?:trial|study|studies)\b|\bexperimental (?:drug|agent|treatment|medication)|participa\w+ in (?:a|any|another|other)|previous(?:ly)? enroll\w*|其他临床试验/i,
  opinion:
    /\binvestigator'?s?\b|\bphysician'?s?\b.{0,30}\b(?:judg|opinion|discretion)|\bopinion\b|\bjudg(?:e)?ment\b|\bdeem\w*|\bdiscretion\b|研究者/i,
  contraindication:
    /\bcontra-?\s?indicat\w*|\bnot (?:eligible|suitable|a candidate|candidates)\b|\bineligible\b|\bunable to undergo\b|\b(?:could|can) ?not undergo\b|\bcandidates?\b|禁忌/i,
  future:
    /\bplan(?:s|ned|ning)?\b|\bdesires?\b|\bintend\w*|\bexpect(?:ed|ing|s)?\b|\banticipat\w*|\bduring the (?:study|trial)\b|\bwithin the next\b|\bscheduled\b|\bwill (?:be|need|undergo|require)\b|计划|拟/i,
  score:
    /\b(?:ECOG|Karnofsky|KPS|performance status|NYHA|ASA\b|Child[- ]Pugh|score|scale|stages?|grades?|class(?:ification)?|index|criteria|Forrest|Rutherford|Fontaine|GOLD|z-score|percentile)\b|评分|分期|分级/i,
  setting:
    /\b(?:health ?care cent(?:er|re)s?|primary care practices?|participating (?:sites?|hospitals?|clinics?|centers?)|general practitioners?|nurses?|practices? with|providers?|caregivers? of|clinicians?|controls?\b|healthy (?:volunteers?|controls?|subjects?)|donors?)\b/i,
  diagnosisNeeded:
    /\bdiagnos\w+|\bconfirmed\b|\bproven\b|\bverified\b|\bdocumented\b|\bbiopsy\b|\bhistolog\w+|\bcytolog\w+|\bcandidates?\b|\bindicat\w+|\bundergoing\b|\bscheduled\b|诊断|确诊|病理/i,
  severity:
    /\bsevere\w*|\bserious\b|\bsignificant\b|\buncontrolled\b|\bunstable\b|\badvanced\b|\bdecompensated\b|\bmajor\b|\bimpair\w+|\binsufficien\w+|\bfailure\b|\bdysfunction\b|重度|严重|未控制/i,
  conditional:
    /\bif\b|\bunless\b|\bexcept\b|\bother than\b|\bwho (?:are|do|have) not\b|\bin the absence of\b|\bnot using\b|\b(?:permitted|allowed|acceptable|allowable)\b|\bwith the exception\b|除非|除外/i,
} as const;

export type Topic = keyof typeof patterns;
export const topics = Object.keys(patterns) as Topic[];

/** Topics of a criterion. */
export function topicsOf(text: string): ReadonlySet<Topic> {
  return new Set(topics.filter((topic) => patterns[topic].test(text)));
}
