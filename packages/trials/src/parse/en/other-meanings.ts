import { asWord, isTreatment } from "../grammar/circumstances.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

/** Marks on either side that are looked at, in characters of the text. */
const reach = 80;

const caused = /^\s?-?(?:induced|related|associated)\b/;
const cancers =
  /cancer|carcinoma|tumou?r|metasta|advanced|malignan|lymphoma|sarcoma|melanoma|myeloma|leuk|neoplas|nsclc|sclc|hcc|glioma|blastoma|recurren|relapse/;
const purpose = /^\s*(?:for|of|against|in)\s+(?<what>[^,;.()]{3,60})/;
const asked = /\b(?:requir\w+|need(?:s|ed|ing)?)\s+(?:[\w-]+\s+){0,3}$/;
const given =
  /\b(?:on|receiv\w+|requir\w+|treatment with|therapeutic|systemic|chronic|prior|previous|pharmacologic\w*|drug|iatrogenic|medical|concurrent|concomitant|current|ongoing|maintenance|use of|under)\s+(?:[\w-]+\s+){0,1}$/;
const ahead = /^[^,;.]{0,12}\b(?:within|in the (?:last|past))\b/;
const diseases = /^\s(?:disease|disorder|condition|state|illness|status)/;
const glands =
  /\b(?:thyroid|hypothyroid\w*|adrenal|pituitary|cortisol|hydrocortisone|levothyroxine|insulin|physiologic\w*)\b/;

/**
 * Names of groups of drugs that mean something else where they stand: "chemotherapy-induced" tells of a cause, "systemic
 * therapy for psoriasis" and "infection requiring systemic therapy" of no treatment of cancer, "immunosuppression" of a state,
 * "hormone replacement" beside a gland of its hormones. They stay words.
 */
export const keepOtherMeanings: Rule = (marks, { folded }) =>
  marks.map((mark): Mark => {
    if (!isTreatment(mark) || !isMark(mark, "concept")) return mark;
    const name = folded.slice(mark.start, mark.end);
    const before = folded.slice(Math.max(0, mark.start - reach), mark.start);
    const behind = folded.slice(mark.end, mark.end + reach);
    const isOther =
      caused.test(behind) ||
      (/^systemic (?:therap|treatment)/.test(name) && isOfNoCancer(before, behind)) ||
      (/^immunosuppressive$/.test(name) && diseases.test(behind)) ||
      (name === "immunosuppression" && !given.test(before) && !ahead.test(behind)) ||
      (/hormone replacement/.test(name) && mark.ref.id !== "ATC:H03AA" && (glands.test(before) || glands.test(behind)));
    return isOther ? asWord(mark) : mark;
  });

function isOfNoCancer(before: string, behind: string): boolean {
  const what = purpose.exec(behind)?.groups?.what;
  return asked.test(before) || (what !== undefined && !cancers.test(what));
}

const notAble =
  "(?:(?:is|are|was|were|that|which|be)\\s+){0,2}(?:not|cannot\\s+be|can\\s+not\\s+be|never|(?:unable|inability|failure)\\s+to(?:\\s+be)?|unlikely\\s+to\\s+be)\\s+";
const effect =
  "(?:(?:been|be|being|able\\s+to\\s+be|[a-z]+ly|well|fully)\\s+){0,2}(?:control\\w*|stabili\\w+|regulated|maintained|corrected|respon\\w+|manag\\w+|reliev\\w+|improv\\w+|treatable|amenable)|(?:adequately|sufficiently|optimally|successfully|effectively|well)\\s+treated";
const failing = new RegExp(
  `\\b${notAble}(?:${effect})\\s+(?:[\\w-]+\\s+){0,3}(?:by|with|to|on|under|using|despite)\\s+(?:[\\w-]+\\s+){0,3}$`,
);

/** "Not controlled by antihypertensive medication": what is denied is what the treatment did, not that it was given. */
export const keepFailures: Rule = (given, { folded }) => {
  let marks = [...given];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const opening = Math.max(0, mark.start - reach);
    const found = isTreatment(mark) ? failing.exec(folded.slice(opening, mark.start)) : null;
    if (found === null) continue;
    const first = marks.findIndex(({ start }) => start >= opening + found.index);
    const words: Mark = { start: marks[first]!.start, end: mark.end, type: "word", limits: true };
    marks = [...marks.slice(0, first), words, ...marks.slice(at + 1)];
    at = first;
  }
  return marks;
};
