import type { NumberedSentence } from "./sentences.ts";

/** Who the note is about, with the sentence that says so. */
export type NotePerson = {
  /** Age in years; months and weeks are fractions. */
  readonly age: { readonly years: number; readonly sentence: number } | null;
  readonly sex: { readonly is: "female" | "male"; readonly sentence: number } | null;
};

const yearsPer: Readonly<Record<string, number>> = {
  y: 1,
  m: 1 / 12,
  w: 7 / 365.25,
  d: 1 / 365.25,
  岁: 1,
  月: 1 / 12,
  天: 1 / 365.25,
};
const agePatterns: readonly RegExp[] = [
  /\b(\d{1,3}(?:\.\d+)?)\s*[- ]?\s*(year|yr|month|mo|week|wk|day)s?\.?[- ]?\s*(?:old|of age)\b/i,
  /\b(\d{1,3})\s*-?\s*(y)\s*\/?\s*\.?o\b/i,
  /\b(\d{1,3})\s*(?:-|\s)?(y)(?:r|rs|ear|ears)?\b\.?,?\s+(?:old\s+)?(?:[a-z-]+\s+){0,3}(?:male|female|man|woman|boy|girl|gentleman|lady|M|F)\b/i,
  /\b(\d{1,3})\s*(m)o\b/i,
  /\b(?:age[d]?|Age:)\s*:?\s*(\d{1,3})()\b/i,
  /(\d{1,3})\s*(岁|个?月|天)/,
  /\b(\d{1,3})\s*()[MF]\b/,
  /\b(?:in (?:his|her) )(?:early |mid |late )?(\d)0()s\b/i,
];

const female =
  /\b(?:female|woman|women|girl|lady|she|her|mrs|ms|gravida|G\dP\d|postmenopausal|pregnant)\b|女性|女，|女,|，女|孕妇|产妇|女士/gi;
const male = /\b(?:male|man|boy|gentleman|he|his|him|mr)\b|男性|男，|男,|，男|男孩|先生/gi;
const kinWords = /\b(?:wife|husband|mother|father|sister|brother|son|daughter|parents?|sibling)s?\b/i;

/** Age and sex of a note's patient: the first age written, the sex that more words say. */
export function personOf(sentences: readonly NumberedSentence[]): NotePerson {
  return { age: ageOf(sentences), sex: sexOf(sentences) };
}

function ageOf(sentences: readonly NumberedSentence[]): NotePerson["age"] {
  for (const { number, text } of sentences) {
    for (const pattern of agePatterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const unit = (match[2] ?? "").replace("个", "").toLowerCase()[0];
      const isDecade = pattern.source.endsWith("s\\b") && pattern.source.includes(")0()");
      const years = isDecade
        ? Number(match[1]) * 10 + 5
        : Number(match[1]) * (unit === undefined ? 1 : (yearsPer[unit] ?? 1));
      if (years > 120 || kinWords.test(text.slice(0, match.index))) continue;
      return { years, sentence: number };
    }
  }
  return null;
}

function sexOf(sentences: readonly NumberedSentence[]): NotePerson["sex"] {
  let first: { is: "female" | "male"; sentence: number } | null = null;
  let women = 0;
  let men = 0;
  for (const { number, text } of sentences) {
    const weight = kinWords.test(text) ? 0.3 : 1;
    const ofWomen = [...text.matchAll(female)];
    const ofMen = [...text.matchAll(male)];
    women += ofWomen.length * weight;
    men += ofMen.length * weight;
    if (first !== null || (ofWomen.length === 0 && ofMen.length === 0)) continue;
    const is =
      (ofWomen[0]?.index ?? Number.POSITIVE_INFINITY) < (ofMen[0]?.index ?? Number.POSITIVE_INFINITY)
        ? "female"
        : "male";
    first = { is, sentence: number };
  }
  if (first === null || women === men) return first;
  const is = women > men ? "female" : "male";
  return { is, sentence: first.is === is ? first.sentence : sentenceOf(sentences, is) };
}

function sentenceOf(sentences: readonly NumberedSentence[], is: "female" | "male"): number {
  const pattern = is === "female" ? female : male;
  return sentences.find(({ text }) => text.search(pattern) >= 0)?.number ?? 0;
}
