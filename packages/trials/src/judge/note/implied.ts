import type { NoteValue } from "./values.ts";

/** A finding that a note tells in other words; `start` is where it does. */
export type ImpliedFinding = { readonly start: number; readonly means: string };

/** What a clinician reads out of everyday words: words of a note, and the findings that they amount to. */
const tellings: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:calf|leg|thigh|buttock)s? (?:pain|cramp\w*|aches?)\b.{0,40}\b(?:walk\w*|exerti\w*|exercis\w*|climb\w*)/gi,
    "claudication",
  ],
  [/\bcoffee[- ]ground|\bvomit\w* (?:of |up )?blood|\bbloody vomit\w*/gi, "hematemesis, gastrointestinal bleeding"],
  [/\b(?:black|tarry),? (?:and )?(?:tarry )?stools?\b/gi, "melena, gastrointestinal bleeding"],
  [
    /\bfell (?:from|off|down|on|onto|over)\b|\b(?:car|traffic|motor vehicle|road|bicycle|motorcycle) (?:accident|collision|crash)|\b(?:struck|hit) by\b|\bassaulted\b|\bgunshot\b|\bstabbed\b|\bblunt trauma\b|\bfractures?\b/gi,
    "trauma, injury",
  ],
  [
    /\bimmunosuppress(?:ive|ed|ants?|ion)\b/gi,
    "immunosuppression, immunodeficiency, immunocompromised, immune compromised",
  ],
  [
    /\bskin (?:lesions?|rash|eruptions?)\b|\blesions? (?:on|over) (?:(?:his|her|the|both) )?(?:skin|neck|face|scalp|arms?|trunk|back|chest|legs?|hands?)\b|\bdermatologist\b/gi,
    "skin disease, skin lesion",
  ],
  [/\bsmok(?:es|ed)\b|\bpack[- ]years?\b|\bpacks? (?:per|a) day\b/gi, "smoker, smoking, tobacco"],
  [
    /\bshort(?:ness)? of breath\b|\bbreathless\w*|\bdifficult(?:y|ies) (?:in |with )?breathing|\btrouble breathing/gi,
    "dyspnea",
  ],
  [/\b(?:difficulty|trouble) (?:in |with )?swallowing\b/gi, "dysphagia"],
  [/\blost (?:a total of )?\d+ ?(?:pounds|lbs?|kg|kilograms)\b/gi, "weight loss"],
  [/\bpassed out\b|\bfaint(?:ed|ing)\b|\b(?:lost|loss of) consciousness\b/gi, "syncope, loss of consciousness"],
  [/\byellow\w* (?:of (?:the )?)?(?:skin|eyes|sclera\w*)|\bicter(?:us|ic)\b/gi, "jaundice"],
  [/\bheart attack\b/gi, "myocardial infarction"],
  [/\b(?:no longer enjoys?|feels? (?:guilty|hopeless|sad|worthless)|depressed mood)\b/gi, "depressive symptoms"],
];

type Limit = { readonly measure: string; readonly min?: number; readonly max?: number; readonly means: string };

/** Limits past which a value is a finding, at any age; units as in `measures.ts`. */
const atAnyAge: readonly Limit[] = [
  { measure: "temperature", min: 38, means: "fever" },
  { measure: "oxygen saturation", max: 89, means: "hypoxemia" },
  { measure: "platelets", max: 99, means: "thrombocytopenia" },
  { measure: "haemoglobin", max: 9.9, means: "anemia" },
];
/** Limits of grown people: a small child's heart and breath go faster. */
const ofGrown: readonly Limit[] = [
  { measure: "heart rate", min: 101, means: "tachycardia" },
  { measure: "heart rate", max: 49, means: "bradycardia" },
  { measure: "respiratory rate", min: 25, means: "tachypnea" },
  { measure: "systolic pressure", max: 89, means: "hypotension" },
  { measure: "body mass index", min: 30, means: "obesity" },
];
const grownFrom = 15;

/** Findings that a sentence tells in other words or by a value; pure, linear in the sentence. */
export function impliedFindings(text: string, values: readonly NoteValue[], years: number | null): ImpliedFinding[] {
  const told = tellings.flatMap(([pattern, means]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, means })),
  );
  const limits = years !== null && years >= grownFrom ? [...atAnyAge, ...ofGrown] : atAnyAge;
  const measured = limits
    .filter(({ measure, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) =>
      values.some((one) => one.measure === measure && one.value >= min && one.value <= max),
    )
    .map(({ means }) => ({ start: -1, means }));
  return [...told, ...measured];
}
