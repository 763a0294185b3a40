import { passes, type Rule } from "../case.ts";

const mostOtherWords = 14;
/** So few that nothing beside compliance is left to the investigator's judgement. */
const fewWords = 3;

/** "Willing to stop painkillers": what it is about matters less than that the patient will follow the protocol. */
const isWilling =
  /^(?:(?:the|all|each) )?(?:(?:patients?|subjects?|participants?|volunteers?)\b(?: (?:and\/)?or \w+(?:['’]s \w+)?)? )?(?:(?:must|should|is|are|be|both|who|able and|able|can|and|has to) )*(?:willing(?:ness)?|agrees?|accepts?|commits?|consents?)\b/i;

/** Consent and compliance are answered by the note's own sentence about them. */
export const agreement: Rule = (given) => {
  const { note, criterion } = given;
  const { topics } = criterion;
  if (note.consent === null) return null;
  if (
    criterion.type === "inclusion" &&
    isWilling.test(criterion.text) &&
    !topics.has("opinion") &&
    criterion.age === null
  )
    return { label: passes(given), sentences: [note.consent], reason: "consents" };
  const isAsked = topics.has("consent") || (topics.has("compliance") && criterion.words.length <= mostOtherWords);
  const isUse =
    topics.has("contraception") &&
    criterion.type === "inclusion" &&
    /\b(?:agree|willing|use|using|must|practice)\b/i.test(criterion.text);
  if (!isAsked && !isUse) return null;
  const isOnlyAgreement =
    criterion.type === "inclusion"
      ? topics.has("consent")
      : topics.has("compliance") && criterion.words.length <= fewWords && criterion.things.length === 0;
  if (topics.has("opinion") && !isOnlyAgreement) return null;
  const hasOwnMatter = topics.has("language") || given.bounds.open > 0;
  if (hasOwnMatter && !topics.has("consent") && criterion.type === "inclusion") return null;
  const isMedical = criterion.things.some(({ kind }) => kind === "disease" || kind === "phenotype");
  if (criterion.type === "inclusion" && isMedical) return null;
  if (criterion.age !== null || (criterion.things.length > 1 && !topics.has("consent"))) return null;
  return { label: passes(given), sentences: [note.consent], reason: "consents" };
};
