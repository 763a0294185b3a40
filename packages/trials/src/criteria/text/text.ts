import { unknownBecause } from "../../evaluate/outcome.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type TextLeaf, textSchema } from "./text.schema.ts";

/** What no record can show, or what was not understood: always a person's to judge. */
export const text = defineCriterion<TextLeaf>({
  kind: "text",
  schema: textSchema,
  compile: () => ({ touches: [], judge: () => unknownBecause("person-must-judge") }),
  lint: () => [],
  explain: (leaf, words) => words.say(`“${leaf.text}” (a person judges)`, `“${leaf.text}”（由人判断）`),
  subject: (leaf) => `“${leaf.text}”`,
  item: () => null,
  examples: [{ kind: "text", text: "Adequate organ function in the opinion of the investigator" }],
});
