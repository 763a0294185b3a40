import type { ConceptKind, Language, Predicate, SourceInfo, TermRole } from "../schema.ts";

/** A concept as it enters a pack. `id` is a CURIE such as `MONDO:0005233`; its prefix names the system. */
export type ConceptRow = {
  id: string;
  kind: ConceptKind;
  source: string;
  /** Defined in another pack; present here only so that edges and names can point at it. */
  reference?: boolean;
};

/** A name of a concept. `usable: false` marks a name that a person may see but no automatic decision may rest on. */
export type TermRow = {
  concept: string;
  text: string;
  language: Language;
  role: TermRole;
  source: string;
  usable: boolean;
};

/** A relation with its source; `detail` holds `key=value` pairs joined by `;` (action=inhibitor;phase=4). */
export type EdgeRow = { subject: string; predicate: Predicate; object: string; source: string; detail?: string };

/** The same thing under another system's identifier (UMLS, NCIT, InChIKey, UniProt ...); `value` without prefix. */
export type XrefRow = { concept: string; system: string; value: string; source: string };

/** Everything a pack holds, in any order. Ids, sources and preferred names are checked when it is written. */
export type PackRows = {
  name: string;
  version: string;
  builtFrom: string;
  sources: readonly SourceInfo[];
  concepts: readonly ConceptRow[];
  terms: readonly TermRow[];
  edges: readonly EdgeRow[];
  xrefs: readonly XrefRow[];
};

/** The keys under which a name is found; none for a name that must not be matched. */
export type KeysOfTerm = (text: string, language: Language, role: TermRole) => readonly string[];
