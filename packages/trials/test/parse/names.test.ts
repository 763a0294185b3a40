import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { annotate } from "../../src/parse/annotate.ts";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { builtPacks } from "./knowledge-packs.ts";

const knowledge = builtPacks();
type Case = [text: string, type: "inclusion" | "exclusion", tree: Tree];

const of = (...ids: string[]) => ({ of: ids.map((id) => expect.objectContaining({ id })) });
const leaf = (kind: "condition" | "drug" | "procedure" | "allergy", id: string, more: object = {}): Tree =>
  ({ kind, concepts: of(id), ...more }) as unknown as Tree;
const within = (value: number, unit: string) => ({
  when: { from: { value: -value, unit }, to: { value: 0, unit: "day" } },
});
/** Sudden events count by the day they begin. */
const began = (value: number, unit: string) => ({ when: { ...within(value, unit).when, part: "start" } });
const variant = (gene: string, more: object): Tree =>
  ({ kind: "variant", gene: expect.objectContaining({ id: gene }), ...more }) as unknown as Tree;
const all = (...trees: Tree[]): Tree => ({ kind: "all", of: trees });
const any = (...trees: Tree[]): Tree => ({ kind: "any", of: trees });
const not = (tree: Tree): Tree => ({ kind: "not", of: tree });

const lungCancer = "MONDO:0005233";
const infarction = "MONDO:0005068";
const surgery = "MESH:D013514";
const hepatitisB = "MONDO:0005344";
const hepatitisC = "MONDO:0005231";

const cases: Case[] = [
  [
    "History of myocardial infarction within 6 months before randomization",
    "exclusion",
    leaf("condition", infarction, began(6, "month")),
  ],
  [
    "Major surgery within 4 weeks prior to first dose of study drug",
    "exclusion",
    leaf("procedure", surgery, within(4, "week")),
  ],
  ["Major surgery within the last 28 days", "exclusion", leaf("procedure", surgery, within(28, "day"))],
  [
    "Active hepatitis B or hepatitis C",
    "exclusion",
    any(leaf("condition", hepatitisB, { status: "active" }), leaf("condition", hepatitisC, { status: "active" })),
  ],
  [
    "No history of stroke, myocardial infarction or unstable angina within 6 months",
    "inclusion",
    not(
      any(
        leaf("condition", "MONDO:0005098", began(6, "month")),
        leaf("condition", infarction, began(6, "month")),
        leaf("condition", "MONDO:0006805", began(6, "month")),
      ),
    ),
  ],
  [
    "Malignancy within 5 years except basal cell carcinoma of the skin",
    "exclusion",
    {
      kind: "condition",
      concepts: { ...of("MONDO:0004992"), except: [expect.objectContaining({ id: "MONDO:0005341" })] },
      ...within(5, "year"),
    } as unknown as Tree,
  ],
  ["HIV negative", "inclusion", not(leaf("condition", "MONDO:0005109"))],
  [
    "Metformin for at least 3 months",
    "inclusion",
    leaf("drug", "DRUGBANK:DB00331", { when: { to: { value: -3, unit: "month" }, part: "start" } }),
  ],
  [
    "Prednisone > 10 mg/day within 14 days",
    "exclusion",
    leaf("drug", "DRUGBANK:DB00635", {
      dose: { range: { min: 10, minExclusive: true }, unit: "mg/d" },
      ...within(14, "day"),
    }),
  ],
  ["Currently taking warfarin", "exclusion", leaf("drug", "DRUGBANK:DB00682", { status: "current" })],
  ["Known hypersensitivity to paclitaxel", "exclusion", leaf("allergy", "DRUGBANK:DB01229")],
  [
    "EGFR exon 19 deletion or L858R mutation",
    "inclusion",
    variant("HGNC:3236", { change: "mutation", alterations: ["exon 19 deletion", "L858R"], status: "positive" }),
  ],
  ["HER2-negative", "inclusion", variant("HGNC:3430", { change: "expression", status: "negative" })],
  [
    "PD-L1 TPS ≥ 50%",
    "inclusion",
    variant("HGNC:17635", { change: "expression", status: "positive", level: { range: { min: 50 }, unit: "%" } }),
  ],
  ["Uncontrolled hypertension", "exclusion", leaf("condition", "MONDO:0005044", { qualifiers: ["Uncontrolled"] })],
  [
    "Stage IIIB or IV non-small cell lung cancer",
    "inclusion",
    all({ kind: "stage", groups: ["IIIB", "IV"] }, leaf("condition", lungCancer)),
  ],
  [
    "ALT ≤ 2.5 x ULN (≤ 5 x ULN in patients with liver metastases)",
    "inclusion",
    any(
      {
        kind: "measurement",
        item: expect.objectContaining({ id: "LAB:alt" }),
        expression: { type: "times-upper-limit" },
        range: { max: 2.5 },
        unit: null,
      } as Tree,
      all(
        {
          kind: "measurement",
          item: expect.objectContaining({ id: "LAB:alt" }),
          expression: { type: "times-upper-limit" },
          range: { max: 5 },
          unit: null,
        } as Tree,
        leaf("condition", "ICD10CM:C78.7"),
      ),
    ),
  ],
  [
    "Patients with type 2 diabetes. Patients with type 1 diabetes are excluded.",
    "inclusion",
    all(leaf("condition", "MONDO:0005148"), not(leaf("condition", "MONDO:0005147"))),
  ],
];

