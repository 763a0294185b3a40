import { charClass, foldCharacter } from "./characters.ts";
import { hanCounters, hanDigits, hanRulesFrom, touchingShortForms } from "./han-forms.ts";
import { foldWord, splitStage } from "./words.ts";

/** What a token is made of. */
export const tokenKind = { word: 0, number: 1, han: 2 } as const;

/**
 * A text as folded tokens. Token `i` came from `text.slice(starts[i], ends[i])`; places are UTF-16 offsets. English words
 * and numbers are a token each, and so is every Chinese character.
 */
export type Tokens = { text: string; forms: string[]; starts: number[]; ends: number[]; kinds: number[] };

/** Splits and folds a text. Letters and digits are always apart ("RAD001" is two tokens), hyphens only separate. */
export function tokenize(text: string): Tokens {
  const tokens: Tokens = { text, forms: [], starts: [], ends: [], kinds: [] };
  let form = "";
  let kind: number = -1;
  let start = 0;
  let at = 0;
  const close = (end: number) => {
    if (kind >= 0 && form !== "") addToken(tokens, form, start, end, kind);
    form = "";
    kind = -1;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let width = 1;
    let folded: string;
    let cls: number;
    if (code < 0x80) {
      if (code >= 97 && code <= 122) cls = charClass.letter;
      else if (code >= 65 && code <= 90) cls = charClass.letter;
      else if (code >= 48 && code <= 57) cls = charClass.digit;
      else cls = charClass.separator;
      folded = code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text[at]!;
      if (code === 46 && kind === tokenKind.number && isDigit(text.charCodeAt(at + 1))) cls = charClass.digit;
      if (code === 39 && isPossessive(text, at)) {
        close(at);
        at += 2;
        continue;
      }
    } else {
      const point = text.codePointAt(at)!;
      width = point > 0xffff ? 2 : 1;
      if (point === 0x2019 && isPossessive(text, at)) {
        close(at);
        at += 2;
        continue;
      }
      const character = foldCharacter(point);
      cls = character.class;
      folded = character.text;
    }
    if (cls === charClass.separator) close(at);
    else if (cls === charClass.han || cls === charClass.greek) {
      close(at);
      if (cls === charClass.greek) addToken(tokens, folded, at, at + width, tokenKind.word);
      else for (const char of folded) push(tokens, char, at, at + width, tokenKind.han);
    } else {
      const wanted = cls === charClass.digit ? tokenKind.number : tokenKind.word;
      if (kind !== wanted && folded !== "") {
        close(at);
        kind = wanted;
        start = at;
      }
      form += folded;
    }
    at += width;
  }
  close(text.length);
  if (!tokens.kinds.includes(tokenKind.han)) return tokens;
  let folded = foldHan(tokens);
  for (let before = tokens; folded.forms.join() !== before.forms.join(); ) {
    before = folded;
    folded = foldHan(folded);
  }
  return folded;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1) | 32;
  if (next !== 115) return false;
  const after = text.charCodeAt(at + 2) | 32;
  return !(after >= 97 && after <= 122);
}

function addToken(tokens: Tokens, form: string, start: number, end: number, kind: number): void {
  if (kind === tokenKind.word) {
    const stage = splitStage(form);
    if (stage !== null) {
      const split = Math.max(start, end - 1);
      push(tokens, foldWord(stage[0]), start, split > start ? split : end, tokenKind.number);
      push(tokens, stage[1], split, end, tokenKind.word);
      return;
    }
    const folded = foldWord(form);
    const isRoman = isDigit(folded.charCodeAt(0));
    push(tokens, folded, start, end, isRoman ? tokenKind.number : tokenKind.word);
  } else push(tokens, form, start, end, kind);
}

function push(tokens: Tokens, form: string, start: number, end: number, kind: number): void {
  tokens.forms.push(form);
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.kinds.push(kind);
}

/** Rewrites runs of Chinese characters by the rules of one meaning; places keep pointing at what was written. */
function foldHan(tokens: Tokens): Tokens {
  const { forms, kinds } = tokens;
  const folded: Tokens = { text: tokens.text, forms: [], starts: [], ends: [], kinds: [] };
  for (let i = 0; i < forms.length; ) {
    const form = forms[i]!;
    if (kinds[i] !== tokenKind.han) {
      const touches = i > 0 && kinds[i - 1] === tokenKind.han && tokens.ends[i - 1] === tokens.starts[i];
      const words = touches ? touchingShortForms.get(form) : undefined;
      if (words === undefined) push(folded, form, tokens.starts[i]!, tokens.ends[i]!, kinds[i]!);
      else for (const char of words) push(folded, char, tokens.starts[i]!, tokens.ends[i]!, tokenKind.han);
      i++;
      continue;
    }
    if (form === "的" || form === "之") {
      i++;
      continue;
    }
    const digit = hanDigits.get(form);
    if (digit !== undefined && hanCounters.has(forms[i + 1] ?? "") && !hanDigits.has(forms[i - 1] ?? "")) {
      push(folded, digit, tokens.starts[i]!, tokens.ends[i]!, tokenKind.number);
      i++;
      continue;
    }
    i += rewriteAt(tokens, i, folded);
  }
  return folded;
}

/** Copies or rewrites what stands at `i`; answers how many tokens it used. */
function rewriteAt(tokens: Tokens, i: number, into: Tokens): number {
  const wrapped = malignantAround(tokens, i, into);
  if (wrapped > 0) return wrapped;
  for (const [written, to] of hanRulesFrom(tokens.forms[i]!) ?? []) {
    if (!standsAt(tokens, i, written)) continue;
    const used = written.length;
    for (let k = 0; k < to.length; k++) {
      const start = k === 0 ? tokens.starts[i]! : tokens.starts[Math.min(i + k, i + used - 1)]!;
      const end = k === to.length - 1 ? tokens.ends[i + used - 1]! : tokens.ends[Math.min(i + k, i + used - 1)]!;
      push(into, to[k]!, start, end, tokenKind.han);
    }
    return used;
  }
  push(into, tokens.forms[i]!, tokens.starts[i]!, tokens.ends[i]!, tokenKind.han);
  return 1;
}

/** 恶性肺肿瘤 becomes 肺癌: the site stands between the two halves of "malignant tumour". */
function malignantAround(tokens: Tokens, i: number, into: Tokens): number {
  if (!standsAt(tokens, i, "恶性") || standsAt(tokens, i, "恶性肿瘤")) return 0;
  for (let site = 1; site <= 4; site++) {
    if (tokens.kinds[i + 1 + site] !== tokenKind.han) return 0;
    if (!standsAt(tokens, i + 2 + site, "肿瘤")) continue;
    for (let k = 0; k < site; k++) {
      const from = i + 2 + k;
      push(into, tokens.forms[from]!, tokens.starts[k === 0 ? i : from]!, tokens.ends[from]!, tokenKind.han);
    }
    push(into, "癌", tokens.starts[i + 2 + site]!, tokens.ends[i + 3 + site]!, tokenKind.han);
    return 4 + site;
  }
  return 0;
}

function standsAt(tokens: Tokens, i: number, written: string): boolean {
  for (let k = 0; k < written.length; k++) if (tokens.forms[i + k] !== written[k]) return false;
  return true;
}
