import type { Leaf, Temporal, Tree } from "@qinghao/trials/schema";

export type NodeKind = Tree["kind"];
export const groupKinds = ["all", "any", "at-least"] as const;
/** In the order in which they are offered. */
export const leafKinds = [
  "condition",
  "drug",
  "measurement",
  "age",
  "sex",
  "score",
  "procedure",
  "stage",
  "variant",
  "result",
  "therapy-lines",
  "reproduction",
  "ctcae",
  "allergy",
  "life-expectancy",
  "consent",
  "visit",
  "text",
] as const satisfies readonly Leaf["kind"][];

/** What stands in a concept field until one is chosen; not valid, so it cannot be kept. */
export const noConcept = { id: "" } as const;

/** A node of a kind with the least that it needs. */
export function newNode(kind: NodeKind): Tree {
  const concepts = { of: [] };
  switch (kind) {
    case "all":
    case "any":
      return { kind, of: [] };
    case "at-least":
      return { kind, n: 1, of: [] };
    case "not":
      return { kind, of: newNode("condition") };
    case "condition":
    case "drug":
    case "procedure":
    case "allergy":
      return { kind, concepts };
    case "measurement":
      return { kind, item: noConcept, expression: { type: "value" }, range: {}, unit: null };
    case "age":
      return { kind, range: { min: 18 }, unit: "year" };
    case "sex":
      return { kind, is: ["female"] };
    case "score":
      return { kind, score: "ecog", range: { min: 0, max: 1 } };
    case "stage":
      return { kind, groups: [] };
    case "variant":
      return { kind, gene: noConcept, change: "any", status: "positive" };
    case "result":
      return { kind, item: noConcept, is: ["positive"] };
    case "therapy-lines":
      return { kind, range: { min: 1 } };
    case "reproduction":
      return { kind, state: "pregnant" };
    case "ctcae":
      return { kind, term: "", grade: { min: 0, max: 1 } };
    case "life-expectancy":
      return { kind, range: { min: 3 }, unit: "month" };
    case "consent":
      return { kind, to: "participate" };
    case "visit":
      return { kind, setting: "any" };
    case "text":
      return { kind, text: "" };
    case "temporal":
      return newTemporal();
  }
}

const newTemporal = (): Temporal => ({
  kind: "temporal",
  event: { kind: "condition", concepts: { of: [] } },
  anchor: { kind: "procedure", concepts: { of: [] } },
  relation: { type: "between", from: { value: 0, unit: "day" } },
});
