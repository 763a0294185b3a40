import type { Knowledge } from "../knowledge.ts";
import { countsInBag } from "../text/keys.ts";
import { type Tokens, tokenize } from "../text/tokens.ts";
import type { Hit, LinkScope, Scored } from "./hits.ts";

/** Candidates this close in score are told apart by the words around. */
const closeness = 0.12;
const mostLift = 0.14;
const neighboursRead = 24;
const shortestWord = 4;

/** Words that tell concepts of one name apart, from the names of each and of its neighbours. */
export class ContextWords {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<number, ReadonlySet<string>>();
  static readonly #limit = 1_000;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  of(number: number): ReadonlySet<string> {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    if (this.#known.size >= ContextWords.#limit) this.#known.clear();
    const words = new Set<string>();
    this.#addNames(number, words);
    let read = 0;
    for (const direction of ["out", "in"] as const) {
      this.#knowledge.visitEdges(number, direction, (other) => {
        if (read++ < neighboursRead) this.#addNames(other, words);
      });
    }
    this.#known.set(number, words);
    return words;
  }

  #addNames(number: number, into: Set<string>): void {
    const { packs } = this.#knowledge;
    for (let layer = 0; layer < packs.length; layer++) {
      const concept = this.#knowledge.placeIn(layer, number);
      if (concept < 0) continue;
      const pack = packs[layer]!;
      const [start, end] = pack.termsOf(concept);
      for (let term = start; term < Math.min(end, start + 12); term++) addWords(tokenize(pack.termText(term)), into);
    }
  }
}

function addWords({ forms }: Tokens, into: Set<string>): void {
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (form.length >= shortestWord) into.add(form);
    else if (form.charCodeAt(0) > 0x3000 && i + 1 < forms.length) into.add(form + forms[i + 1]);
  }
}

/**
 * Lifts close candidates of one name by the words around it that also occur in their names and their neighbours' names,
 * and puts the candidates in order again. A name found only without its salt, or by a code's title, never overtakes a concept's own. The same text and context give the same order.
 */
export function scoreByContext(scope: LinkScope, words: ContextWords, tokens: Tokens, hit: Hit): void {
  const [first, second] = hit.candidates;
  if (first === undefined || second === undefined || first.score - second.score > closeness) return;
  const around = new Set<string>();
  const outside = (at: number) => at < hit.from || at >= hit.to;
  addWords({ ...tokens, forms: tokens.forms.filter((_, at) => outside(at)) }, around);
  if (scope.options.context !== undefined) addWords(tokenize(scope.options.context), around);
  const inside = new Set(tokens.forms.slice(hit.from, hit.to));
  const wanted = [...around].filter((word) => !inside.has(word) && countsInBag(word));
  if (wanted.length === 0) return;
  const isBare = (one: Scored) => one.by.includes("salt-or-form");
  const isCode = (one: Scored) => scope.knowledge.kindOf(one.number) === "code" || one.by.includes("code-title");
  const lifted = hit.candidates.map((one, place) => {
    const isApart =
      first.score - one.score > closeness || (isBare(one) && !isBare(first)) || (isCode(one) && !isCode(first));
    if (isApart) return { one, place, score: one.score };
    const own = words.of(one.number);
    let shared = 0;
    for (const word of wanted) if (own.has(word)) shared++;
    const lift = mostLift * (1 - 0.5 ** shared);
    return { one: lift === 0 ? one : { ...one, score: Math.min(1, one.score + lift) }, place, score: one.score + lift };
  });
  lifted.sort((a, b) => b.score - a.score || a.place - b.place);
  hit.candidates = lifted.map(({ one }) => one);
}
