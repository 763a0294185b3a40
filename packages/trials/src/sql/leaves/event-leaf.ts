import type { Leaf } from "../../criteria/tree.schema.ts";
import { intentAttributes } from "../circumstances.ts";
import { conceptIds, exactIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { drugQuestion } from "./drug.ts";
import type { EventQuestion } from "./event.ts";

const settings = ["inpatient", "outpatient", "emergency"] as const;
export type Countable = Extract<Leaf, { kind: "condition" | "procedure" | "drug" | "allergy" | "visit" }>;

/** What a leaf that counts events asks of the table of facts. */
export function eventQuestion(leaf: Countable, context: CompileContext): EventQuestion {
  const { when, world, count } = leaf;
  switch (leaf.kind) {
    case "drug":
      return drugQuestion(leaf, context);
    case "visit": {
      const named = leaf.setting === "any" ? settings : [leaf.setting];
      const concepts = exactIds(
        named.map((setting) => `VISIT:${setting}`),
        context,
      );
      return { kind: "visit", concepts, when, world, count };
    }
    case "condition":
      return {
        kind: "condition",
        concepts: conceptIds(leaf.concepts, context),
        when,
        world,
        count,
        isCurrent: leaf.status === "active",
        isConfirmedByPerson: (leaf.qualifiers?.length ?? 0) > 0,
      };
    case "procedure":
      return {
        kind: "procedure",
        concepts: conceptIds(leaf.concepts, context),
        when,
        world,
        count,
        isPlanned: leaf.status === "planned",
        attributes: intentAttributes(leaf.intent),
      };
    default:
      return { kind: leaf.kind, concepts: conceptIds(leaf.concepts, context), when, world, count };
  }
}
