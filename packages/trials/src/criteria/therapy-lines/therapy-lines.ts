import { boundsOf, compareSpan } from "../../evaluate/bounds.ts";
import { isObserved } from "../../evaluate/count-truth.ts";
import { presenceIn, windowAt } from "../../evaluate/day-window.ts";
import { type Ground, type Outcome, unknownBecause } from "../../evaluate/outcome.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { phrase } from "../../explain/words.ts";
import { defineCriterion } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { type TherapyLinesLeaf, therapyLinesSchema } from "./therapy-lines.schema.ts";

function judge(leaf: TherapyLinesLeaf, bounds: ReturnType<typeof boundsOf>, record: PreparedRecord): Outcome {
  const window = leaf.when === undefined ? null : windowAt(leaf.when, record.asOf, "drug");
  let certain = 0;
  let possible = 0;
  const grounds: Ground[] = [];
  for (const facts of record.byKind.get("drug")?.values() ?? []) {
    for (const fact of facts) {
      const { line, assertion } = fact.fact;
      if (line === undefined || assertion === "absent") continue;
      const presence = window === null ? "certain" : presenceIn(fact, window);
      if (presence === "no") continue;
      possible = Math.max(possible, line);
      const isCertain = presence === "certain" && assertion === "present";
      if (isCertain) certain = Math.max(certain, line);
      grounds.push({ fact, truth: isCertain ? "true" : "unknown" });
    }
  }
  const isComplete =
    leaf.world === "closed" && isObserved(record, window ?? { from: Number.NEGATIVE_INFINITY, to: record.asOf });
  const hi = isComplete ? possible : Number.POSITIVE_INFINITY;
  const truth = compareSpan({ lo: certain, hi, loOpen: false, hiOpen: hi === Number.POSITIVE_INFINITY }, bounds);
  if (truth === "unknown") return unknownBecause(grounds.length === 0 ? "no-record" : "uncertain-record", grounds);
  return { truth, grounds: grounds.map((ground) => ({ ...ground, truth })), why: null, distance: null };
}

/** Lines of therapy: the highest line on record were given at least; in a closed world no more than these. */
export const therapyLines = defineCriterion<TherapyLinesLeaf>({
  kind: "therapy-lines",
  schema: therapyLinesSchema,
  compile: (leaf) => {
    const bounds = boundsOf(leaf.range);
    return {
      touches: [{ kind: "drug", members: null }, ...(leaf.world === "closed" ? [{ kind: "person" } as const] : [])],
      judge: (record) => judge(leaf, bounds, record),
    };
  },
  lint: (leaf) => emptyRange(leaf.range),
  explain: (leaf, words) =>
    words.say(
      phrase(words, `the number of previous lines of therapy is ${words.range(leaf.range)}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `既往治疗线数${words.range(leaf.range)}`),
    ),
  subject: (_, words) => words.say("the number of lines of therapy", "既往治疗线数"),
  item: () => null,
  examples: [{ kind: "therapy-lines", range: { min: 1, max: 2 } }],
});
