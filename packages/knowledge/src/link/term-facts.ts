import type { Knowledge } from "../knowledge.ts";
import type { ConceptKind, Language, TermRole } from "../schema.ts";
import { foldTypography } from "../text/characters.ts";
import { withoutDrugForm } from "../text/drug-forms.ts";
import { orderedKey } from "../text/keys.ts";
import { type Tokens, tokenize } from "../text/tokens.ts";
import { sortedForms } from "./token-view.ts";
import { isSolidName, isSymbolName } from "./written-form.ts";

const shortForm = /^(?=(?:.*[A-Z]){2})[A-Za-z]{2,7}$|^[A-Z]$/;
/** Letters that a source calls a short form, and symbols such as "Met", which are a word in lower case. */
const statedShortForm = /^[A-Za-z]{2,10}$/;
const shortSymbol = /^[A-Z][a-z]{1,2}$/;

/** What linking needs of a name; what few names are asked for is worked out when asked. */
export class TermFacts {
  readonly number: number;
  readonly kind: ConceptKind;
  readonly role: TermRole;
  readonly usable: boolean;
  readonly source: string;
  readonly text: string;
  /** Key in written order. */
  readonly ordered: string;
  readonly isChinese: boolean;
  /** An abbreviation or symbol whose capitals matter. */
  readonly isShortForm: boolean;
  /** One word of letters and digits. */
  readonly isSolid: boolean;
  /** Letters and digits that are no word. */
  readonly isSymbol: boolean;
  readonly #tokens: Tokens;
  readonly #language: Language;
  #bare: string | null | undefined;
  #sorted: string | undefined;
  #words: readonly string[] | undefined;
  #typography: string | undefined;

  constructor(knowledge: Knowledge, layer: number, term: number) {
    const pack = knowledge.packs[layer]!;
    this.text = pack.termText(term);
    this.#tokens = tokenize(this.text);
    this.#language = pack.termLanguage(term);
    this.role = pack.termRole(term);
    this.number = knowledge.numberIn(layer, pack.termConcept(term));
    this.kind = knowledge.kindOf(this.number);
    this.usable = pack.isTermUsable(term);
    this.source = pack.termSource(term).id;
    this.ordered = orderedKey(this.#tokens);
    this.isChinese = this.#language !== "en";
    this.isSolid = isSolidName(this.text);
    this.isSymbol = isSymbolName(this.text);
    this.isShortForm =
      shortForm.test(this.text) ||
      (this.role === "abbreviation" && statedShortForm.test(this.text)) ||
      (this.role === "synonym" && shortSymbol.test(this.text));
  }

  /** Key without salt or form; null when the name has none or is no drug's. */
  get bare(): string | null {
    if (this.#bare === undefined) {
      const isSubstance = this.kind === "drug" || (this.kind === "drug-class" && this.isChinese);
      const tokens = isSubstance ? withoutDrugForm(this.#tokens, this.#language) : null;
      this.#bare = tokens === null ? null : orderedKey(tokens);
    }
    return this.#bare;
  }
  /** Counted forms, sorted and joined. */
  get sorted(): string {
    this.#sorted ??= sortedForms(this.#tokens.forms);
    return this.#sorted;
  }
  /** The counted words of `sorted`. */
  get words(): readonly string[] {
    this.#words ??= this.sorted.split(" ");
    return this.#words;
  }
  get typography(): string {
    this.#typography ??= foldTypography(this.text);
    return this.#typography;
  }
}

/** Keeps the facts of names met before; forgets all when full, so memory stays bounded. */
export class TermFactsCache {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<number, TermFacts>();
  static readonly #limit = 20_000;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  get(layer: number, term: number): TermFacts {
    const key = layer * 0x4000000 + term;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= TermFactsCache.#limit) this.#known.clear();
    const facts = new TermFacts(this.#knowledge, layer, term);
    this.#known.set(key, facts);
    return facts;
  }
}
