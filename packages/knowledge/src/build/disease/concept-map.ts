import { type Assembly, type NameIndex, oneByName } from "../assembly.ts";
import { groupPairs } from "../hierarchy.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

/** An entry of another vocabulary that looks for its place on a spine. */
export type Candidate = {
  system: string;
  value: string;
  name: string;
  xrefs?: readonly { system: string; value: string }[];
};

/** What Bioregistry's prefixes are called in packs. */
const systemOf: Readonly<Record<string, string>> = {
  mesh: "MESH",
  doid: "DOID",
  mondo: "MONDO",
  hp: "HP",
  efo: "EFO",
  ncit: "NCIT",
  umls: "UMLS",
  hgnc: "HGNC",
  drugbank: "DRUGBANK",
};

/**
 * Finds the concept of a spine that an entry of another vocabulary is. In this order: the spine lists the entry's id; a
 * confirmed mapping does; the entry lists an id that only one concept of the spine has, and neither side says otherwise;
 * the names are equal and only one concept has the name. A name alone never overrules identifiers.
 */
export class ConceptMap {
  readonly #assembly: Assembly;
  readonly #isSpine: (id: string) => boolean;
  readonly #confirmed: ReadonlyMap<string, readonly string[]>;
  #names: NameIndex;

  constructor(assembly: Assembly, sources: Sources, isSpine: (id: string) => boolean) {
    this.#assembly = assembly;
    this.#isSpine = isSpine;
    const pairs: [string, string][] = [];
    for (const { subject, object } of rowsOf(sources, "biomappings", "mappings.tsv", ["subject", "object"])) {
      const left = toPack(subject);
      const right = toPack(object);
      if (left !== undefined && right !== undefined) pairs.push([left, right], [right, left]);
    }
    this.#confirmed = groupPairs(pairs);
    this.#names = this.#index();
  }

  /** Takes names into account that were added since. */
  refresh(): void {
    this.#names = this.#index();
  }

  find({ system, value, name, xrefs = [] }: Candidate): string | undefined {
    const direct = this.#among(this.#spineByXref(system, value), name);
    if (direct !== undefined) return direct;
    const confirmed = (this.#confirmed.get(`${system}:${value}`) ?? []).flatMap((id) => {
      if (this.#isSpine(id) && this.#assembly.has(id)) return [id];
      return this.#spineByXref(id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1));
    });
    const byMapping = this.#among([...new Set(confirmed)], name);
    if (byMapping !== undefined) return byMapping;
    const named = oneByName(this.#names, name);
    const votes = new Set(xrefs.flatMap((xref) => this.#spineByXref(xref.system, xref.value)));
    if (votes.size === 1) {
      const [only] = votes;
      if (named === only || (named === undefined && !this.#claimsAnother(only!, system, value))) return only;
      return undefined;
    }
    if (named === undefined) return undefined;
    if (votes.size > 1 && !votes.has(named)) return undefined;
    return this.#claimsAnother(named, system, value) && votes.size === 0 ? undefined : named;
  }

  /** Whether a concept of the spine lists another id of the same system already. */
  #claimsAnother(concept: string, system: string, value: string): boolean {
    for (const xref of this.#assembly.xrefsOf(concept, system)) if (xref !== value) return true;
    return false;
  }

  #among(ids: readonly string[], name: string): string | undefined {
    if (ids.length <= 1) return ids[0];
    const named = oneByName(this.#names, name);
    return named !== undefined && ids.includes(named) ? named : undefined;
  }

  #spineByXref(system: string, value: string): string[] {
    return this.#assembly.byXref(system, value).filter(this.#isSpine);
  }

  #index(): NameIndex {
    return this.#assembly.nameIndex(
      ["disease", "phenotype"],
      (term) =>
        this.#isSpine(term.concept) &&
        term.language === "en" &&
        term.usable &&
        (term.role === "preferred" || term.role === "synonym"),
    );
  }
}

function toPack(curie: string): string | undefined {
  const split = curie.indexOf(":");
  const system = systemOf[curie.slice(0, split)];
  return system === undefined ? undefined : `${system}:${curie.slice(split + 1)}`;
}
