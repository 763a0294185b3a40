import { membersOfSet } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { intentTruth } from "../../evaluate/treatment-intent.ts";
import { intentText } from "../../explain/circumstances.ts";
import { phrase, type Words } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type ProcedureLeaf, procedureSchema } from "./procedure.schema.ts";

const nameOf = ({ concepts, intent }: ProcedureLeaf, words: Words): string =>
  phrase(words, intentText(intent, words), words.set(concepts));

/** An operation, examination or other intervention. */
export const procedure = defineCriterion<ProcedureLeaf>({
  kind: "procedure",
  schema: procedureSchema,
  compile: (leaf, terminology) => {
    const { intent } = leaf;
    return compileEventLeaf({
      kind: "procedure",
      members: membersOfSet(leaf.concepts, terminology),
      when: leaf.when,
      isPlanned: leaf.status === "planned",
      world: leaf.world,
      count: leaf.count,
      ...(intent === undefined ? {} : { attributes: (fact) => intentTruth(fact, intent) }),
    });
  },
  lint: (leaf, terminology) => emptySet(leaf.concepts, terminology),
  explain: (leaf, words) => {
    const verb =
      leaf.status === "planned" ? words.say("is planned to undergo", "计划接受") : words.say("underwent", "接受过");
    const name = nameOf(leaf, words);
    return words.say(
      phrase(words, verb, name, words.count(leaf.count), words.when(leaf.when)),
      phrase(words, words.when(leaf.when), verb, name, words.count(leaf.count)),
    );
  },
  subject: (leaf, words) => {
    const name = nameOf(leaf, words);
    return leaf.status === "planned"
      ? words.say(`a plan for ${name}`, `${name}的计划`)
      : words.say(`a record of ${name}`, `${name}的记录`);
  },
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [
    {
      kind: "procedure",
      concepts: { of: [{ id: "NCIT:C15329", en: "major surgery", zh: "大手术" }] },
      when: { from: { value: -4, unit: "week" } },
    },
    {
      kind: "procedure",
      concepts: { of: [{ id: "MESH:D001026", en: "coronary artery bypass grafting", zh: "冠状动脉旁路移植术" }] },
      status: "planned",
    },
  ],
});
