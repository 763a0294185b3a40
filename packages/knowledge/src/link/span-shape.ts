import { tokenKind } from "../text/tokens.ts";
import { isOrdinaryWord } from "./ordinary-words.ts";
import type { TokenView } from "./token-view.ts";

/** Adjectives that stand in vocabularies as short names; before another word they only describe it. */
const adjective = /(ic|al|ous|ive|oid|ar)$/;
/** Names too general to be taken out of a longer text. */
const onlyWhole = new Set([
  "infection",
  "injury",
  "complication",
  "lesion",
  "mass",
  "defect",
  "deficiency",
  "toxicity",
]);

/**
 * Whether a span has the shape of a name: not one letter or digits alone, not the letters of a code without its number
 * ("RAD" of "RAD-001", "BRCA" of "BRCA1"), not an amount, not an adjective before its noun, not a general word out of a longer text.
 */
export function canBeName(view: TokenView, from: number, to: number): boolean {
  const { forms, kinds } = view;
  if (isCutCode(view, from, to) || isNegatedWord(view, from) || isAmount(view, from, to)) return false;
  if (to - from === 1) {
    const form = forms[from]!;
    if (kinds[from] === tokenKind.han) return spanLength(view, from, to) > 1;
    if (kinds[from] === tokenKind.word && forms.length > 1) {
      if (onlyWhole.has(form) || (isOrdinaryWord(form) && !isInCapitals(view, from))) return false;
      if (adjective.test(form) && gapAfter(view, to) === " " && kinds[to] === tokenKind.word) return false;
    }
  }
  let letters = 0;
  for (let i = from; i < to; i++) {
    if (kinds[i] === tokenKind.han) letters += 2;
    else if (kinds[i] === tokenKind.word) letters += forms[i]!.length;
    else if (to - from > 1) letters += 0.5;
  }
  return letters >= 1.5;
}

/** "STEM" is a short form where "stem" is a word; one letter says nothing. */
function isInCapitals({ tokens, origin }: TokenView, at: number): boolean {
  const written = tokens.text.slice(tokens.starts[origin[at]!]!, tokens.ends[origin[at]!]!);
  return written.length > 1 && /^[A-Z]+$/.test(written) && /[a-z]/.test(tokens.text);
}

/** What stands between a span's end and the next token of the whole text; null at the end. */
function gapAfter({ tokens, origin }: TokenView, to: number): string | null {
  const last = origin[to - 1]!;
  const next = tokens.starts[last + 1];
  return next === undefined ? null : tokens.text.slice(tokens.ends[last]!, next);
}

const units = new Set("g kg mg ug mcg ng pg l dl ml ul mol mmol umol nmol iu u h d w m mm cm".split(" "));

/** "9 g" is an amount and "mg" in "10 mg" its unit, not the names of things that are written alike. */
function isAmount({ tokens, origin, kinds, forms }: TokenView, from: number, to: number): boolean {
  const areUnits = (start: number) => start < to && forms.slice(start, to).every((form) => units.has(form));
  if (kinds[from] === tokenKind.number) return areUnits(from + 1);
  const before = origin[from]! - 1;
  return before >= 0 && tokens.kinds[before] === tokenKind.number && areUnits(from);
}

function isCutCode(view: TokenView, from: number, to: number): boolean {
  const { tokens, origin } = view;
  const { kinds, starts, ends, forms } = tokens;
  const first = origin[from]!;
  const last = origin[to - 1]!;
  const isLatin = (at: number) => kinds[at] === tokenKind.word || kinds[at] === tokenKind.number;
  const touches = (at: number) =>
    isLatin(at) && isLatin(at + 1) && ends[at] === starts[at + 1] && kinds[at] !== kinds[at + 1];
  if (last + 1 < forms.length && kinds[last] === tokenKind.word && touches(last)) return true;
  if (first > 0 && kinds[first] === tokenKind.number && touches(first - 1)) return true;
  const isDigit = kinds[last] === tokenKind.number && forms[last]!.length === 1;
  if (last > first && isDigit && touches(last) && touches(last - 1)) return true;
  const isShort = to - from === 1 && forms[first]!.length <= 3 && kinds[first] === tokenKind.word;
  return (
    isShort &&
    kinds[last + 1] === tokenKind.number &&
    forms[last + 1]!.length >= 3 &&
    /^[\s-]?$/.test(gapAfter(view, to) ?? ",")
  );
}

/** 非ST段抬高型心肌梗死 is not ST段抬高型心肌梗死: "non-" before a name makes another name of it. */
function isNegatedWord({ tokens, origin }: TokenView, from: number): boolean {
  const before = origin[from]! - 1;
  if (before < 0 || tokens.ends[before] !== tokens.starts[before + 1]) return false;
  return tokens.forms[before] === "非";
}

const spanLength = ({ tokens, origin }: TokenView, from: number, to: number) =>
  tokens.ends[origin[to - 1]!]! - tokens.starts[origin[from]!]!;
