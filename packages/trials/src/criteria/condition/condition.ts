import { membersOfSet } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { phrase } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type ConditionLeaf, conditionSchema } from "./condition.schema.ts";

/** A diagnosis on record. Qualifiers that codes do not carry make a found diagnosis a person's to judge. */
export const condition = defineCriterion<ConditionLeaf>({
  kind: "condition",
  schema: conditionSchema,
  compile: (leaf, terminology) =>
    compileEventLeaf({
      kind: "condition",
      members: membersOfSet(leaf.concepts, terminology),
      when: leaf.when,
      isCurrent: leaf.status === "active",
      world: leaf.world,
      count: leaf.count,
      isConfirmedByPerson: (leaf.qualifiers?.length ?? 0) > 0,
    }),
  lint: (leaf, terminology) => emptySet(leaf.concepts, terminology),
  explain: (leaf, words) => {
    const qualifiers = leaf.qualifiers === undefined ? "" : leaf.qualifiers.join(words.say(", ", "、"));
    const what = phrase(words, qualifiers, words.set(leaf.concepts));
    const diagnosis = leaf.status === "active" ? "an active diagnosis of" : "a diagnosis of";
    const active = leaf.status === "active" ? "目前存在的" : "";
    return words.say(
      phrase(words, `has ${diagnosis} ${what}`, words.count(leaf.count), words.when(leaf.when)),
      phrase(words, words.when(leaf.when), "有", active, `${what}诊断`, words.count(leaf.count)),
    );
  },
  subject: (leaf, words) =>
    words.say(`a diagnosis of ${words.set(leaf.concepts)}`, `${words.set(leaf.concepts)}的诊断`),
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [
    {
      kind: "condition",
      concepts: { of: [{ id: "MONDO:0005233", en: "non-small cell lung cancer", zh: "非小细胞肺癌" }] },
    },
    {
      kind: "condition",
      concepts: { of: [{ id: "MONDO:0005044", en: "hypertension", zh: "高血压" }] },
      status: "active",
      qualifiers: ["uncontrolled"],
    },
  ],
});
