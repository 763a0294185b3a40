import { type Knowledge, type LinkOptions, link } from "@qinghao/knowledge";
import type { MentionView } from "../schema.ts";
import { conceptRef } from "./concept-ref.ts";

/** What a text names, left to right; `matched` is what was written there. */
export const mentionsOf = (
  knowledge: Knowledge,
  text: string,
  options: Pick<LinkOptions, "lang" | "kinds">,
): MentionView[] =>
  link(knowledge, text, options).map(({ start, end, concept, score, candidates, qualifiers }) => ({
    start,
    end,
    matched: text.slice(start, end),
    concept: concept === null ? null : conceptRef(knowledge, concept),
    score,
    candidates: candidates.map((one) => ({
      concept: conceptRef(knowledge, one.concept),
      score: one.score,
      reason: one.reason,
    })),
    qualifiers,
  }));
