import type { Knowledge } from "../knowledge.ts";
import type { ConceptKind } from "../schema.ts";
import { foldTypography } from "../text/characters.ts";
import { tokenKind } from "../text/tokens.ts";
import { bridgeCode } from "./code-bridge.ts";
import { visitKeySpans } from "./key-spans.ts";
import type { LinkOptions, Normalisation } from "./mention.ts";
import { scoreTerm, type WrittenSpan } from "./score-term.ts";
import { canBeName } from "./span-shape.ts";
import { stopReason } from "./stop-list.ts";
import type { TermFactsCache } from "./term-facts.ts";
import { keyOfView, sortedForms, type TokenView } from "./token-view.ts";

/** A concept that a span may mean. */
export type Scored = {
  number: number;
  score: number;
  reason: string;
  by: readonly Normalisation[];
  usable: boolean;
  /** Who says so: sources of names, or the code whose link leads here. */
  support: readonly string[];
};

/** Two sources that agree on a name carry it where neither may alone. */
const agreedScore = 0.74;
/** A link that says "covers more" is no agreement. */
const leastAgreeing = 0.47;

/** A span of the text's tokens (`from` to `to`, end excluded) with what it may mean, surest first. */
export type Hit = { from: number; to: number; units: number; key: string; candidates: Scored[] };

/** What linking one text needs at every step. */
export type LinkScope = {
  knowledge: Knowledge;
  facts: TermFactsCache;
  /** Whether some name has a key of this hash. */
  has: (hash: number) => boolean;
  options: LinkOptions;
  kinds: ReadonlySet<ConceptKind> | null;
  isCaseless: boolean;
};

/** More tokens than any text has: start and end of a span as one number. */
const placeStep = 0x1000000;
const degreeWeight = 0.001;
const nameWeight = 0.02;

/** Whether the scope answers with concepts of that kind and id. */
export function isWanted(scope: LinkScope, number: number): boolean {
  const { kinds, options, knowledge } = scope;
  if (kinds !== null && !kinds.has(knowledge.kindOf(number))) return false;
  if (options.systems === undefined) return true;
  const id = knowledge.idOf(number);
  return options.systems.includes(id.slice(0, id.indexOf(":")));
}

/** What a span of a view may mean, by its key's hash; empty when no name is equal. */
export function candidatesOf(
  scope: LinkScope,
  view: TokenView,
  from: number,
  to: number,
  hash: number,
  ordered: boolean,
  best: Map<number, Scored>,
): void {
  const { knowledge, facts, options } = scope;
  const span = writtenSpan(scope, view, from, to);
  for (let layer = 0; layer < knowledge.packs.length; layer++) {
    knowledge.packs[layer]!.visitTermsByKeyHash(hash, (place) => {
      const term = facts.get(layer, place);
      if (options.lang === "en" && term.isChinese) return true;
      if (options.lang === "zh" && !term.isChinese && /[a-z]{6}/i.test(term.text)) return true;
      const scored = scoreTerm(term, span, ordered);
      if (scored === null) return true;
      const reason = `${term.role}: ${term.text}`;
      if (isWanted(scope, term.number)) {
        keepBest(best, { number: term.number, ...scored, reason, usable: term.usable, support: [term.source] });
      }
      if (term.kind !== "code" || options.systems !== undefined) return true;
      const wanted = (kind: ConceptKind) => kind !== "code" && (scope.kinds === null || scope.kinds.has(kind));
      for (const { number, factor, via } of bridgeCode(knowledge, term.number, wanted)) {
        keepBest(best, {
          number,
          score: (scored.score * factor) / 0.93,
          reason: `${via} ${term.text}`,
          by: [...new Set<Normalisation>([...scored.by, "code-title"])],
          usable: term.usable && factor > 0.65,
          support: [`${via} ${term.source}`],
        });
      }
      return true;
    });
  }
}

/**
 * Keeps the better score of a concept; ties keep the first. A usable name wins over one that may not decide; two of the
 * latter from different sources decide together.
 */
export function keepBest(best: Map<number, Scored>, one: Scored): void {
  const known = best.get(one.number);
  if (known === undefined) {
    best.set(one.number, one);
    return;
  }
  if (known.usable || one.usable) {
    if (one.usable && (!known.usable || one.score > known.score)) best.set(one.number, one);
    return;
  }
  const support = [...new Set([...known.support, ...one.support])];
  const better = one.score > known.score ? one : known;
  const agreed = support.length > 1 && Math.min(one.score, known.score) > leastAgreeing;
  best.set(one.number, {
    ...better,
    support,
    usable: agreed,
    score: agreed ? Math.max(better.score, agreedScore) : better.score,
  });
}

