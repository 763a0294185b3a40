import type { ConceptRow, EdgeRow, TermRow, XrefRow } from "../pack/rows.ts";
import type { ConceptKind, Language, Predicate, TermRole } from "../schema.ts";
import { labelKey } from "./label-key.ts";

/** Something of a source that found no place, or only with a reservation. */
export type UnmappedRow = { source: string; id: string; name: string; reason: string };

type TermOptions = { language?: Language; role?: TermRole; usable?: boolean };

/**
 * The rows of a pack while they are put together. Names that a concept has already are not added twice; a second preferred
 * name of a language becomes a synonym, so that the source that comes first decides. Contradictions are kept for the gates.
 */
export class Assembly {
  readonly concepts = new Map<string, ConceptRow>();
  readonly terms = new Map<string, TermRow[]>();
  /** Relations by the concept that they leave. */
  readonly edges = new Map<string, EdgeRow[]>();
  /** Identifiers by their concept. */
  readonly xrefs = new Map<string, XrefRow[]>();
  readonly unmapped: UnmappedRow[] = [];
  /** Ids that two sources gave different kinds. */
  readonly kindConflicts: string[] = [];
  readonly #byXref = new Map<string, string[]>();
  readonly #patterns: ReadonlyMap<string, RegExp>;

  /** @param patterns what an identifier of a system must look like; others are left out and reported. */
  constructor(patterns: ReadonlyMap<string, RegExp> = new Map()) {
    this.#patterns = patterns;
  }

  has(id: string): boolean {
    return this.concepts.has(id);
  }
  kindOf(id: string): ConceptKind | undefined {
    return this.concepts.get(id)?.kind;
  }

  addConcept(id: string, kind: ConceptKind, source: string): void {
    const known = this.concepts.get(id);
    if (known === undefined) this.concepts.set(id, { id, kind, source });
    else if (known.kind !== kind)
      this.kindConflicts.push(`${id}: ${known.kind} of ${known.source}, ${kind} of ${source}`);
  }

  addTerm(concept: string, rawText: string, source: string, options: TermOptions = {}): void {
    const { language = "en", role: wanted = "synonym", usable = true } = options;
    const text = rawText.replace(/\s+/g, " ").trim();
    if (text === "") return;
    const terms = this.terms.get(concept) ?? [];
    const hasPreferred =
      wanted === "preferred" && terms.some((one) => one.language === language && one.role === "preferred");
    const role = hasPreferred ? "synonym" : wanted;
    const lower = text.toLowerCase();
    const same = terms.find(
      (one) => one.language === language && one.text.length === text.length && one.text.toLowerCase() === lower,
    );
    if (same === undefined) append(this.terms, concept, { concept, text, language, role, source, usable });
    else if (role === "preferred") Object.assign(same, { text, role, source, usable: usable || same.usable });
    else if (usable && !same.usable)
      Object.assign(same, { usable, source, role: same.role === "preferred" ? "preferred" : role });
  }

  addEdge(subject: string, predicate: Predicate, object: string, source: string, detail?: string): void {
    if (subject === object) return;
    const known = this.edges
      .get(subject)
      ?.some(
        (one) => one.object === object && one.predicate === predicate && one.source === source && one.detail === detail,
      );
    if (known !== true)
      append(
        this.edges,
        subject,
        detail ? { subject, predicate, object, source, detail } : { subject, predicate, object, source },
      );
  }

  addXref(concept: string, system: string, value: string, source: string): void {
    if (this.#patterns.get(system)?.test(value) === false) {
      this.report(source, `${system}:${value}`, concept, "identifier does not have the form of its system");
      return;
    }
    if (this.xrefs.get(concept)?.some((one) => one.value === value && one.system === system) === true) return;
    append(this.xrefs, concept, { concept, system, value, source });
    append(this.#byXref, `${system}:${value}`, concept);
  }

  *edgeRows(): Generator<EdgeRow> {
    for (const rows of this.edges.values()) yield* rows;
  }
  *termRows(): Generator<TermRow> {
    for (const rows of this.terms.values()) yield* rows;
  }
  *xrefRows(): Generator<XrefRow> {
    for (const rows of this.xrefs.values()) yield* rows;
  }

  report(source: string, id: string, name: string, reason: string): void {
    this.unmapped.push({ source, id, name, reason });
  }

  /** Concepts that carry the identifier, of the kind asked for. */
  byXref(system: string, value: string, kind?: ConceptKind): string[] {
    const found = this.#byXref.get(`${system}:${value}`) ?? [];
    return kind === undefined ? found : found.filter((id) => this.kindOf(id) === kind);
  }
  /** The one concept that carries the identifier, or undefined when there is none or more than one. */
  oneByXref(system: string, value: string, kind?: ConceptKind): string | undefined {
    const found = this.byXref(system, value, kind);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Identifiers that a concept has in a system. */
  xrefsOf(concept: string, system: string): readonly string[] {
    return (this.xrefs.get(concept) ?? []).filter((one) => one.system === system).map((one) => one.value);
  }

  preferredName(concept: string, language: Language = "en"): string | undefined {
    return this.terms.get(concept)?.find((one) => one.language === language && one.role === "preferred")?.text;
  }

  /** Names of concepts of the given kinds by their key; `isWanted` says which names count. Built anew at each call. */
  nameIndex(kinds: readonly ConceptKind[], isWanted: (term: TermRow) => boolean): NameIndex {
    const index: NameIndex = new Map();
    for (const { id, kind } of this.concepts.values()) {
      if (!kinds.includes(kind)) continue;
      for (const term of this.terms.get(id) ?? []) {
        if (!isWanted(term)) continue;
        const key = labelKey(term.text);
        const known = index.get(key);
        if (known === undefined) index.set(key, id);
        else if (known !== id) index.set(key, null);
      }
    }
    return index;
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** The concept of a name's key; null when several concepts have the name. */
export type NameIndex = Map<string, string | null>;

/** The one concept of that name, or undefined when there is none or more than one. */
export const oneByName = (index: NameIndex, name: string): string | undefined => index.get(labelKey(name)) ?? undefined;
