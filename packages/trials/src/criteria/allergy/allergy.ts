import { membersOfSet } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { phrase } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type AllergyLeaf, allergySchema } from "./allergy.schema.ts";

/** An allergy or intolerance on record. */
export const allergy = defineCriterion<AllergyLeaf>({
  kind: "allergy",
  schema: allergySchema,
  compile: (leaf, terminology) =>
    compileEventLeaf({
      kind: "allergy",
      members: membersOfSet(leaf.concepts, terminology),
      when: leaf.when,
      world: leaf.world,
      count: leaf.count,
    }),
  lint: (leaf, terminology) => emptySet(leaf.concepts, terminology),
  explain: (leaf, words) =>
    words.say(
      phrase(words, `is allergic to ${words.set(leaf.concepts)}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `对${words.set(leaf.concepts)}过敏`),
    ),
  subject: (leaf, words) => words.say(`allergy to ${words.set(leaf.concepts)}`, `${words.set(leaf.concepts)}过敏史`),
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [{ kind: "allergy", concepts: { of: [{ id: "ATC:L01CD01", en: "paclitaxel", zh: "紫杉醇" }] } }],
});
