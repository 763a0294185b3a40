import { describe, expect, it } from "vitest";
import { codeOf } from "../src/knowledge/code-links.ts";
import { conceptView } from "../src/knowledge/concept-view.ts";
import { drugView } from "../src/knowledge/drug-view.ts";
import { edgeDetail, phaseOf } from "../src/knowledge/edge-detail.ts";
import { expansionView } from "../src/knowledge/expansion-view.ts";
import { identifierAddress } from "../src/knowledge/identifier-address.ts";
import { neighbourhood } from "../src/knowledge/neighbourhood.ts";
import { targetView } from "../src/knowledge/target-view.ts";
import { gefitinib, smallKnowledge, starKnowledge } from "./small-packs.ts";

const knowledge = smallKnowledge();

describe("a concept as a page shows it", () => {
  const view = conceptView(knowledge, "MONDO:0005233");

  it("has names in both languages, hierarchy with steps, codes and counted relations", () => {
    expect(view.name).toEqual({ en: "non-small cell lung carcinoma", zh: "非小细胞肺癌" });
    expect(view.ancestors.map(({ id, steps }) => [id, steps])).toEqual([
      ["MONDO:0005138", 1],
      ["MONDO:0004992", 2],
    ]);
    expect([view.children.total, view.descendants]).toEqual([1, 1]);
    expect(view.codes).toMatchObject([
      { system: "icd10cm", code: "C34.9", relation: "candidate", source: "mondo", detail: { by: "equal-name" } },
    ]);
    expect(view.relations).toContainEqual({ predicate: "indicated-for", direction: "in", count: 1 });
    expect(view.identifiers[0]).toMatchObject({ value: "D002289", url: expect.stringContaining("D002289") });
  });

  it("names every source that stands behind it, the share-alike one included", () => {
    expect(view.sources.map(({ id }) => id)).toEqual(["drugcentral", "mondo"]);
  });

  it("takes traditional characters where there are no simplified ones, and null where there is no Chinese", () => {
    expect(conceptView(knowledge, "MONDO:0005061").name.zh).toBe("肺腺癌");
    expect(conceptView(knowledge, "HGNC:3236").name).toEqual({ en: "EGFR", zh: null });
  });

  it("counts the LOINC code of a laboratory item as its code", () => {
    expect(conceptView(knowledge, "LAB:haemoglobin").codes).toMatchObject([
      { system: "loinc", code: "718-7", relation: "exact", title: { zh: "血红蛋白" } },
    ]);
  });
});

describe("targets and drugs", () => {
  it("lists drugs with action and highest phase, and the project's compound of the same structure", async () => {
    const asked: string[] = [];
    const view = await targetView(knowledge, "HGNC:3236", {
      compounds: async (keys) => {
        asked.push(...keys);
        return [{ id: "cmpd_1", name: "ZD1839", inchikey: gefitinib.inchikey }];
      },
      structures: [],
    });
    expect(view.drugs).toMatchObject([{ drug: { id: gefitinib.id }, action: "inhibitor", phase: 4, source: "mondo" }]);
    expect(asked).toEqual([gefitinib.inchikey]);
    expect(view.compounds).toMatchObject([{ id: "cmpd_1", drug: { name: { zh: "吉非替尼" } } }]);
    expect([view.uniprot, view.families.length, view.pathways.length, view.diseases.length]).toEqual([
      ["P00533"],
      1,
      1,
      1,
    ]);
  });

  it("shows a drug with targets, indications, trials, interactions and ATC groups", async () => {
    const view = await drugView(knowledge, gefitinib.id, async () => null);
    expect(view.targets).toMatchObject([{ concept: { id: "HGNC:3236" }, detail: { action: "inhibitor" } }]);
    expect(view.indications).toMatchObject([{ concept: { id: "MONDO:0005233" }, source: "drugcentral" }]);
    expect(view.interactions[0]!.detail).toEqual({ severity: "critical", date: "2014" });
    expect(view.trials).toMatchObject({ total: 1, rows: [{ concept: { id: "NCT:NCT00322452" } }] });
    expect(view.classes.map(({ id }) => id)).toEqual(["ATC:L01EB"]);
    expect(view.smiles).toBeNull();
  });

  it("refuses what is of another kind", async () => {
    await expect(
      targetView(knowledge, "MONDO:0005233", { compounds: async () => [], structures: [] }),
    ).rejects.toMatchObject({
      code: "api.concept.not_target",
    });
    await expect(drugView(knowledge, "HGNC:3236", async () => null)).rejects.toMatchObject({
      code: "api.concept.not_drug",
    });
  });
});

