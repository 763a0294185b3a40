import { knowledgeErrors } from "../errors.ts";
import {
  type ConceptKind,
  conceptKinds,
  type Language,
  languages,
  type PackHeader,
  type Predicate,
  packHeaderSchema,
  predicates,
  type SourceInfo,
  type TermRole,
  termRoles,
} from "../schema.ts";
import { hashKey } from "./hash.ts";
import { type HashIndex, hasHash, hashIndexOf, visitHash } from "./hash-index.ts";
import { StringTable } from "./string-table.ts";
import { noString, packMagic } from "./write-pack.ts";

/**
 * One pack, read in place: numbers are places of concepts (0..concepts-1), terms, edges and xrefs. Opening lays views over
 * the bytes (about a millisecond); names are decoded when asked for. Concepts are sorted by id, a concept's terms stand
 * together with preferred names first.
 * Errors: `knowledge.pack.unreadable` when the bytes are not a whole pack of this format version.
 */
export class KnowledgePack {
  readonly header: PackHeader;
  readonly #body: Uint8Array;
  readonly #strings: StringTable;
  readonly #conceptIds: Uint32Array;
  readonly #conceptIndex: HashIndex;
  readonly #keyIndex: HashIndex;
  readonly #xrefIndex: HashIndex;
  readonly #columns = new Map<string, Uint8Array | Uint32Array>();

  constructor(file: Uint8Array) {
    const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
    const magic = new TextDecoder().decode(bytes.subarray(0, 4));
    if (bytes.length < 8 || magic !== packMagic) throw unreadable("it is not a knowledge pack");
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    this.header = readHeader(bytes.subarray(8, 8 + headLength));
    this.#body = bytes.subarray(Math.ceil((8 + headLength) / 8) * 8);
    for (const { offset, bytes: length } of this.header.sections) {
      if (offset + length > this.#body.length) throw unreadable("it is cut off");
    }
    this.#strings = new StringTable(this.bytes("string.bytes"), this.numbers("string.offset"));
    this.#conceptIds = this.numbers("concept.id");
    this.#conceptIndex = this.#index("concept");
    this.#keyIndex = this.#index("key");
    this.#xrefIndex = this.#index("xref");
  }

  get conceptCount(): number {
    return this.header.counts.concepts;
  }
  get termCount(): number {
    return this.header.counts.terms;
  }
  get edgeCount(): number {
    return this.header.counts.edges;
  }

  /** The concept's place, or -1. */
  conceptOf(id: string): number {
    let found = -1;
    visitHash(this.#conceptIndex, hashKey(id), (row) => {
      if (this.conceptId(row) !== id) return true;
      found = row;
      return false;
    });
    return found;
  }
  conceptId(concept: number): string {
    return this.#strings.at(this.#conceptIds[concept]!);
  }
  conceptKind(concept: number): ConceptKind {
    return conceptKinds[this.bytes("concept.kind")[concept]!]!;
  }
  conceptSource(concept: number): SourceInfo {
    return this.header.sources[this.bytes("concept.source")[concept]!]!;
  }
  /** Whether another pack defines the concept and this one only adds to it. */
  isReference(concept: number): boolean {
    return this.bytes("concept.reference")[concept] === 1;
  }

