import { membersOfSet } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { phrase } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type ProcedureLeaf, procedureSchema } from "./procedure.schema.ts";

/** An operation, examination or other intervention. */
export const procedure = defineCriterion<ProcedureLeaf>({
  kind: "procedure",
  schema: procedureSchema,
  compile: (leaf, terminology) =>
    compileEventLeaf({
      kind: "procedure",
      members: membersOfSet(leaf.concepts, terminology),
      when: leaf.when,
      world: leaf.world,
      count: leaf.count,
    }),
  lint: (leaf, terminology) => emptySet(leaf.concepts, terminology),
  explain: (leaf, words) =>
    words.say(
      phrase(words, `underwent ${words.set(leaf.concepts)}`, words.count(leaf.count), words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `接受过${words.set(leaf.concepts)}`, words.count(leaf.count)),
    ),
  subject: (leaf, words) => words.say(`a record of ${words.set(leaf.concepts)}`, `${words.set(leaf.concepts)}的记录`),
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [
    {
      kind: "procedure",
      concepts: { of: [{ id: "NCIT:C15329", en: "major surgery", zh: "大手术" }] },
      when: { from: { value: -4, unit: "week" } },
    },
  ],
});