describe("codes of a system", () => {
  it("come with the way that leads to each", () => {
    const { codes } = expansionView(knowledge, "MONDO:0005138", "icd10cm");
    expect(codes.map(({ code, relation }) => [code, relation])).toEqual([
      ["C34", "exact"],
      ["C34.9", "narrower"],
    ]);
    expect(codes[1]!.reasons).toEqual([
      "ICD10CM:C34 exact MONDO:0005138 (mondo)",
      "ICD10CM:C34.9 is-a ICD10CM:C34 (mondo)",
    ]);
  });

  it.each(["nonsense", "constructor"])("of the system %s are refused, the known ones named", (system) => {
    expect(() => expansionView(knowledge, "MONDO:0005138", system)).toThrow(/icd10-cn, icd10cm/);
  });
});

describe("what lies around a concept", () => {
  it("is small where little is known, with every relation between the concepts", () => {
    const graph = neighbourhood(knowledge, "MONDO:0005233", { limit: 200 });
    expect(graph.nodes[0]).toMatchObject({ id: "MONDO:0005233", steps: 0 });
    expect(graph.nodes.map(({ id }) => id)).toContain("HGNC:3236");
    expect(graph.edges).toContainEqual({
      from: gefitinib.id,
      to: "HGNC:3236",
      predicate: "targets",
      source: "mondo",
    });
    expect(graph.edges.some(({ predicate }) => predicate === "candidate")).toBe(false);
    expect([graph.omitted, graph.omittedEdges]).toEqual([0, 0]);
  });

  it("keeps to predicates and kinds that were asked for", () => {
    const graph = neighbourhood(knowledge, "MONDO:0005233", { limit: 50, predicates: ["is-a"], kinds: ["disease"] });
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual([
      "MONDO:0004992",
      "MONDO:0005061",
      "MONDO:0005138",
      "MONDO:0005233",
    ]);
  });

  it("lets kinds of relation take turns within the limit and says how much is left out", () => {
    const graph = neighbourhood(starKnowledge(500), "MONDO:9999999", { limit: 20 });
    expect(graph.nodes).toHaveLength(20);
    expect(graph.nodes.filter(({ kind }) => kind === "gene")).toHaveLength(2);
    // 500 diseases and 2 genes less the 19 drawn, and the 600 phenotypes of the hub that it does not go through.
    expect(graph.omitted).toBe(502 - 19 + 600);
    expect(graph.nodes.filter(({ kind }) => kind === "phenotype")).toEqual([]);
  });

  it("draws no more lines than stay readable, every concept tied to a nearer one", () => {
    const graph = neighbourhood(starKnowledge(500), "MONDO:9999999", { limit: 200 });
    expect(graph.edges.length).toBeLessThanOrEqual(2 * graph.nodes.length);
    const ends = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
    expect(graph.nodes.every(({ id }) => ends.has(id))).toBe(true);
  });
});

describe("details", () => {
  it.each([
    [null, {}, null],
    ["action=inhibitor;phase=2", { action: "inhibitor", phase: "2" }, 2],
    ["phase=", { phase: "" }, null],
    ["labels=3;by=expert", { labels: "3", by: "expert" }, 4],
    ["withdrawn", { note: "withdrawn" }, null],
  ])("%s", (detail, facts, phase) => {
    expect(edgeDetail({ detail })).toEqual(facts);
    expect(phaseOf({ detail })).toBe(phase);
  });

  it.each([
    ["ICD10CN:C34.900x001", "icd10-cn", "C34.900x001"],
    ["LOCAL:his-lab/0071", "local:his-lab", "0071"],
    ["LOCAL:his/a/b", "local:his", "a/b"],
    ["ATC:L01EB01", "atc", "L01EB01"],
  ])("the code of %s", (id, system, code) => {
    expect(codeOf(id)).toEqual({ system, code });
  });

  it("escapes an identifier in its address and has none for a private system", () => {
    expect(identifierAddress("MESH", "D00 1&x")).toMatch(/ui=D00%201%26x$/);
    expect(identifierAddress("his-lab", "0071")).toBeNull();
  });
});