describe.skipIf(knowledge === null)("criteria with names", () => {
  test.each(cases)("%s (%s)", (text, type, tree) => {
    const heading = type === "inclusion" ? "Inclusion criteria:" : "Exclusion criteria:";
    const { criteria } = parseCriteria(`${heading}\n- ${text}`, { knowledge: knowledge!, lang: "en" });
    expect(criteria.map((one) => one.tree)).toEqual([tree]);
  });
  test("a list with its head is one criterion", () => {
    const text =
      "Exclusion criteria:\n1. Any of the following within 6 months:\n   a. stroke\n   b. myocardial infarction\n2. HIV infection";
    const { criteria } = parseCriteria(text, { knowledge: knowledge!, lang: "en" });
    expect(criteria.map(({ tree }) => tree)).toEqual([
      any(leaf("condition", "MONDO:0005098", began(6, "month")), leaf("condition", infarction, began(6, "month"))),
      leaf("condition", "MONDO:0005109"),
    ]);
  });
  test("at least two of a list", () => {
    const text = "Inclusion criteria:\n- At least two of the following:\n  * hypertension\n  * stroke\n  * asthma";
    const [only] = parseCriteria(text, { knowledge: knowledge!, lang: "en" }).criteria;
    expect(only!.tree).toMatchObject({
      kind: "at-least",
      n: 2,
      of: [{ kind: "condition" }, { kind: "condition" }, { kind: "condition" }],
    });
  });
  test("what is not understood stays as text beside what is", () => {
    const text = "Exclusion criteria:\n- Treatment with warfarin that cannot be stopped before dental visits to Mars";
    const [only] = parseCriteria(text, { knowledge: knowledge!, lang: "en" }).criteria;
    expect(only!.computable).toBe("partial");
    expect(only!.notes.some((note) => note.startsWith("unread@"))).toBe(true);
  });
  test("a denial behind what was read does not deny it", () => {
    const text = "Inclusion criteria:\n- Diabetes without blurry frobnication";
    const [only] = parseCriteria(text, { knowledge: knowledge!, lang: "en" }).criteria;
    expect(only!.tree).toMatchObject({ kind: "all", of: [{ kind: "condition" }, { kind: "text" }] });
  });
  test("annotations carry codes", () => {
    const found = annotate("- Myocardial infarction within 6 months, platelets ≥ 100 x 10^9/L", {
      knowledge: knowledge!,
      lang: "en",
    });
    expect(found.map(({ type, text, code }) => [type, text, code])).toEqual([
      ["condition", "Myocardial infarction", infarction],
      ["time", "within 6 months", undefined],
      ["measurement", "platelets", "LAB:platelets"],
      ["value", "≥ 100 x 10^9/L", undefined],
    ]);
  });
});
