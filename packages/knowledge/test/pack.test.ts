import { isQinghaoError } from "@qinghao/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnowledgePack, type PackRows, type SourceInfo, writePack } from "../src/index.ts";

const source: SourceInfo = {
  id: "example",
  title: "Example",
  version: "1",
  date: "2026-11-22",
  licence: "CC0-1.0",
  licenceClass: "G",
  url: "https://example.org",
  attribution: "Example",
};
const rows: PackRows = {
  name: "example",
  version: "1",
  builtFrom: "0",
  sources: [source],
  concepts: [
    { id: "MONDO:0005233", kind: "disease", source: "example" },
    { id: "MONDO:0005138", kind: "disease", source: "example" },
  ],
  terms: [
    {
      concept: "MONDO:0005233",
      text: "非小细胞肺癌",
      language: "zh-Hans",
      role: "preferred",
      source: "example",
      usable: true,
    },
    { concept: "MONDO:0005233", text: "NSCLC", language: "en", role: "abbreviation", source: "example", usable: false },
    {
      concept: "MONDO:0005138",
      text: "lung carcinoma",
      language: "en",
      role: "preferred",
      source: "example",
      usable: true,
    },
  ],
  edges: [{ subject: "MONDO:0005233", predicate: "is-a", object: "MONDO:0005138", source: "example", detail: "a=b" }],
  xrefs: [{ concept: "MONDO:0005233", system: "NCIT", value: "C2926", source: "example" }],
};
const keys = (text: string) => [text.toLowerCase()];

describe("a knowledge pack", () => {
  it("reads back what was written", () => {
    const pack = new KnowledgePack(writePack(rows, keys));
    const nsclc = pack.conceptOf("MONDO:0005233");
    const [start, end] = pack.termsOf(nsclc);
    const names = Array.from({ length: end - start }, (_, i) => [
      pack.termText(start + i),
      pack.isTermUsable(start + i),
    ]);
    expect(names).toEqual([
      ["非小细胞肺癌", true],
      ["NSCLC", false],
    ]);
    const [edge] = pack.edgesFrom(nsclc);
    expect([pack.edgePredicate(edge), pack.conceptId(pack.edgeObject(edge)), pack.edgeDetail(edge)]).toEqual([
      "is-a",
      "MONDO:0005138",
      "a=b",
    ]);
    expect([...pack.edgesTo(pack.conceptOf("MONDO:0005138"))]).toEqual([edge]);
    expect(pack.findXrefs("c2926").map((xref) => pack.conceptId(pack.xrefConcept(xref)))).toEqual(["MONDO:0005233"]);
    expect(pack.conceptOf("MONDO:1")).toBe(-1);
  });

  it("is the same, byte for byte, whatever the order of the rows", () => {
    const turned = { ...rows, concepts: rows.concepts.toReversed(), terms: rows.terms.toReversed() };
    expect(writePack(turned, keys)).toEqual(writePack(rows, keys));
  });

  it("finds every one of many ids and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}:[0-9a-z]{1,6}$/), { maxLength: 200 }), (ids) => {
        const concepts = ids.map((id) => ({ id, kind: "code" as const, source: "example" }));
        const pack = new KnowledgePack(writePack({ ...rows, concepts, terms: [], edges: [], xrefs: [] }, keys));
        return ids.every((id) => pack.conceptId(pack.conceptOf(id)) === id) && pack.conceptOf("AA:AA") === -1;
      }),
    );
  });

  const refused: [string, Partial<PackRows>][] = [
    ["an id twice", { concepts: [...rows.concepts, rows.concepts[0]!] }],
    ["an id without prefix", { concepts: [...rows.concepts, { id: "C34", kind: "code", source: "example" }] }],
    ["a source without licence line", { terms: [{ ...rows.terms[0]!, source: "elsewhere" }] }],
    ["a second preferred name", { terms: [...rows.terms, { ...rows.terms[0]!, text: "肺癌" }] }],
    ["a relation to nowhere", { edges: [{ ...rows.edges[0]!, object: "MONDO:9" }] }],
  ];
  it.each(refused)("refuses %s", (_, change) => {
    expect(() => writePack({ ...rows, ...change }, keys)).toThrowError(/cannot enter the knowledge pack/);
  });

  it("says when bytes are no pack, or are cut off", () => {
    const whole = writePack(rows, keys);
    for (const bytes of [new Uint8Array(3), new Uint8Array(100), whole.slice(0, whole.length - 16)]) {
      try {
        new KnowledgePack(bytes);
        expect.unreachable();
      } catch (error) {
        expect(isQinghaoError(error) && error.code).toBe("knowledge.pack.unreadable");
      }
    }
  });
});
