import type { Knowledge } from "@qinghao/knowledge";
import type { Range } from "../../criteria/ranges.schema.ts";
import { type NamedThing, namedThings } from "../concepts.ts";
import type { CriterionType } from "../judge.schema.ts";
import { assertionAt, scopesOf } from "../note/assertion.ts";
import { daysOf } from "../note/elapsed.ts";
import { meaningfulWords, type Word } from "../words.ts";
import { type NamedBound, namedBoundsOf } from "./named-bounds.ts";
import { ageRangeOf, saysAge, sexOf, sexOfMatter } from "./person-bounds.ts";
import { type Topic, topicsOf } from "./topics.ts";
import { type ValueBound, valueBoundsOf } from "./value-bounds.ts";

/** One of the things that a criterion lists. */
export type Part = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly things: readonly NamedThing[];
  /** The criterion speaks of this not being so. */
  readonly isDenied: boolean;
};

export type CriterionReading = {
  readonly text: string;
  readonly type: CriterionType;
  readonly topics: ReadonlySet<Topic>;
  readonly age: Range | null;
  /** The age stands at the beginning, where it is asked of the patient and not told of a subgroup. */
  readonly isAgeUpFront: boolean;
  /** A number that is neither an age nor a time back from now. */
  readonly hasOtherNumber: boolean;
  readonly sex: "female" | "male" | "both" | null;
  readonly sexOfMatter: "female" | "male" | null;
  readonly bounds: readonly ValueBound[];
  /** Bounds on what the table of measures does not hold. */
  readonly namedBounds: readonly NamedBound[];
  readonly parts: readonly Part[];
  /** Any one part is enough: it lists with "or", or gives examples. */
  readonly isAny: boolean;
  /** Days back from now in which something must have happened. */
  readonly windowDays: number | null;
  /** An inclusion criterion that asks for something not to be so, which is an exclusion in other words. */
  readonly asksForAbsence: boolean;
  readonly words: readonly Word[];
  readonly things: readonly NamedThing[];
};

const startsWithDenial =
  /^(?:the )?(?:patients?|subjects?|participants?)?\s*(?:must |should |with |who |have |has |had |do |does |are |is )*(?:no|not|never|absence|without|free (?:of|from)|naive)\b|^(?:无|未|没有|不)/i;
/** "A subject must not use X", among the reasons to exclude, means that using X excludes. */
const prohibition =
  /^(?:an? |the |all )?(?:patients?|subjects?|participants?|volunteers?)?\s*(?:must|may|should|can) ?not (?:be |have )?/i;
/** "Patients with X are not eligible", "X will be excluded": what the list says already. */
const refusal =
  /[,;]?\s*(?:(?:are|is|will be) (?:also )?(?:not eligible|ineligible|excluded|not allowed|not permitted)|(?:must|should|will) be excluded)(?: from (?:the |this )?(?:study|trial))?\s*(?=[.;]|$)/gi;
/** "Two weeks since any surgery", "must discontinue": a demand that something be over. */
const startsWithEnd =
  /^(?:an? |the )?(?:minimum (?:of )?|at least )[^.;]{0,30}\b(?:since|off)\b|^(?:the )?(?:patients?|subjects?|participants?)?\s*(?:must |should |have |has |willing to |who )*(?:discontinu\w*|stop(?:ped)?)\b/i;
const separator =
  /[;,，；、\n()（）[\]:：•]|\.\s|\band\/or\b|\bor\b|\b(?:according to|as defined by|defined as|based (?:up)?on|as per|as (?:determined|assessed|shown|evidenced|indicated|confirmed|documented) by|(?:confirmed|documented|verified|proven) by)\b|\b(?:such as|e\.g\.|i\.e\.|including(?: but not limited to)?|for example)\b|或|以及|\/(?=[A-Za-z]{4})|(?<=[a-z]{4})\s+and\s+(?=[a-z]{4})/gi;
const alternatives =
  /\bor\b|\band\/or\b|\b(?:one|two|any|some|at least \w+) of\b|\bsuch as\b|e\.g\.|\bincluding\b|[;/]|或|之一/i;
/** "Both of the following", and a disease with its signs told in a row: all of them are asked for. */
const allOf = /\b(?:both|all) of (?:the|these)\b|^(?!.*\bor\b).*\bincluding\b[^.;]*,[^.;]*\band\b/i;
const window =
  /(?:\b(?:within|in|during|over|for|past|last|previous|preceding|prior)|<|≤|less than)\s*(?:the\s+)?(?:past|last|previous|preceding|prior|first)?\s*(?:to\s+)?(\d+(?:\.\d+)?|an?|one|two|three|four|five|six|twelve)[\s-]*(hour|day|week|wk|month|year|yr)s?\b|(?:近|过去|前|内)?(\d+)个?(小时|天|日|周|月|年)(?:内|以内)/i;
/** A remark for the study's staff. */
const remark = /(?<=.{12})(?:\bN\.?B\.?|\bNote)\s?:.*$/is;
/** "(IgM)", "(HCC)": the short form of the words before it. */
const shortForm = /\([A-Za-z0-9+/-]{1,8}\)/g;
const future = /\bwithin the next\b/i;
const otherNumber = /(?<![A-Za-z-])\d/;
const upFront = 80;
const mostCharacters = 8_000;

/** Reads a criterion once; pure, deterministic, linear in its length. */
export function readCriterion(knowledge: Knowledge, criterion: string, type: CriterionType): CriterionReading {
  const written = type === "exclusion" ? criterion.replace(prohibition, "").replace(refusal, "") : criterion;
  const text = written
    .slice(0, mostCharacters)
    .replace(remark, "")
    .replace(/[ﬀﬁﬂ]/g, (joined) => joined.normalize("NFKC"))
    .replace(/\s+/g, " ")
    .replace(shortForm, (form) => " ".repeat(form.length))
    .trim();
  const scopes = scopesOf(text);
  const [age, bounds] = [ageRangeOf(text), valueBoundsOf(text)];
  const isEnd = type === "inclusion" && startsWithEnd.test(text);
  const words = meaningfulWords(text);
  const things = namedThings(knowledge, text);
  const parts = cut(text).flatMap(({ start, end }): Part[] => {
    const own = words.filter((word) => start <= word.start && word.end <= end);
    if (own.length === 0) return [];
    const named = things.filter((thing) => thing.start < end && start < thing.end);
    const isDenied = isEnd || assertionAt(scopes, own[0]!.start) === "absent";
    return [{ text: text.slice(start, end).trim(), words: own, things: named, isDenied }];
  });
  return {
    text,
    type,
    topics: topicsOf(text),
    age,
    isAgeUpFront: text.search(saysAge) < upFront,
    hasOtherNumber: otherNumber.test(text.replace(window, " ")) && age === null,
    sex: sexOf(text),
    sexOfMatter: sexOfMatter(text),
    bounds,
    namedBounds: bounds.length > 0 || age !== null ? [] : namedBoundsOf(text),
    parts,
    isAny: alternatives.test(text) && !(type === "inclusion" && allOf.test(text)),
    windowDays: windowOf(text),
    asksForAbsence: isEnd || (type === "inclusion" && startsWithDenial.test(text) && (parts[0]?.isDenied ?? false)),
    words,
    things,
  };
}

function cut(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  found.push({ start, end: text.length });
  return found;
}

function windowOf(text: string): number | null {
  if (future.test(text)) return null;
  const match = window.exec(text);
  if (match === null) return null;
  return match[1] === undefined ? daysOf(match[3]!, match[4]!) : daysOf(match[1], match[2]!);
}
