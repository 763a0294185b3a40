import { isQinghaoError } from "@qinghao/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import {
  Assembly,
  idPatterns,
  licensedSources,
  minimumCounts,
  noCycle,
  noMergeAcrossKinds,
  noSharedName,
  passGates,
} from "../../src/build/index.ts";

let rows: Assembly;
beforeEach(() => {
  rows = new Assembly();
  rows.addConcept("MONDO:0000001", "disease", "mondo");
  rows.addConcept("MONDO:0000002", "disease", "mondo");
  rows.addTerm("MONDO:0000001", "lung cancer", "mondo", { role: "preferred" });
  rows.addTerm("MONDO:0000002", "lung carcinoma", "mondo", { role: "preferred" });
  rows.addEdge("MONDO:0000002", "is-a", "MONDO:0000001", "mondo");
});
const patterns = new Map([["MONDO", /^\d{7}$/]]);
const gates = [
  minimumCounts({ mondo: 5 }),
  idPatterns(patterns),
  noMergeAcrossKinds,
  noCycle,
  noSharedName,
  licensedSources(new Set(["mondo"])),
];

describe("the gates", () => {
  it("let sound rows pass", () => expect(gates.flatMap((gate) => gate(rows))).toEqual([]));

  it("refuse a source that brought too little", () =>
    expect(minimumCounts({ mondo: 6, hpo: 1 })(rows)).toEqual([
      "mondo brought 5 rows, at least 6 are expected",
      "hpo brought 0 rows, at least 1 are expected",
    ]));

  it("refuse ids and identifiers of another form", () => {
    rows.addConcept("MONDO:12", "disease", "mondo");
    rows.addXref("MONDO:0000001", "MONDO", "x", "mondo");
    expect(idPatterns(patterns)(rows)).toHaveLength(2);
  });

  it("refuse one id of two kinds", () => {
    rows.addConcept("MONDO:0000001", "phenotype", "hpo");
    expect(noMergeAcrossKinds(rows)).toEqual(["one id, two kinds: MONDO:0000001: disease of mondo, phenotype of hpo"]);
  });

  it("refuse one identifier on a disease and a drug, not on a disease and a phenotype", () => {
    rows.addConcept("HP:0000001", "phenotype", "hpo");
    rows.addXref("MONDO:0000001", "UMLS", "C1", "mondo");
    rows.addXref("HP:0000001", "UMLS", "C1", "hpo");
    expect(noMergeAcrossKinds(rows)).toEqual([]);
    rows.addConcept("DRUGBANK:DB1", "drug", "drugbank");
    rows.addXref("DRUGBANK:DB1", "UMLS", "C1", "drugbank");
    expect(noMergeAcrossKinds(rows)).toEqual(["UMLS:C1 is disease MONDO:0000001 and drug DRUGBANK:DB1"]);
  });

  it("refuse a circle and print it", () => {
    rows.addConcept("MONDO:0000003", "disease", "mondo");
    rows.addEdge("MONDO:0000001", "is-a", "MONDO:0000003", "mondo");
    rows.addEdge("MONDO:0000003", "is-a", "MONDO:0000002", "mondo");
    expect(noCycle(rows)).toEqual([
      "is-a runs in a circle: MONDO:0000002 > MONDO:0000001 > MONDO:0000003 > MONDO:0000002",
    ]);
  });

  it("let two ways to one ancestor pass", () => {
    rows.addConcept("MONDO:0000003", "disease", "mondo");
    rows.addEdge("MONDO:0000003", "is-a", "MONDO:0000002", "mondo");
    rows.addEdge("MONDO:0000003", "is-a", "MONDO:0000001", "mondo");
    expect(noCycle(rows)).toEqual([]);
  });

  it("refuse a preferred name of two concepts of a kind", () => {
    rows.addConcept("ONCOTREE:LUNG", "disease", "oncotree");
    rows.addTerm("ONCOTREE:LUNG", "Lung Cancer", "oncotree", { role: "preferred" });
    expect(noSharedName(rows)).toEqual(['"lung cancer" (en) is the preferred name of MONDO:0000001 and ONCOTREE:LUNG']);
  });

  it("refuse a source without licence line", () => {
    rows.addTerm("MONDO:0000001", "肺癌", "somewhere", { language: "zh-Hans" });
    expect(licensedSources(new Set(["mondo"]))(rows)).toEqual(["somewhere has no licence line"]);
  });

  it("end a build with all findings", () => {
    rows.addEdge("MONDO:0000001", "is-a", "MONDO:0000002", "mondo");
    rows.addTerm("MONDO:0000001", "肺癌", "somewhere", { language: "zh-Hans" });
    try {
      passGates(rows, gates);
      expect.unreachable();
    } catch (error) {
      expect(isQinghaoError(error) && error.code).toBe("knowledge.build.refused");
      expect(String(error)).toMatch(/2 findings[\s\S]*circle[\s\S]*licence line/);
    }
  });
});
