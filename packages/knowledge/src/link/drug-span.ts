import type { Knowledge } from "../knowledge.ts";
import { chineseFormAt, chineseSaltAt, isEnglishDrugForm, isEnglishSalt } from "../text/drug-forms.ts";
import { type Tokens, tokenKind } from "../text/tokens.ts";
import type { Hit } from "./hits.ts";

/** A drug mention with its salt, and the pharmaceutical form that follows. Token places, ends excluded. */
export type DrugSpan = { from: number; to: number; formFrom: number; formTo: number };

const isDrug = (knowledge: Knowledge, hit: Hit) => {
  const first = hit.candidates[0];
  if (first === undefined) return false;
  const kind = knowledge.kindOf(first.number);
  return kind === "drug" || kind === "drug-class";
};

/** The span of a drug with the salt words and forms that touch it; null when the hit is no drug. */
export function drugSpan(
  knowledge: Knowledge,
  tokens: Tokens,
  hit: Hit,
  free: (at: number) => boolean,
): DrugSpan | null {
  if (!isDrug(knowledge, hit)) return null;
  const { forms, kinds } = tokens;
  let { from, to } = hit;
  for (let back = Math.max(0, from - 5); back < from; back++) {
    let at = back;
    while (at < from) {
      const used = chineseSaltAt(tokens, at);
      if (used === 0) break;
      at += used;
    }
    if (at === from && rangeFree(back, from, free)) {
      from = back;
      break;
    }
  }
  while (to < forms.length && kinds[to] === tokenKind.word && isEnglishSalt(forms[to]!) && free(to)) to++;
  let formTo = to;
  while (formTo < forms.length && free(formTo)) {
    if (kinds[formTo] === tokenKind.han) {
      const used = chineseFormAt(tokens, formTo);
      if (used === 0) break;
      formTo += used;
    } else if (isEnglishDrugForm(forms[formTo]!)) formTo++;
    else break;
  }
  return { from, to, formFrom: to, formTo };
}

const rangeFree = (from: number, to: number, free: (at: number) => boolean) => {
  for (let at = from; at < to; at++) if (!free(at)) return false;
  return true;
};

/** Whether a hit is nothing but salt or form words, beside a drug that they belong to. */
export function isSaltOf(knowledge: Knowledge, tokens: Tokens, hit: Hit, before: Hit | undefined): boolean {
  if (before === undefined || hit.from !== before.to || !isDrug(knowledge, before)) return false;
  for (let at = hit.from; at < hit.to; at++) {
    const form = tokens.forms[at]!;
    if (!isEnglishSalt(form) && !isEnglishDrugForm(form)) return false;
  }
  const gap = tokens.text.slice(tokens.ends[before.to - 1]!, tokens.starts[hit.from]!);
  return /^[\s-]*$/.test(gap) || tokens.kinds[hit.from] === tokenKind.han;
}
