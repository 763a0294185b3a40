import { passes, type Rule } from "../case.ts";

/** A procedure, a machine or a past treatment that makes someone a candidate: a note would tell of it. */
const treatmentAsked =
  /^(?:the |all )?(?:patients?|subjects?|participants?|individuals?|people|adults?|children)?\s*(?:(?:who|that|are|is|were|was|have|has|had|been|currently|scheduled|planned|for|to|be)\s+)*(?:undergo(?:ing|ne)?|underwent|(?:mechanically|invasively) ventilated|intubated|(?:maintenance |chronic )?(?:ha?emo|peritoneal )dialysis|treated (?:with|by))\b/i;
const isOpen = /\b(?:if|unless|or)\b|\be\.g\.|\bsuch as\b|[;/]/i;
const mostWords = 8;
/** A word or more of so few that the note says too leaves it open. */
const leastShared = 0.5;

/** Patients who undergo or had a treatment are asked for, and the note, which tells what is done, tells of none such. */
export const treatmentUntold: Rule = ({ criterion, covers }) => {
  if (criterion.type !== "inclusion" || criterion.asksForAbsence || criterion.words.length > mostWords) return null;
  const { text } = criterion;
  if (!treatmentAsked.test(text) || isOpen.test(text.replace(/\([^)]*\)/g, ""))) return null;
  const isSaid = covers.some(
    ({ relation, inOne }) => inOne >= leastShared || relation === "same" || relation === "covers",
  );
  return isSaid ? null : { label: "not included", sentences: [], reason: "wouldBeTold" };
};

/** What becomes of a patient later, and how a study is run: no note tells it beforehand. */
const course =
  /\brandomi[sz]ed (?:by|within|before|after)\b|\bwithdrawn\b|\bdies during\b|\bwill not survive\b|\bdischarge[ds]? (?:against|automatic)|\b(?:automatic|early|self)[- ]discharge\b|\bobservation period\b|\bselection criteria\b|\bscreen(?:ing)? failures?\b|\blost to follow-?up\b/i;

/** The further course as a reason to exclude. */
export const furtherCourse: Rule = ({ criterion }) =>
  criterion.type === "exclusion" && course.test(criterion.text) && !/^if\b.{0,60}\bdead\b/i.test(criterion.text)
    ? { label: "not enough information", sentences: [], reason: "notAsked" }
    : null;

const language =
  /\b(?:speaks?|speaking|understands?|fluent|literate|reads?)\b.{0,40}\b[A-Z][a-z]+(?:ish|an|ese|ic|ench|utch|indi|rdu)\b/;

/** The patient's language, and who is a candidate for a procedure, are asked at screening. */
export const askedAtScreening: Rule = ({ criterion }) => {
  if (criterion.type !== "inclusion") return null;
  const isAsked =
    language.test(criterion.text) ||
    /\b(?:not (?:considered )?(?:a )?|deemed (?:to be )?(?:a )?)(?:suitable |good )?candidates?\b/i.test(
      criterion.text,
    );
  return isAsked ? { label: "not enough information", sentences: [], reason: "notAsked" } : null;
};

const shortLife = /\blife expectancy\b[^.;]{0,30}?\b\d+\s*(?:hours?|hrs?|days?)\b/i;
const dying = /\b(?:moribund|agonal|terminal(?:ly)?|hospice|palliative|unresponsive|cardiac arrest|brain death)\b/i;

/** Hours or days to live are asked for, and nothing in the note tells of dying. */
export const outlives: Rule = (given) => {
  const { criterion, note } = given;
  if (criterion.type !== "inclusion" || !shortLife.test(criterion.text)) return null;
  return note.sentences.some(({ text }) => dying.test(text))
    ? null
    : { label: passes(given), sentences: [], reason: "silent" };
};

const subgroup =
  /^(?:if|recipients? (?:who|of)|(?:patients?|subjects?|those|participants?) (?:who (?:have|has) had|with (?:a |any )?(?:prior|previous|history of)|on|receiving|taking))\b.{3,90}?[, ]+(?:\w+ )?(?:must|should|need to|has to|have to)\b/i;

/** A demand on a subgroup ("recipients of a transplant must …") that the patient does not belong to. */
export const ofSubgroup: Rule = ({ criterion, covers }) => {
  const { topics } = criterion;
  if (criterion.type !== "inclusion") return null;
  if (!subgroup.test(criterion.text) && !ifTaken.test(criterion.text)) return null;
  if (topics.has("consent") || topics.has("compliance") || topics.has("contraception")) return null;
  const [first] = covers;
  if (first === undefined || first.inOne >= leastShared || first.relation !== null) return null;
  return { label: "not applicable", sentences: [], reason: "notOfGroup" };
};

/** "Glucocorticoids, if used, must …". */
const ifTaken = /^.{3,60}?,? \(?if (?:used|taken|taking|receiving|applicable|present|performed|given|needed)\)?[, ]/i;

const oneOfMany = /\b(?:one or more|at least one|any(?: one)? of|either|one of)\b/i;

/** "One or more of: a, b, c", and the note says one of them by name. */
export const anyListed: Rule = (given) => {
  const { criterion, covers } = given;
  if (criterion.type !== "inclusion" || !oneOfMany.test(criterion.text)) return null;
  if (/\b(?:and|plus|with) (?:at least |one |two |any )/i.test(criterion.text)) return null;
  const said = covers.filter(
    ({ part, relation, inOne, isInTime }) => !part.isDenied && isInTime && relation === "same" && inOne > 0.99,
  );
  if (said.length === 0) return null;
  return { label: passes(given), sentences: said.flatMap(({ sentences }) => sentences), reason: "stated" };
};
