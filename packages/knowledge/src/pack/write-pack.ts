import { conceptKinds, languages, type PackHeader, type Predicate, predicates, termRoles } from "../schema.ts";
import { checkRows } from "./check-rows.ts";
import { hashKey } from "./hash.ts";
import { buildHashIndex, type HashIndex } from "./hash-index.ts";
import type { EdgeRow, KeysOfTerm, PackRows } from "./rows.ts";
import { StringTableWriter } from "./string-table.ts";

export const packMagic = "QHKN";
/** Marks "no detail" of a relation. */
export const noString = 0xffffffff;

/**
 * Writes rows as one file: magic, header length, header (JSON), then columns as typed arrays, each on an 8-byte boundary,
 * little endian, so that a reader lays views over the bytes and decodes nothing. The same rows give the same bytes.
 * Errors: `knowledge.row.invalid` for a row that contradicts the others.
 */
export function writePack(rows: PackRows, keysOfTerm: KeysOfTerm): Uint8Array {
  checkRows(rows);
  const strings = new StringTableWriter();
  const concepts = [...rows.concepts].sort((a, b) => compare(a.id, b.id));
  const place = new Map(concepts.map((concept, index) => [concept.id, index]));
  const source = new Map(rows.sources.map((one, index) => [one.id, index]));
  const systems = [...new Set(rows.xrefs.map((xref) => xref.system))].sort(compare);
  const system = new Map(systems.map((name, index) => [name, index]));

  const terms = rows.terms
    .map((term) => ({ term, at: place.get(term.concept)! }))
    .sort((a, b) => a.at - b.at || rank(a.term.role) - rank(b.term.role) || compare(a.term.text, b.term.text));
  const xrefs = rows.xrefs
    .map((xref) => ({ xref, at: place.get(xref.concept)! }))
    .sort((a, b) => a.at - b.at || compare(a.xref.system, b.xref.system) || compare(a.xref.value, b.xref.value));
  const edges = rows.edges
    .map((edge) => ({ edge, from: place.get(edge.subject)!, to: place.get(edge.object)! }))
    .sort(
      (a, b) =>
        a.from - b.from || order(a.edge) - order(b.edge) || a.to - b.to || a.edge.source.localeCompare(b.edge.source),
    );

  const keyHashes: number[] = [];
  const keyTerms: number[] = [];
  for (const [index, { term }] of terms.entries()) {
    for (const key of new Set(keysOfTerm(term.text, term.language, term.role))) {
      keyHashes.push(hashKey(key));
      keyTerms.push(index);
    }
  }
  const sections: [string, Uint8Array][] = [];
  const add = (name: string, column: Uint8Array | Uint32Array) =>
    sections.push([name, new Uint8Array(column.buffer, column.byteOffset, column.byteLength)]);
  const addIndex = (name: string, index: HashIndex) => {
    add(`${name}.buckets`, index.buckets);
    add(`${name}.hashes`, index.hashes);
    add(`${name}.rows`, index.rows);
  };

  add(
    "concept.id",
    Uint32Array.from(concepts, (one) => strings.add(one.id)),
  );
  add(
    "concept.kind",
    Uint8Array.from(concepts, (one) => conceptKinds.indexOf(one.kind)),
  );
  add(
    "concept.source",
    Uint8Array.from(concepts, (one) => source.get(one.source)!),
  );
  add(
    "concept.reference",
    Uint8Array.from(concepts, (one) => (one.reference ? 1 : 0)),
  );
  addIndex(
    "concept",
    buildHashIndex(
      concepts.map((one) => hashKey(one.id)),
      concepts.map((_, index) => index),
    ),
  );
  add(
    "term.start",
    starts(
      concepts.length,
      terms.map((one) => one.at),
    ),
  );
  add(
    "term.concept",
    Uint32Array.from(terms, (one) => one.at),
  );
  add(
    "term.text",
    Uint32Array.from(terms, (one) => strings.add(one.term.text)),
  );
  add(
    "term.language",
    Uint8Array.from(terms, (one) => languages.indexOf(one.term.language)),
  );
  add(
    "term.role",
    Uint8Array.from(terms, (one) => rank(one.term.role)),
  );
  add(
    "term.source",
    Uint8Array.from(terms, (one) => source.get(one.term.source)!),
  );
  add(
    "term.usable",
    Uint8Array.from(terms, (one) => (one.term.usable ? 1 : 0)),
  );
  addIndex("key", buildHashIndex(keyHashes, keyTerms));
  add(
    "edge.start",
    starts(
      concepts.length,
      edges.map((one) => one.from),
    ),
  );
  add(
    "edge.subject",
    Uint32Array.from(edges, (one) => one.from),
  );
  add(
    "edge.object",
    Uint32Array.from(edges, (one) => one.to),
  );
  add(
    "edge.predicate",
    Uint8Array.from(edges, (one) => order(one.edge)),
  );
  add(
    "edge.source",
    Uint8Array.from(edges, (one) => source.get(one.edge.source)!),
  );
  add(
    "edge.detail",
    Uint32Array.from(edges, (one) => (one.edge.detail ? strings.add(one.edge.detail) : noString)),
  );
  const incoming = edges.map((one, index) => ({ to: one.to, index })).sort((a, b) => a.to - b.to || a.index - b.index);
  add(
    "incoming.start",
    starts(
      concepts.length,
      incoming.map((one) => one.to),
    ),
  );
  add(
    "incoming.edge",
    Uint32Array.from(incoming, (one) => one.index),
  );
  add(
    "xref.start",
    starts(
      concepts.length,
      xrefs.map((one) => one.at),
    ),
  );
  add(
    "xref.concept",
    Uint32Array.from(xrefs, (one) => one.at),
  );
  add(
    "xref.system",
    Uint8Array.from(xrefs, (one) => system.get(one.xref.system)!),
  );
  add(
    "xref.value",
    Uint32Array.from(xrefs, (one) => strings.add(one.xref.value)),
  );
  add(
    "xref.source",
    Uint8Array.from(xrefs, (one) => source.get(one.xref.source)!),
  );
  addIndex(
    "xref",
    buildHashIndex(
      xrefs.map((one) => hashKey(one.xref.value.toLowerCase())),
      xrefs.map((_, index) => index),
    ),
  );
  const table = strings.write();
  add("string.offset", table.offsets);
  add("string.bytes", table.bytes);

  const counts = {
    strings: strings.size,
    concepts: concepts.length,
    terms: terms.length,
    edges: edges.length,
    xrefs: xrefs.length,
    keys: keyHashes.length,
  };
  const { name, version, builtFrom, sources } = rows;
  return layOut({ name, version, builtFrom, sources: [...sources], counts, xrefSystems: systems }, sections);
}

