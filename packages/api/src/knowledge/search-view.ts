import { type ConceptKind, type Knowledge, search } from "@qinghao/knowledge";
import type { ConceptHit } from "../schema.ts";
import { namesOf } from "./concept-ref.ts";

/** Concepts for what has been typed so far, the likeliest first, each with the name or identifier that was found. */
export const searchView = (
  knowledge: Knowledge,
  typed: string,
  options: { kinds?: readonly ConceptKind[]; limit: number },
): ConceptHit[] =>
  search(knowledge, typed, options).map(({ concept, kind, matched, language, role, source, highlights, score }) => ({
    id: concept,
    kind,
    name: namesOf(knowledge, concept),
    matched: { text: matched, language, role, source, ranges: highlights.map(([start, end]) => [start, end]) },
    score,
  }));
