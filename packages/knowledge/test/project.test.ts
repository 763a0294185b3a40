import { describe, expect, it } from "vitest";
import { type ConceptKind, expand, openKnowledge } from "../src/index.ts";
import type { ProjectEntry } from "../src/project/entry.schema.ts";
import { readEntryTable, writeEntryTable } from "../src/project/entry-table.ts";
import { buildProjectPack } from "../src/project/project-pack.ts";

const entries: ProjectEntry[] = [
  {
    entry: "concept",
    concept: "OWN:oligo-lung",
    kind: "disease",
    text: "oligometastatic lung cancer",
    language: "en",
    parent: "MONDO:0005233",
    note: null,
  },
  {
    entry: "concept",
    concept: "OWN:oligo-lung",
    kind: "disease",
    text: "肺癌寡转移",
    language: "zh-Hans",
    parent: null,
    note: null,
  },
  {
    entry: "name",
    concept: "MONDO:0005233",
    text: "院内肺非小",
    language: "zh-Hans",
    role: "synonym",
    note: "ward slang",
  },
  {
    entry: "code",
    system: "his-lab",
    code: "0071",
    text: "血红蛋白(静脉血)",
    language: "zh-Hans",
    concept: "LAB:haemoglobin",
    relation: "exact",
    note: null,
  },
  { entry: "name", concept: "MONDO:9999999", text: "nowhere", language: "en", role: "synonym", note: null },
];
const shipped: Record<string, ConceptKind> = { "MONDO:0005233": "disease", "LAB:haemoglobin": "lab" };

describe("what a project adds", () => {
  it("becomes a pack of its own; entries that point nowhere are named", () => {
    const { pack, dangling } = buildProjectPack(
      { name: "Lung", date: "2026-11-22" },
      entries,
      (id) => shipped[id] ?? null,
    );
    expect(dangling).toEqual([entries[4]]);
    const own = pack.conceptOf("OWN:oligo-lung");
    expect([pack.isReference(own), pack.isReference(pack.conceptOf("MONDO:0005233"))]).toEqual([false, true]);
    const local = pack.conceptOf("LOCAL:his-lab/0071");
    const [edge] = pack.edgesFrom(local);
    expect([pack.edgePredicate(edge), pack.conceptId(pack.edgeObject(edge))]).toEqual(["exact", "LAB:haemoglobin"]);
    expect(pack.findXrefs("0071")).toHaveLength(1);
    expect(pack.header.sources.map((source) => source.licenceClass)).toEqual(["project"]);
  });

  it("gives a site's own codes for a concept", () => {
    const { pack } = buildProjectPack({ name: "Lung", date: "2026-11-22" }, entries, (id) => shipped[id] ?? null);
    const knowledge = openKnowledge([pack]);
    const { included, roundTrip } = expand(knowledge, "LAB:haemoglobin", "local:his-lab");
    expect(included.map(({ code, name, relation }) => [code, name, relation])).toEqual([
      ["0071", "血红蛋白(静脉血)", "exact"],
    ]);
    expect(roundTrip).toEqual({ included: 1, returning: 1 });
    expect(expand(knowledge, "LAB:haemoglobin", "local:other").included).toEqual([]);
    expect(() => expand(knowledge, "LAB:haemoglobin", "snomed")).toThrowError(/local:NAME/);
  });

  it("is the same after a round trip through a table", () => {
    expect(readEntryTable(writeEntryTable(entries))).toEqual({ entries, refused: [] });
  });

  it("lists every line that cannot be taken in", () => {
    const table =
      "entry\tconcept\ttext\tlanguage\trole\nname\tMONDO:1\tx\tfr\tsynonym\n\nname\tlung\tx\ten\tsynonym\nnothing\n";
    const { entries: read, refused } = readEntryTable(table);
    expect(read).toEqual([]);
    expect(refused.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(refused.map(({ reason }) => reason.zh)).toEqual([
      "字段 language：只能是 en、zh-Hans、zh-Hant 之一",
      "字段 concept：格式不对，应如 MONDO:0005233（自有概念以 OWN: 开头）",
      "字段 entry：只能是 concept、name、code 之一",
    ]);
    expect(refused.map(({ reason }) => reason.en)).toEqual([
      "language: expected one of en, zh-Hans, zh-Hant",
      "concept: expected an id such as MONDO:0005233",
      "entry: expected one of concept, name, code",
    ]);
    expect(readEntryTable("name,code\n").refused[0]!.reason.en).toMatch(/entry, concept/);
  });
});