type HeaderFacts = Omit<PackHeader, "format" | "formatVersion" | "sections">;

function layOut(facts: HeaderFacts, sections: readonly [string, Uint8Array][]): Uint8Array {
  let offset = 0;
  const places = sections.map(([name, bytes]) => {
    const place = { name, offset, bytes: bytes.length };
    offset += Math.ceil(bytes.length / 8) * 8;
    return place;
  });
  const header: PackHeader = { format: "qinghao-knowledge", formatVersion: 1, ...facts, sections: places };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bodyStart = Math.ceil((8 + head.length) / 8) * 8;
  const file = new Uint8Array(bodyStart + offset);
  file.set(new TextEncoder().encode(packMagic));
  new DataView(file.buffer).setUint32(4, head.length, true);
  file.set(head, 8);
  for (const [index, [, bytes]] of sections.entries()) file.set(bytes, bodyStart + places[index]!.offset);
  return file;
}

/** Where each concept's rows begin, from their sorted concept numbers. */
function starts(concepts: number, owners: readonly number[]): Uint32Array {
  const start = new Uint32Array(concepts + 1);
  for (const owner of owners) start[owner + 1]!++;
  for (let i = 1; i <= concepts; i++) start[i]! += start[i - 1]!;
  return start;
}

const rank = (role: (typeof termRoles)[number]) => termRoles.indexOf(role);
const order = (edge: EdgeRow) => predicates.indexOf(edge.predicate satisfies Predicate);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
