import type { Knowledge } from "../knowledge.ts";
import type { ConceptKind, TermRole } from "../schema.ts";
import { foldTypography } from "../text/characters.ts";
import { withoutDrugForm } from "../text/drug-forms.ts";
import { orderedKey } from "../text/keys.ts";
import { tokenize } from "../text/tokens.ts";
import { sortedForms } from "./token-view.ts";

/** What linking needs of a name, worked out once. */
export type TermFacts = {
  number: number;
  kind: ConceptKind;
  role: TermRole;
  usable: boolean;
  source: string;
  isChinese: boolean;
  text: string;
  ordered: string;
  /** Key without salt or form; null when the name has none. */
  bare: string | null;
  sorted: string;
  /** The counted words of `sorted`. */
  words: readonly string[];
  typography: string;
  /** An abbreviation or symbol whose capitals matter. */
  isShortForm: boolean;
};

const shortForm = /^(?=(?:.*[A-Z]){2})[A-Za-z]{2,7}$|^[A-Z]$/;

/** Keeps the facts of names met before; forgets all when full, so memory stays bounded. */
export class TermFactsCache {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<number, TermFacts>();
  static readonly #limit = 30_000;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  get(layer: number, term: number): TermFacts {
    const key = layer * 0x4000000 + term;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= TermFactsCache.#limit) this.#known.clear();
    const facts = this.#read(layer, term);
    this.#known.set(key, facts);
    return facts;
  }

  #read(layer: number, term: number): TermFacts {
    const pack = this.#knowledge.packs[layer]!;
    const text = pack.termText(term);
    const tokens = tokenize(text);
    const language = pack.termLanguage(term);
    const role = pack.termRole(term);
    const number = this.#knowledge.numberIn(layer, pack.termConcept(term));
    const kind = this.#knowledge.kindOf(number);
    const bare = kind === "drug" || kind === "drug-class" ? withoutDrugForm(tokens, language) : null;
    const sorted = sortedForms(tokens.forms);
    return {
      number,
      kind,
      role,
      usable: pack.isTermUsable(term),
      source: pack.termSource(term).id,
      isChinese: language !== "en",
      text,
      ordered: orderedKey(tokens),
      bare: bare === null ? null : orderedKey(bare),
      sorted,
      words: sorted.split(" "),
      typography: foldTypography(text),
      isShortForm: shortForm.test(text),
    };
  }
}
