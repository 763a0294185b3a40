import { exactly } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { phrase } from "../../explain/words.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type VisitLeaf, visitSchema } from "./visit.schema.ts";

const settings = ["inpatient", "outpatient", "emergency"] as const;
const names = {
  inpatient: ["a hospital stay", "住院"],
  outpatient: ["an outpatient visit", "门诊就诊"],
  emergency: ["an emergency visit", "急诊就诊"],
  any: ["a visit", "就诊"],
} as const;

/** A stay or visit, by setting. */
export const visit = defineCriterion<VisitLeaf>({
  kind: "visit",
  schema: visitSchema,
  compile: (leaf) =>
    compileEventLeaf({
      kind: "visit",
      members: exactly(...(leaf.setting === "any" ? settings : [leaf.setting]).map((setting) => `VISIT:${setting}`)),
      when: leaf.when,
      world: leaf.world,
      count: leaf.count,
    }),
  lint: () => [],
  explain: (leaf, words) => {
    const name = words.say(names[leaf.setting][0], names[leaf.setting][1]);
    return words.say(
      phrase(words, `has ${name}`, words.count(leaf.count), words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `有${name}记录`, words.count(leaf.count)),
    );
  },
  subject: (leaf, words) => words.say(`a record of ${names[leaf.setting][0]}`, `${names[leaf.setting][1]}记录`),
  item: (leaf) => (leaf.setting === "any" ? null : `VISIT:${leaf.setting}`),
  examples: [{ kind: "visit", setting: "inpatient", when: { from: { value: -30, unit: "day" } } }],
});
