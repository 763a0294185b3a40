import { truthOf } from "@qinghao/kernel";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type SexLeaf, sexSchema } from "./sex.schema.ts";

const names = { female: ["female", "女性"], male: ["male", "男性"], other: ["of another sex", "其他性别"] } as const;

/** Recorded sex. One that is not recorded is unknown, never the other one. */
export const sex = defineCriterion<SexLeaf>({
  kind: "sex",
  schema: sexSchema,
  compile: (leaf) => ({
    touches: [{ kind: "person" }],
    judge: ({ person }) => {
      if (person.sex === "unknown") return unknownBecause("no-record");
      const truth = truthOf(leaf.is.includes(person.sex));
      return decided(truth, [{ fact: "person", truth }]);
    },
  }),
  lint: () => [],
  explain: (leaf, words) => {
    const list = words.list(
      leaf.is.map((is) => words.say(names[is][0], names[is][1])),
      "or",
    );
    return words.say(`the patient is ${list}`, `患者为${list}`);
  },
  subject: (_, words) => words.say("the patient's sex", "患者性别"),
  item: () => "PERSON:sex",
  examples: [{ kind: "sex", is: ["female"] }],
});
