import { type Knowledge, link, type Mention } from "@qinghao/knowledge";
import { treatmentNamed } from "../../terminology/treatments.ts";
import type { Language } from "../language.ts";
import type { Mark } from "../mark.ts";
import { conceptMark, isWantedMention, linkedKinds, nameBehindReceptors, numberOfList } from "./concept-marks.ts";
import { isWordCode, longestPhrase } from "./lexicon.ts";
import { readNumber } from "./numbers.ts";
import { readUnit } from "./unit-spellings.ts";

const puncts = new Set([",", ";", ".", ":", "(", ")", "/", "[", "]", "、", "。", "，", "{", "}"]);
const punctOf: Record<string, "," | ";" | "." | ":" | "(" | ")" | "/"> = {
  "[": "(",
  "{": "(",
  "]": ")",
  "}": ")",
  "、": ",",
  "，": ",",
  "。": ".",
};
/** Longest stretch that the linker is given; a longer one is cut at blanks. */
const linkedAtOnce = 4000;

/**
 * Reads a stretch of text as marks, left to right, every character that is not blank in exactly one: phrases of the
 * language, numbers with their units, names of concepts, punctuation, and single words for the rest. A name and a phrase
 * that overlap: the longer one stays, the phrase where both are as long.
 */
export function readMarks(
  language: Language,
  knowledge: Knowledge,
  text: string,
  folded: string,
  from: number,
  to: number,
): Mark[] {
  const mentions = linkMentions(language, knowledge, text, from, to);
  const marks: Mark[] = [];
  const { lexicon } = language;
  let at = from;
  let next = 0;
  while (at < to) {
    const code = folded.charCodeAt(at);
    if (code <= 32) {
      at++;
      continue;
    }
    while (next < mentions.length && mentions[next]!.start < at) next++;
    const mention = mentions[next];
    const last = marks[marks.length - 1];
    const phrase = longestPhrase(lexicon, folded, at, !(last?.type === "times" && last.end === at));
    const phraseEnd = phrase === null || phrase.end > to ? -1 : phrase.end;
    if (
      mention !== undefined &&
      mention.start === at &&
      mention.end > phraseEnd &&
      !(phrase?.value.type === "measure" && isCodeOfGrade(mention, text)) &&
      !isCrossed(lexicon, folded, mention)
    ) {
      const mark = conceptMark(knowledge, mention);
      if (mark !== null) {
        marks.push(grouped(mark, text));
        at = mention.end;
        continue;
      }
    }
    if (
      phraseEnd > at &&
      !(
        mention !== undefined &&
        mention.start < phraseEnd &&
        mention.end > phraseEnd &&
        mention.start > at &&
        isWeak(phrase!.value)
      )
    ) {
      const isPart = phrase!.value.type === "concept" && /(?:anti|non)-$/.test(folded.slice(Math.max(0, at - 5), at));
      marks.push({ start: at, end: phraseEnd, ...(isPart ? { type: "word" } : phrase!.value) });
      at = phraseEnd;
      continue;
    }
    const isInWord = at > from && isWordCode(folded.charCodeAt(at - 1)) && isWordCode(code);
    const number = isInWord && !isDigitAfterUnit(marks, at) ? null : readNumber(folded, at);
    if (number !== null && number.end <= to) {
      at = pushNumber(marks, text, folded, at, number.end, number, to);
      continue;
    }
    const one = folded[at]!;
    if (puncts.has(one)) {
      marks.push({ start: at, end: at + 1, type: "punct", is: punctOf[one] ?? (one as ",") });
      at++;
      continue;
    }
    if (one === "-" || one === "~") {
      const isRange =
        /\d/.test(folded[skipBlank(folded, at + 1)] ?? "") || /[<>≤≥=]/.test(folded[skipBlank(folded, at + 1)] ?? "");
      const value = isRange ? ({ type: "range", role: "to" } as const) : ({ type: "filler" } as const);
      marks.push({ start: at, end: at + 1, ...value });
      at++;
      continue;
    }
    let end = at + 1;
    if (isWordCode(code))
      while (
        end < to &&
        (isWordCode(folded.charCodeAt(end)) || (folded[end] === "'" && isWordCode(folded.charCodeAt(end + 1))))
      )
        end++;
    marks.push({
      start: at,
      end,
      type: isWordCode(code) || code > 0x2e80 ? "word" : /[\p{L}\p{N}\p{Sc}\p{Sm}]/u.test(one) ? "word" : "filler",
    });
    at = end;
  }
  return marks;
}

/** A drug's name that a group has too ("insulin") is the group's; what a laboratory measures of it stays. */
function grouped(mark: Mark, text: string): Mark {
  if (mark.type !== "concept" || (mark.kind !== "drug" && mark.kind !== "drug-class" && mark.drug === undefined))
    return mark;
  const group = treatmentNamed(text.slice(mark.start, mark.end));
  if (group?.kind !== "drug") return mark;
  const [first, ...others] = group.of;
  return { ...mark, ...(mark.drug === undefined ? { ref: first } : { drug: first }), others };
}

