import { exactly, matchesOf } from "../../evaluate/concept-members.ts";
import { isObserved } from "../../evaluate/count-truth.ts";
import { presenceIn, windowAt } from "../../evaluate/day-window.ts";
import { decided, type MissingReason, type Outcome, unknownBecause, unlessOverturned } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { statementOf } from "../../evaluate/statement.ts";
import { phrase } from "../../explain/words.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type ReproductionLeaf, reproductionSchema } from "./reproduction.schema.ts";

const names = {
  pregnant: ["is pregnant", "处于妊娠期", "pregnancy", "妊娠状态"],
  breastfeeding: ["is breastfeeding", "处于哺乳期", "breastfeeding", "哺乳状态"],
  "childbearing-potential": ["can become pregnant", "有生育能力", "childbearing potential", "生育能力"],
  contraception: ["uses effective contraception", "采取有效避孕措施", "contraception", "避孕措施"],
  postmenopausal: ["is postmenopausal", "已绝经", "menopausal status", "绝经状态"],
  "surgically-sterile": ["is surgically sterile", "已手术绝育", "surgical sterilisation", "绝育手术史"],
} as const;

/** States that no man is in, so that his record need not say so. */
export const ofWomenOnly: ReadonlySet<ReproductionLeaf["state"]> = new Set([
  "pregnant",
  "breastfeeding",
  "childbearing-potential",
  "postmenopausal",
]);

function judge(leaf: ReproductionLeaf, members: ReturnType<typeof exactly>, record: PreparedRecord): Outcome {
  if (record.person.sex === "male" && ofWomenOnly.has(leaf.state)) {
    return decided("false", [{ fact: "person", truth: "false" }]);
  }
  const window = leaf.when === undefined ? null : windowAt(leaf.when, record.asOf, "status");
  const results: Judged[] = [];
  let none: MissingReason = "no-record";
  for (const { fact } of matchesOf(record, "status", members)) {
    const presence = window === null ? "certain" : presenceIn(fact, window);
    if (presence === "no") none = "outside-window";
    else {
      const isCertain = presence === "certain" && fact.fact.assertion !== "possible";
      results.push({ fact, isCertain, truth: statementOf(fact.fact), value: null });
    }
  }
  const onSilence = (): Outcome => {
    const isClosed =
      leaf.world === "closed" && isObserved(record, window ?? { from: Number.NEGATIVE_INFINITY, to: record.asOf });
    return isClosed ? decided("false") : unknownBecause(none);
  };
  if (results.length === 0) return onSilence();
  const { truth, deciding, why } = pickTruth(results);
  const said = { ...decided(truth, deciding), why: truth === "unknown" ? (why ?? "uncertain-record") : null };
  return unlessOverturned(
    said,
    results.some((result) => result.isCertain),
    onSilence,
  );
}

/** Pregnancy and what bears on it: the latest statement counts. */
export const reproduction = defineCriterion<ReproductionLeaf>({
  kind: "reproduction",
  schema: reproductionSchema,
  compile: (leaf) => {
    const members = exactly(`STATUS:${leaf.state}`);
    return {
      touches: [{ kind: "status", members }, { kind: "person" }],
      judge: (record) => judge(leaf, members, record),
    };
  },
  lint: () => [],
  explain: (leaf, words) =>
    words.say(
      phrase(words, names[leaf.state][0], words.when(leaf.when)),
      phrase(words, words.when(leaf.when), names[leaf.state][1]),
    ),
  subject: (leaf, words) => words.say(names[leaf.state][2], names[leaf.state][3]),
  item: (leaf) => `STATUS:${leaf.state}`,
  examples: [{ kind: "reproduction", state: "pregnant" }],
});
