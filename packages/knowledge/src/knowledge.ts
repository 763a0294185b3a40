import { knowledgeErrors } from "./errors.ts";
import type { KnowledgePack } from "./pack/knowledge-pack.ts";
import type { ConceptKind, Language, Predicate, SourceInfo, TermRole } from "./schema.ts";

/** A name as people see it, with where it comes from. */
export type ConceptName = { text: string; language: Language; role: TermRole; source: SourceInfo; usable: boolean };

/** An identifier of the same thing in another system. */
export type ConceptXref = { system: string; value: string; source: SourceInfo };

export type Concept = {
  id: string;
  kind: ConceptKind;
  names: ConceptName[];
  xrefs: ConceptXref[];
  /** Every source that says something of the concept, by id. */
  sources: SourceInfo[];
};

/** A relation read "subject predicate object"; `detail` holds `key=value` pairs joined by `;`. */
export type ConceptEdge = {
  subject: string;
  predicate: Predicate;
  object: string;
  source: SourceInfo;
  detail: string | null;
};

export type EdgeQuery = { predicate?: Predicate | readonly Predicate[]; direction?: "out" | "in" | "both" };

/** A name's place: which pack, which row. */
export type TermPlace = { layer: number; term: number };

/**
 * Packs seen as one map: the shipped pack, the share-alike pack, a project's own. Earlier packs decide a concept's kind
 * and preferred name; names, identifiers and relations of all of them add up. Concepts have numbers (0..`count`-1) that
 * hold for this opened map only; ids are what to keep.
 */
export class Knowledge {
  readonly packs: readonly KnowledgePack[];
  /** How many concepts there are over all packs. */
  readonly count: number;
  /** Per pack: the number of each of its concepts; null where both are the same. */
  readonly #numbers: (Uint32Array | null)[];
  /** Concepts that are not in the first pack: pack and place of the first that holds them. */
  readonly #added: { layer: number; concept: number }[] = [];
  /** Per later pack: its place of a concept by number. */
  readonly #places: (Map<number, number> | null)[];

  constructor(packs: readonly KnowledgePack[]) {
    this.packs = packs;
    const first = packs[0];
    this.#numbers = [null];
    this.#places = [null];
    const base = first?.conceptCount ?? 0;
    const byId = new Map<string, number>();
    for (let layer = 1; layer < packs.length; layer++) {
      const pack = packs[layer]!;
      const numbers = new Uint32Array(pack.conceptCount);
      const places = new Map<number, number>();
      for (let concept = 0; concept < pack.conceptCount; concept++) {
        const id = pack.conceptId(concept);
        let number = first!.conceptOf(id);
        if (number < 0) number = byId.get(id) ?? -1;
        if (number < 0) {
          number = base + this.#added.length;
          this.#added.push({ layer, concept });
          byId.set(id, number);
        }
        numbers[concept] = number;
        places.set(number, concept);
      }
      this.#numbers.push(numbers);
      this.#places.push(places);
    }
    this.count = base + this.#added.length;
    this.#byId = byId;
  }
  readonly #byId: Map<string, number>;