  /** First term and one past the last of a concept. */
  termsOf(concept: number): readonly [start: number, end: number] {
    const start = this.numbers("term.start");
    return [start[concept]!, start[concept + 1]!];
  }
  termConcept(term: number): number {
    return this.numbers("term.concept")[term]!;
  }
  termText(term: number): string {
    return this.#strings.at(this.numbers("term.text")[term]!);
  }
  termLanguage(term: number): Language {
    return languages[this.bytes("term.language")[term]!]!;
  }
  termRole(term: number): TermRole {
    return termRoles[this.bytes("term.role")[term]!]!;
  }
  termSource(term: number): SourceInfo {
    return this.header.sources[this.bytes("term.source")[term]!]!;
  }
  /** Whether automatic decisions may rest on the name. */
  isTermUsable(term: number): boolean {
    return this.bytes("term.usable")[term] === 1;
  }
  /** Terms whose key has this hash; the caller compares names, since different keys can share a hash. */
  visitTermsByKeyHash(hash: number, visit: (term: number) => boolean | undefined): void {
    visitHash(this.#keyIndex, hash, visit);
  }
  hasKeyHash(hash: number): boolean {
    return hasHash(this.#keyIndex, hash);
  }

  /** First relation that leaves a concept and one past the last. */
  edgesFrom(concept: number): readonly [start: number, end: number] {
    const start = this.numbers("edge.start");
    return [start[concept]!, start[concept + 1]!];
  }
  /** Relations that arrive at a concept. */
  edgesTo(concept: number): Uint32Array {
    const start = this.numbers("incoming.start");
    return this.numbers("incoming.edge").subarray(start[concept]!, start[concept + 1]!);
  }
  edgeSubject(edge: number): number {
    return this.numbers("edge.subject")[edge]!;
  }
  edgeObject(edge: number): number {
    return this.numbers("edge.object")[edge]!;
  }
  edgePredicate(edge: number): Predicate {
    return predicates[this.bytes("edge.predicate")[edge]!]!;
  }
  edgeSource(edge: number): SourceInfo {
    return this.header.sources[this.bytes("edge.source")[edge]!]!;
  }
  edgeDetail(edge: number): string | null {
    const place = this.numbers("edge.detail")[edge]!;
    return place === noString ? null : this.#strings.at(place);
  }

  /** First identifier of a concept in other systems and one past the last. */
  xrefsOf(concept: number): readonly [start: number, end: number] {
    const start = this.numbers("xref.start");
    return [start[concept]!, start[concept + 1]!];
  }
  xrefConcept(xref: number): number {
    return this.numbers("xref.concept")[xref]!;
  }
  xrefSystem(xref: number): string {
    return this.header.xrefSystems[this.bytes("xref.system")[xref]!]!;
  }
  xrefValue(xref: number): string {
    return this.#strings.at(this.numbers("xref.value")[xref]!);
  }
  xrefSource(xref: number): SourceInfo {
    return this.header.sources[this.bytes("xref.source")[xref]!]!;
  }
  /** Identifiers equal to `value` without regard to case, in any system. */
  findXrefs(value: string): number[] {
    const wanted = value.toLowerCase();
    const found: number[] = [];
    visitHash(this.#xrefIndex, hashKey(wanted), (row) => {
      if (this.xrefValue(row).toLowerCase() === wanted) found.push(row);
      return true;
    });
    return found;
  }

  /** A column of 32-bit numbers. */
  numbers(name: string): Uint32Array {
    const known = this.#columns.get(name);
    if (known instanceof Uint32Array) return known;
    const bytes = this.#section(name);
    const column = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    this.#columns.set(name, column);
    return column;
  }
  /** A column of bytes. */
  bytes(name: string): Uint8Array {
    const known = this.#columns.get(name);
    if (known instanceof Uint8Array) return known;
    const column = this.#section(name);
    this.#columns.set(name, column);
    return column;
  }

  #section(name: string): Uint8Array {
    const section = this.header.sections.find((one) => one.name === name);
    if (section === undefined) throw unreadable(`the column ${name} is missing`);
    return this.#body.subarray(section.offset, section.offset + section.bytes);
  }
  #index(name: string): HashIndex {
    return hashIndexOf(this.numbers(`${name}.buckets`), this.numbers(`${name}.hashes`), this.numbers(`${name}.rows`));
  }
}

function readHeader(bytes: Uint8Array): PackHeader {
  try {
    return packHeaderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw knowledgeErrors.create("pack.unreadable", { reason: "its header is of another format" }, cause);
  }
}

const unreadable = (reason: string) => knowledgeErrors.create("pack.unreadable", { reason });