/** Candidates in order: surest first, then what more is known of, then id order. */
export function ranked(scope: LinkScope, best: Map<number, Scored>, sorted: string): Scored[] {
  const { knowledge } = scope;
  const list = [...best.values()];
  if (list.length < 2) return list;
  const written = new Set(sorted.split(" "));
  const weight = new Map(
    list.map((one) => {
      const known = degreeWeight * Math.log2(1 + knowledge.degree(one.number));
      return [one.number, one.score + known + nameWeight * nameLikeness(scope, one.number, written)];
    }),
  );
  return list.sort((a, b) => weight.get(b.number)! - weight.get(a.number)! || a.number - b.number);
}

/** Share of words that the written name and the concept's own English or first name have in common, 0 to 1. */
function nameLikeness({ knowledge, facts }: LinkScope, number: number, written: ReadonlySet<string>): number {
  const concept = knowledge.placeIn(0, number);
  if (concept < 0) return 0;
  const [start, end] = knowledge.packs[0]!.termsOf(concept);
  let most = 0;
  for (let term = start; term < Math.min(end, start + 3); term++) {
    const own = facts.get(0, term);
    if (own.role !== "preferred" && own.role !== "code-title") break;
    let shared = 0;
    for (const word of own.words) if (written.has(word)) shared++;
    most = Math.max(most, shared / (own.words.length + written.size - shared));
  }
  return most;
}

/** All spans of a view that equal a name, with their meanings. */
export function collectHits(scope: LinkScope, view: TokenView, hits: Map<number, Hit>): void {
  const found = new Map<number, { from: number; to: number; best: Map<number, Scored> }>();
  visitKeySpans(view, scope.has, (from, to, hash, ordered) => {
    if (!canBeName(view, from, to)) return;
    const place = from * placeStep + to;
    let span = found.get(place);
    if (span === undefined) {
      if (stopReason(keyOfView(view, from, to)) !== undefined) return;
      span = { from, to, best: new Map() };
      found.set(place, span);
    }
    candidatesOf(scope, view, from, to, hash, ordered, span.best);
  });
  for (const { from, to, best } of found.values()) {
    if (best.size === 0) continue;
    addHit(scope, view, from, to, best, hits);
  }
}

/** Enters a span of a view among the hits, in places of the whole text. */
export function addHit(
  scope: LinkScope,
  view: TokenView,
  from: number,
  to: number,
  best: Map<number, Scored>,
  hits: Map<number, Hit>,
): void {
  const first = view.origin[from]!;
  const last = view.origin[to - 1]! + 1;
  const place = first * placeStep + last;
  const known = hits.get(place);
  if (known !== undefined) {
    for (const one of known.candidates) keepBest(best, one);
  }
  let units = 0;
  for (let i = from; i < to; i++) units += view.kinds[i] === tokenKind.han ? 3 : Math.min(view.forms[i]!.length, 9);
  const candidates = ranked(scope, best, sortedForms(view.forms, from, to));
  hits.set(place, {
    from: first,
    to: last,
    units: Math.max(units, known?.units ?? 0),
    key: keyOfView(view, from, to),
    candidates,
  });
}

function writtenSpan(scope: LinkScope, view: TokenView, from: number, to: number): WrittenSpan {
  const { tokens, origin } = view;
  const start = tokens.starts[origin[from]!]!;
  const end = tokens.ends[origin[to - 1]!]!;
  let text: string | undefined;
  let typography: string | undefined;
  let sorted: string | undefined;
  const read = () => {
    if (text !== undefined) return text;
    if (to - from === tokens.forms.length) text = tokens.text.trim();
    else if (origin[to - 1]! - origin[from]! === to - 1 - from) text = tokens.text.slice(start, end);
    else text = written(view, from, to);
    return text;
  };
  return {
    key: keyOfView(view, from, to),
    text: read,
    typography: () => {
      typography ??= foldTypography(read());
      return typography;
    },
    sorted: () => {
      sorted ??= sortedForms(view.forms, from, to);
      return sorted;
    },
    isWhole: from === 0 && to === view.forms.length,
    isCaseless: scope.isCaseless,
  };
}

/** What was written of a view's span, the words left out of the view left out. */
function written({ tokens, origin }: TokenView, from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i < to; i++) parts.push(tokens.text.slice(tokens.starts[origin[i]!]!, tokens.ends[origin[i]!]!));
  return parts.join(" ");
}
