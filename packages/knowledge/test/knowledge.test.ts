import { expand, KnowledgePack, keysOfTerm, openKnowledge, search, writePack } from "@qinghao/knowledge";
import { describe, expect, test } from "vitest";
import { smallKnowledge, smallPack, smallRows } from "./small-pack.ts";

const knowledge = smallKnowledge();

describe("layers", () => {
  const project = new KnowledgePack(
    writePack(
      {
        ...smallRows(
          "project",
          [
            ["MONDO:0008903", "disease", ["our lung cancer", "synonym"]],
            ["PROJECT:1", "disease", ["our own disease"]],
          ],
          [["PROJECT:1", "is-a", "MONDO:0008903"]],
        ),
      },
      keysOfTerm,
    ),
  );
  const layered = openKnowledge([smallPack(), project]);

  test("names and relations of all packs add up", () => {
    expect(layered.concept("MONDO:0008903").names.map(({ text }) => text)).toContain("our lung cancer");
    expect(layered.children("MONDO:0008903")).toEqual(["MONDO:0005233", "PROJECT:1"]);
    expect(layered.ancestors("PROJECT:1")).toEqual(["MONDO:0008903", "MONDO:0004992", "MONDO:0000001"]);
    expect(layered.preferredName("MONDO:0008903", "en").text).toBe("lung cancer");
  });

  test("a hierarchy that turns in a circle ends", () => {
    const rows = smallRows(
      "circle",
      [
        ["X:1", "disease", ["one"]],
        ["X:2", "disease", ["two"]],
      ],
      [
        ["X:1", "is-a", "X:2"],
        ["X:2", "is-a", "X:1"],
      ],
    );
    const circle = openKnowledge([new KnowledgePack(writePack(rows, keysOfTerm))]);
    expect(circle.ancestors("X:1")).toEqual(["X:2"]);
    expect(circle.descendants("X:1")).toEqual(["X:2"]);
  });

  test("a name falls back to another language, then to the id", () => {
    expect(knowledge.preferredName("MONDO:0008903", "zh-Hant")).toEqual({ text: "肺癌", language: "zh-Hans" });
    expect(knowledge.preferredName("MONDO:0005061", "zh-Hans")).toEqual({
      text: "lung adenocarcinoma",
      language: "en",
    });
    expect(knowledge.preferredName("MONDO:9", "en")).toEqual({ text: "MONDO:9", language: null });
  });

  test("edges by predicate and direction", () => {
    expect(
      knowledge.edges("MONDO:0008903", { predicate: "exact", direction: "in" }).map(({ subject }) => subject),
    ).toEqual(["ICD10CM:C34", "ICD10CN:C34.900"]);
    expect(() => knowledge.edges("MONDO:9")).toThrow(/MONDO:9/);
  });
});

describe("expand", () => {
  const expansion = expand(knowledge, "MONDO:0008903", "icd10cm");

  test("codes below with the way, broader apart, excluded reported", () => {
    expect(expansion.included.map(({ code, relation }) => `${code} ${relation}`)).toEqual([
      "C34 exact",
      "C34.2 narrower",
      "C34.9 narrower",
    ]);
    expect(expansion.included[2]?.path.map(({ how, to }) => `${how} ${to}`)).toEqual([
      "exact ICD10CM:C34",
      "is-a ICD10CM:C34.9",
    ]);
    expect(expansion.broader.map(({ code }) => code)).toEqual(["C00-C96"]);
    expect(expansion.excluded).toEqual([
      expect.objectContaining({ id: "ICD10CM:C34.1", excludedBy: "ICD10CM:C34", note: "a note for the test" }),
    ]);
    expect(expansion.roundTrip).toEqual({ included: 3, returning: 3 });
  });

  test("a code of another system that nobody decided on is a candidate", () => {
    const mainland = expand(knowledge, "MONDO:0008903", "icd10-cn");
    expect(mainland.included.map(({ code }) => code)).toEqual(["C34.900"]);
    expect(mainland.candidates.map(({ code }) => code)).toEqual(["C34.100x003"]);
  });

  test("dagger and asterisk are told apart", () => {
    const [code] = expand(knowledge, "ICD10CN:A17.0", "icd10-cn").included.filter(({ dual }) => dual !== null);
    expect(code).toMatchObject({ code: "A17.000+G01*", dual: { dagger: "ICD10CN:A17.0", asterisk: "ICD10CN:G01" } });
  });

  test("laboratory codes come from identifiers", () => {
    expect(expand(knowledge, "LAB:alt", "loinc").included.map(({ code }) => code)).toEqual(["1742-6"]);
  });

  test("an unknown concept or system says so", () => {
    expect(() => expand(knowledge, "MONDO:9", "icd10cm")).toThrow(/MONDO:9/);
    expect(() => expand(knowledge, "MONDO:0008903", "icd11" as "icd10cm")).toThrow(/icd11/);
  });
});

describe("search", () => {
  test.each([
    ["word prefix", "lung can", "MONDO:0008903"],
    ["prefixes in any order", "canc lun", "MONDO:0008903"],
    ["Chinese inside a name", "细胞肺", "MONDO:0005233"],
    ["traditional characters", "乳腺癌", "MONDO:0007254"],
    ["pinyin initials", "fxxbfa", "MONDO:0005233"],
    ["pinyin", "rxianai", null],
    ["pinyin spelled", "ruxianai", "MONDO:0007254"],
    ["code", "C34.9", "ICD10CM:C34.9"],
    ["beginning of a code", "C34.10", "ICD10CN:C34.100x003"],
    ["InChIKey", "SDUQYLNIPVEERB-QPPQHZFASA-N", "DRUGBANK:DB00441"],
    ["identifier of another system", "NCIT:C2926", "MONDO:0005233"],
    ["symbol", "EGFR", "HGNC:3236"],
  ])("%s: %s", (_, typed, expected) => {
    expect(search(knowledge, typed)[0]?.concept ?? null).toBe(expected);
  });

  test("what was typed is marked in the name", () => {
    const [hit] = search(knowledge, "lung can", { limit: 1 });
    expect(hit?.highlights.map(([start, end]) => hit.matched.slice(start, end))).toEqual(["lung", "can"]);
    const [chinese] = search(knowledge, "fxxbfa", { limit: 1, lang: "zh-Hans" });
    expect(chinese?.highlights.map(([start, end]) => chinese.matched.slice(start, end))).toEqual(["非小细胞肺癌"]);
  });

  test("kinds and limit hold", () => {
    const hits = search(knowledge, "m", { kinds: ["drug"], limit: 3 });
    expect(hits.map(({ kind }) => kind)).toEqual(["drug"]);
    expect(search(knowledge, "a", { limit: 2 })).toHaveLength(2);
    expect(search(knowledge, " ")).toEqual([]);
  });

  test("a pack without search columns gives the same answers", () => {
    const rows = smallRows("plain", [["MONDO:0008903", "disease", ["lung cancer"], ["肺癌"]]], []);
    const plain = openKnowledge([new KnowledgePack(writePack(rows, keysOfTerm))]);
    expect(search(plain, "fa").map(({ concept }) => concept)).toEqual(["MONDO:0008903"]);
  });
});