/** Whether a name of the language's own begins inside a mention and goes on behind it ("active hepatitis" + "B"). */
function isCrossed(lexicon: Language["lexicon"], folded: string, { start, end }: Mention): boolean {
  for (let at = start + 1; at < end; at++) {
    if (isWordCode(folded.charCodeAt(at - 1))) continue;
    const phrase = longestPhrase(lexicon, folded, at);
    if (phrase !== null && phrase.end > end && (phrase.value.type === "concept" || phrase.value.type === "measure"))
      return true;
  }
  return false;
}

/** "心功能Ⅱ级": a code for one grade of what the language's tables measure. */
const isCodeOfGrade = ({ candidates, start, end }: Mention, text: string) =>
  candidates[0]?.kind === "code" && /[ⅠⅡⅢⅣⅤ\d]/.test(text.slice(start, end));

const isWeak = (value: { type: string }) => value.type === "filler" || value.type === "qualifier";
const isDigitAfterUnit = (marks: readonly Mark[], at: number) =>
  marks[marks.length - 1]?.end === at && marks[marks.length - 1]?.type !== "word";

function pushNumber(
  marks: Mark[],
  text: string,
  folded: string,
  start: number,
  end: number,
  { value, exponent }: { value: number; exponent?: number },
  to: number,
): number {
  const unit = molarUnit(text, readUnit(folded, end));
  if (unit !== null && unit.end <= to) {
    const isCount = exponent !== undefined && /^\/(?:L|uL|mL)$/.test(unit.ucum);
    const raised = exponent === undefined || isCount ? value : value * 10 ** exponent;
    marks.push({ start, end, type: "number", value: raised, form: "digits" });
    const at = folded.length > end ? skipBlank(folded, end) : end;
    marks.push({ start: at, end: unit.end, type: "unit", ucum: isCount ? `10*${exponent}${unit.ucum}` : unit.ucum });
    return unit.end;
  }
  const by = timesBehind(folded, end);
  if (by !== null) {
    marks.push({ start, end, type: "number", value, form: "digits" }, { start: by, end: by + 1, type: "times" });
    return by + 1;
  }
  marks.push({ start, end, type: "number", value, form: "digits", ...(exponent === undefined ? {} : { exponent }) });
  return end;
}

const times = /\s*[x×](?=\s?(?:the\s|institutional\s)?(?:i?uln|lln|unl|upper|lower)\b)/y;

/** Where the sign of "2.5xULN" stands, or null. */
function timesBehind(folded: string, end: number): number | null {
  times.lastIndex = end;
  return times.test(folded) ? times.lastIndex - 1 : null;
}

/** "6 mM" is a concentration, "6 mm" a length: the one place where capitals count. */
function molarUnit<T extends { ucum: string; end: number }>(text: string, unit: T | null): T | null {
  if (unit === null || text[unit.end - 1] !== "M") return unit;
  const molar: Record<string, string> = { mm: "mmol/L", um: "umol/L", nm: "nmol/L" };
  const ucum = molar[unit.ucum];
  return ucum === undefined ? unit : { ...unit, ucum };
}

function skipBlank(folded: string, at: number): number {
  let place = at;
  while (/[\s-]/.test(folded[place] ?? "x")) place++;
  return place;
}

/** "Severe dyskinesia (mild is acceptable)": a word behind a bracket or comma narrows nothing before it. */
const isParted = (text: string, from: number, to: number) =>
  to > from && /[()[\],;，；（）、。]/.test(text.slice(from, to));

function linkMentions(language: Language, knowledge: Knowledge, text: string, from: number, to: number): Mention[] {
  const found: Mention[] = [];
  let at = from;
  while (at < to) {
    let end = Math.min(to, at + linkedAtOnce);
    if (end < to) {
      const blank = text.lastIndexOf(" ", end);
      if (blank > at + linkedAtOnce / 2) end = blank;
    }
    const place = (start: number, stop: number) => {
      for (const mention of link(knowledge, text.slice(start, stop), { lang: language.id, kinds: linkedKinds })) {
        const qualifiers = mention.qualifiers.filter((one) => !isParted(text, mention.end + start, one.start + start));
        const placed = { ...mention, start: mention.start + start, end: mention.end + start, qualifiers };
        const listed = stop === end ? numberOfList(placed, text) : null;
        const behind = nameBehindReceptors(placed, text);
        if (listed !== null) place(placed.start, listed);
        else if (behind !== null) {
          place(placed.start, behind);
          place(behind, placed.end);
        } else if (isWantedMention(placed, text)) found.push(placed);
      }
    };
    place(at, end);
    at = end;
  }
  return found;
}