  /** The concept's number, or -1. */
  numberOf(id: string): number {
    const found = this.packs[0]?.conceptOf(id) ?? -1;
    return found >= 0 ? found : (this.#byId.get(id) ?? -1);
  }
  idOf(number: number): string {
    const { layer, concept } = this.#home(number);
    return this.packs[layer]!.conceptId(concept);
  }
  kindOf(number: number): ConceptKind {
    const { layer, concept } = this.#home(number);
    return this.packs[layer]!.conceptKind(concept);
  }
  /** Who defines the concept. */
  sourceOf(number: number): SourceInfo {
    const { layer, concept } = this.#home(number);
    return this.packs[layer]!.conceptSource(concept);
  }
  /** The number of a pack's concept. */
  numberIn(layer: number, concept: number): number {
    const numbers = this.#numbers[layer];
    return numbers ? numbers[concept]! : concept;
  }
  /** The concept's place in a pack, or -1 where that pack says nothing of it. */
  placeIn(layer: number, number: number): number {
    const places = this.#places[layer];
    if (places) return places.get(number) ?? -1;
    return number < this.packs[0]!.conceptCount ? number : -1;
  }

  has(id: string): boolean {
    return this.numberOf(id) >= 0;
  }

  /**
   * Everything known of a concept.
   * Errors: `knowledge.concept.unknown`.
   */
  concept(id: string): Concept {
    const number = this.#require(id);
    const names: ConceptName[] = [];
    const xrefs: ConceptXref[] = [];
    const sources = new Map<string, SourceInfo>();
    this.#visitLayers(number, (pack, concept) => {
      const own = pack.conceptSource(concept);
      sources.set(own.id, own);
      const [start, end] = pack.termsOf(concept);
      for (let term = start; term < end; term++) names.push(readName(pack, term));
      const [from, to] = pack.xrefsOf(concept);
      for (let xref = from; xref < to; xref++) {
        xrefs.push({ system: pack.xrefSystem(xref), value: pack.xrefValue(xref), source: pack.xrefSource(xref) });
      }
    });
    for (const { source } of [...names, ...xrefs]) sources.set(source.id, source);
    return { id, kind: this.kindOf(number), names, xrefs, sources: [...sources.values()] };
  }

  /**
   * Relations that leave a concept, arrive at it, or both (default), of all packs, in the packs' order.
   * Errors: `knowledge.concept.unknown`.
   */
  edges(id: string, { predicate, direction = "both" }: EdgeQuery = {}): ConceptEdge[] {
    const number = this.#require(id);
    const wanted = predicate === undefined ? null : new Set<Predicate>([predicate].flat() as Predicate[]);
    const found: ConceptEdge[] = [];
    this.#visitLayers(number, (pack, concept) => {
      const read = (edge: number) => {
        const kind = pack.edgePredicate(edge);
        if (wanted !== null && !wanted.has(kind)) return;
        found.push({
          subject: pack.conceptId(pack.edgeSubject(edge)),
          predicate: kind,
          object: pack.conceptId(pack.edgeObject(edge)),
          source: pack.edgeSource(edge),
          detail: pack.edgeDetail(edge),
        });
      };
      if (direction !== "in") {
        const [from, to] = pack.edgesFrom(concept);
        for (let edge = from; edge < to; edge++) read(edge);
      }
      if (direction !== "out") for (const edge of pack.edgesTo(concept)) read(edge);
    });
    return found;
  }

  /** Calls `visit` with the other end's number of each relation of a kind, in all packs. Allocates nothing. */
  visitEdges(number: number, direction: "out" | "in", visit: (other: number, predicate: Predicate) => void): void {
    this.#visitLayers(number, (pack, concept, layer) => {
      if (direction === "out") {
        const [from, to] = pack.edgesFrom(concept);
        for (let edge = from; edge < to; edge++)
          visit(this.numberIn(layer, pack.edgeObject(edge)), pack.edgePredicate(edge));
      } else {
        for (const edge of pack.edgesTo(concept))
          visit(this.numberIn(layer, pack.edgeSubject(edge)), pack.edgePredicate(edge));
      }
    });
  }

  /** How many relations touch a concept; a measure of how much is known of it. */
  degree(number: number): number {
    let count = 0;
    this.#visitLayers(number, (pack, concept) => {
      const [from, to] = pack.edgesFrom(concept);
      count += to - from + pack.edgesTo(concept).length;
    });
    return count;
  }

  /** Ids directly above in the `is-a` hierarchy. */
  parents(id: string): string[] {
    return this.#step(this.#require(id), "out").map((number) => this.idOf(number));
  }
  /** Ids directly below in the `is-a` hierarchy. */
  children(id: string): string[] {
    return this.#step(this.#require(id), "in").map((number) => this.idOf(number));
  }
  /** All ids above, nearest first, without the concept itself. A cycle ends where it would begin again. */
  ancestors(id: string): string[] {
    return this.walk(this.#require(id), "out").map((number) => this.idOf(number));
  }
  /** All ids below, nearest first, without the concept itself. */
  descendants(id: string): string[] {
    return this.walk(this.#require(id), "in").map((number) => this.idOf(number));
  }
  /** Numbers reached by `is-a` steps in one direction, breadth first, each once, the start left out. */
  walk(number: number, direction: "out" | "in"): number[] {
    const seen = new Set([number]);
    const queue = [number];
    for (let at = 0; at < queue.length; at++) {
      for (const next of this.#step(queue[at]!, direction)) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return queue.slice(1);
  }

  /**
   * The name to show: preferred in the wished language, then preferred in the other script of Chinese, then any usable
   * name in that language, then English, then whatever there is, then the id.
   */
  preferredName(id: string, language: Language): { text: string; language: Language | null } {
    const number = this.numberOf(id);
    if (number < 0) return { text: id, language: null };
    let best: { text: string; language: Language } | null = null;
    let bestRank = Number.POSITIVE_INFINITY;
    this.#visitLayers(number, (pack, concept) => {
      const [start, end] = pack.termsOf(concept);
      for (let term = start; term < end; term++) {
        const own = pack.termLanguage(term);
        const rank = nameRank(own, pack.termRole(term), pack.isTermUsable(term), language);
        if (rank >= bestRank) continue;
        bestRank = rank;
        best = { text: pack.termText(term), language: own };
      }
    });
    return best ?? { text: id, language: null };
  }

  /** Concepts that carry the identifier in any system, without regard to case; ids and bare codes count too. */
  findByIdentifier(value: string): string[] {
    const found = new Set<string>();
    const trimmed = value.trim();
    if (this.has(trimmed)) found.add(trimmed);
    const bare = trimmed.slice(trimmed.indexOf(":") + 1);
    for (const pack of this.packs) {
      for (const xref of pack.findXrefs(trimmed)) found.add(pack.conceptId(pack.xrefConcept(xref)));
      if (bare === trimmed) continue;
      const system = trimmed.slice(0, trimmed.indexOf(":")).toLowerCase();
      for (const xref of pack.findXrefs(bare)) {
        if (pack.xrefSystem(xref).toLowerCase() === system) found.add(pack.conceptId(pack.xrefConcept(xref)));
      }
    }
    return [...found];
  }

  #require(id: string): number {
    const number = this.numberOf(id);
    if (number < 0) throw knowledgeErrors.create("concept.unknown", { id });
    return number;
  }
  #home(number: number): { layer: number; concept: number } {
    const base = this.packs[0]!.conceptCount;
    return number < base ? { layer: 0, concept: number } : this.#added[number - base]!;
  }
  #step(number: number, direction: "out" | "in"): number[] {
    const found: number[] = [];
    this.visitEdges(number, direction, (other, predicate) => {
      if (predicate === "is-a") found.push(other);
    });
    return found;
  }
  #visitLayers(number: number, visit: (pack: KnowledgePack, concept: number, layer: number) => void): void {
    for (let layer = 0; layer < this.packs.length; layer++) {
      const concept = this.placeIn(layer, number);
      if (concept >= 0) visit(this.packs[layer]!, concept, layer);
    }
  }
}

/** Opens packs as one map; the first is the base and comes before the others wherever they disagree. */
export const openKnowledge = (packs: readonly KnowledgePack[]): Knowledge => new Knowledge(packs);

function readName(pack: KnowledgePack, term: number): ConceptName {
  return {
    text: pack.termText(term),
    language: pack.termLanguage(term),
    role: pack.termRole(term),
    source: pack.termSource(term),
    usable: pack.isTermUsable(term),
  };
}

function nameRank(own: Language, role: TermRole, usable: boolean, wanted: Language): number {
  const isChinese = wanted !== "en";
  const place = own === wanted ? 0 : isChinese && own !== "en" ? 1 : own === "en" ? 4 : 6;
  const kind = role === "preferred" ? 0 : role === "code-title" ? 1 : role === "synonym" && usable ? 2 : 20;
  if (place < 4) return kind === 20 ? 30 + place : place + kind * 1.2;
  return place + kind;
}
