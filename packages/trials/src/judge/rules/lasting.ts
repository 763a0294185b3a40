import { ascending, type Rule } from "../case.ts";
import { daysOf } from "../note/elapsed.ts";

const amount =
  "(\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several)(?: or (?:more|longer))?[- ]?(hour|day|week|month|year|yr)s?";
/** "Fever for more than one week": how long something must have lasted. */
const asked = new RegExp(
  `(?:\\b(?:for|lasting|persist\\w*|duration(?: of)?)\\s+)?(?:(?:≥|>=|>|⩾)\\s*|\\b(?:at least|more than|longer than|over)\\s+(?:or equal to )?)${amount}\\b(?!\\s*(?:of age|old|prior|before|ago|after|apart|since))`,
  "i",
);
/** "For 5 or more years". */
const askedOrMore =
  /\b(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) or (?:more|longer) (hour|day|week|month|year|yr)s?\b/i;
/** Time that is not that of an illness. */
const otherTime =
  /\b(?:within|since|prior|before|past|last|age[ds]?|old|survival|expectancy|until|after|stable|per|interval|follow-?up|wash-?out)\b/i;
/** "For 2 days", "9 month history of", "four days of cough": how long the note says that it lasts. */
const told = [
  new RegExp(`\\b(?:for|over|during|x)\\s+(?:the )?(?:past|last|previous|about|approximately)?\\s*${amount}\\b`, "i"),
  new RegExp(`\\b${amount}\\s+(?:history|of|duration)\\b(?! age)`, "i"),
  new RegExp(`\\b(?:began|started|developed|appeared|onset)\\b.{0,20}\\b${amount}\\s+(?:ago|earlier|before)`, "i"),
  new RegExp(`\\b(?:diagnosed|confirmed|known|began|started|since)\\b.{0,60}\\b${amount}\\s+(?:ago|earlier|back)`, "i"),
];
const mostWords = 6;
/** "A week" is not counted in days. */
const slack = 1.1;

/** An inclusion criterion of one finding that must have lasted so long, against how long the note says that it does. */
export const lasting: Rule = ({ criterion, covers }) => {
  if (criterion.type !== "inclusion" || criterion.words.length > mostWords || otherTime.test(criterion.text))
    return null;
  const match = asked.exec(criterion.text) ?? askedOrMore.exec(criterion.text);
  const named = covers.filter(({ part }) => part.things.length > 0);
  const [finding] = named;
  if (match === null || finding === undefined || named.length > 1 || finding.part.isDenied) return null;
  const isSaid = finding.relation === "same" || finding.relation === "covers" || finding.inOne > 0.99;
  if (!isSaid || finding.sentences.length === 0) return null;
  const lasted = finding.texts.flatMap((text) =>
    told.flatMap((pattern) => {
      const found = pattern.exec(text);
      return found === null ? [] : [daysOf(found[1]!, found[2]!)];
    }),
  );
  const sentences = ascending(finding.sentences);
  if (lasted.length === 0) return { label: "not enough information", sentences, reason: "onlyPartly" };
  return Math.max(...lasted) * slack >= daysOf(match[1]!, match[2]!)
    ? { label: "included", sentences, reason: "stated" }
    : { label: "not included", sentences, reason: "tooShort" };
};
