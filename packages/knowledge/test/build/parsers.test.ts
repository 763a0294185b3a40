import { describe, expect, it } from "vitest";
import { atcAbove } from "../../src/build/codes/atc.ts";
import { procedureAbove } from "../../src/build/codes/icd9cm3.ts";
import { codesOfNote } from "../../src/build/codes/icd10cm.ts";
import { codeAbove, partsOfCode } from "../../src/build/codes/icd10cn.ts";
import { judgeClaim, plainTitle } from "../../src/build/codes/links.ts";
import { isAbbreviation, isDevelopmentCode, labelKey } from "../../src/build/label-key.ts";
import { slugOf } from "../../src/build/own/own-rows.ts";
import { parseObo } from "../../src/build/phenotype/obo.ts";
import { rowsOf } from "../../src/build/source-tables.ts";
import { sourcesOf } from "./small-sources.ts";

describe("labels", () => {
  it.each([
    ["Carcinoma, Non-Small-Cell Lung", "non-small-cell lung carcinoma", true],
    ["malignant tumour of lung", "Malignant tumor of lung", true],
    ["Crohn's disease", "Crohn disease", true],
    ["pain, nausea, vomiting", "vomiting nausea pain", false],
    ["disease due to B, severe", "severe disease due to B", false],
    ["CD4+ count", "CD4 count", false],
  ])("%s and %s are equal: %s", (a, b, equal) => expect(labelKey(a) === labelKey(b)).toBe(equal));

  it("tells short forms and development codes from words", () => {
    expect(["NSCLC", "T2DM", "5-FU", "Lung", "IgA"].map(isAbbreviation)).toEqual([true, true, true, false, true]);
    expect(["RAD001", "BMS-936558", "AZD9291", "B12", "Aspirin"].map(isDevelopmentCode)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("makes ids of names", () => expect(slugOf("β-Lactam / (new) ")).toBe("lactam-new"));
});

describe("tables", () => {
  it("are read by column name, whatever the order; empty lines are passed over", () => {
    const sources = sourcesOf({ one: { "t.tsv": "b ; a\n1 ; 2\n\n3 ; 4" } });
    expect([...rowsOf(sources, "one", "t.tsv", ["a", "b"])]).toEqual([
      { a: "2", b: "1" },
      { a: "4", b: "3" },
    ]);
  });
  it("that are missing, or lack a column, are refused", () => {
    const sources = sourcesOf({ one: { "t.tsv": "a\n1" } });
    expect(() => [...rowsOf(sources, "one", "t.tsv", ["z"])]).toThrowError(/t\.tsv, column z/);
    expect(() => [...rowsOf(sources, "two", "t.tsv", ["a"])]).toThrowError(/missing/);
  });
});

it("an OBO file gives names, scopes, parents and former ids", () => {
  const { version, terms } = parseObo(
    [
      "data-version: hp/releases/2025-01-16",
      "",
      "[Term]",
      "id: HP:0001945",
      "name: Fever",
      "alt_id: HP:9",
      'synonym: "Pyrexia" EXACT []',
      'synonym: "A \\"high\\" temperature" BROAD layperson [x]',
      "xref: UMLS:C0015967",
      "is_a: HP:0004370 ! Abnormality of temperature regulation",
      "",
      "[Term]",
      "id: HP:2",
      "name: obsolete X",
      "is_obsolete: true",
      "replaced_by: HP:0001945",
      "",
      "[Typedef]",
      "id: part_of",
      "name: part of",
    ].join("\n"),
  );
  expect(version).toBe("hp/releases/2025-01-16");
  expect(terms).toHaveLength(2);
  expect(terms[0]).toMatchObject({
    id: "HP:0001945",
    parents: ["HP:0004370"],
    formerIds: ["HP:9"],
    xrefs: ["UMLS:C0015967"],
    synonyms: [
      { text: "Pyrexia", scope: "EXACT", type: "" },
      { text: 'A "high" temperature', scope: "BROAD", type: "layperson" },
    ],
  });
  expect(terms[1]).toMatchObject({ isObsolete: true, replacedBy: "HP:0001945" });
});

describe("codes", () => {
  it.each([
    ["C34.900x001", "C34.900"],
    ["C34.900", "C34.9"],
    ["C34.901", "C34.900"],
    ["C34.9", "C34"],
    ["I10.x00x002", "I10.x00"],
    ["I10.x01", "I10.x00"],
    ["I10.x00", "I10"],
    ["C34", null],
  ])("above mainland %s is %s", (code, above) => expect(codeAbove(code)).toBe(above));

  it("a combination has a dagger and an asterisk half", () => {
    expect(partsOfCode("A17.000x001+G05.0*")).toEqual({ main: "A17.000x001", asterisk: "G05.0" });
    expect(partsOfCode("C34.900")).toEqual({ main: "C34.900", asterisk: null });
  });

  it.each([
    ["00.5500x012", "00.5500"],
    ["00.5502", "00.5500"],
    ["00.5500", "00.55"],
    ["00.55", "00.5"],
    ["00.5", "00"],
    ["01.6x01", "01.6x00"],
    ["01.6x00", "01.6"],
    ["17.91100", "17.91"],
    ["00", null],
  ])("above procedure %s is %s", (code, above) => expect(procedureAbove(code)).toBe(above));

  it.each([
    ["listeriosis (A32.-)", ["A32"]],
    ["Escherichia coli infection (A04.0-A04.4)", ["A04.0", "A04.1", "A04.2", "A04.3", "A04.4"]],
    ["toxic effect of noxious foodstuffs (T61-T62)", ["T61-T62"]],
    ["influenza (J09.X3, J10.2, J11.2)", ["J09.X3", "J10.2", "J11.2"]],
    ["glucose-6-phosphate dehydrogenase (G6PD) deficiency without anemia (D75.A)", ["D75.A"]],
    ["asthma, childhood", []],
  ])("%s names %j", (note, codes) => {
    const known = new Set(["A04.0", "A04.1", "A04.2", "A04.3", "A04.4", "T61-T62"]);
    expect(codesOfNote(note, (code) => known.has(code))).toEqual(codes);
  });

  it("an ATC code stands below four groups", () => expect(atcAbove("A10BA02")).toEqual(["A10BA", "A10B", "A10", "A"]));

  const claim = { namesEqual: false, equalElsewhere: false, diseasesOfCode: 1, codesOfDisease: 1, title: "Cholera" };
  it.each([
    [{ namesEqual: true }, "exact"],
    [{ namesEqual: true, equalElsewhere: true }, "candidate"],
    [{ diseasesOfCode: 2 }, "broader"],
    [{ title: "Other specified cardiac arrhythmias" }, "broader"],
    [{ codesOfDisease: 3 }, "narrower"],
    [{}, "candidate"],
  ])("a listed code with %j is %s", (facts, predicate) =>
    expect(judgeClaim({ ...claim, ...facts }).predicate).toBe(predicate),
  );

  it("titles lose the words that say nothing more is known", () =>
    expect(plainTitle("Asthma, unspecified")).toBe(labelKey("asthma")));
});
