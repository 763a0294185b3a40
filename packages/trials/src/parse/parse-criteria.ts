import type { Knowledge } from "@qinghao/knowledge";
import type { CriteriaDocument, CriteriaSource, Criterion } from "../criteria/document.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import type { Language } from "./language.ts";
import { type LanguageChoice, languageOf } from "./languages.ts";
import { foldText } from "./read/fold.ts";
import { splitCriteria } from "./split/items.ts";
import { withEventStarts } from "./structure/event-starts.ts";
import { readItem } from "./structure/read-item.ts";
import { settleAbsences } from "./structure/settle-absences.ts";
import { settlePlans } from "./structure/settle-plans.ts";
import { settleTumours } from "./structure/settle-tumours.ts";
import { countLeaves } from "./structure/tree-shapes.ts";

export type ParseOptions = {
  knowledge: Knowledge;
  /** Language of the text; found by its characters when "auto" (default). */
  lang?: LanguageChoice;
  /** What the document says of its source; the text is the one that was parsed. */
  source?: Partial<Omit<CriteriaSource, "text" | "language">>;
};

/**
 * Eligibility text as a document of criteria: sections by their headings, one criterion per list entry with what is
 * nested below it, each with its words, their UTF-16 offsets, its tree and notes on what was not understood. What no rule
 * reads stays a `text` node. Pure and deterministic; time grows linearly with the text.
 */
export function parseCriteria(text: string, { knowledge, lang = "auto", source = {} }: ParseOptions): CriteriaDocument {
  const language = languageOf(lang, text);
  const folded = foldText(text);
  const criteria: Criterion[] = [];
  const counts = { inclusion: 0, exclusion: 0 };
  for (const { type, items } of splitCriteria(language, text, folded)) {
    const reader = { language, knowledge, context: { text, folded, type } };
    for (const item of items) {
      const { tree: read, notes } = readItem(reader, item);
      const settled = settleAbsences(settlePlans(withEventStarts(read, knowledge)), type);
      const tree = settleTumours(settled, type, knowledge);
      const id = `${type === "inclusion" ? "I" : "E"}${++counts[type]}`;
      const [start, end] = [item.from, item.end];
      criteria.push({
        id,
        type,
        text: text.slice(start, end),
        start,
        end,
        computable: computabilityOf(tree),
        tree,
        notes,
      });
    }
  }
  return {
    version: 1,
    source: { format: "text", ...source, language: sourceLanguage(language, text), text },
    criteria,
  };
}

function computabilityOf(tree: Tree): Criterion["computable"] {
  const { leaves, texts } = countLeaves(tree);
  return texts === 0 ? "full" : texts === leaves ? "none" : "partial";
}

function sourceLanguage({ id }: Language, text: string): CriteriaSource["language"] {
  const hasHan = /\p{Script=Han}/u.test(text);
  if (id === "en") return hasHan ? "mixed" : "en";
  return /[A-Za-z]{4,}(?:\s+[A-Za-z]{3,}){5}/.test(text) ? "mixed" : "zh";
}
