import type { Knowledge } from "../knowledge.ts";
import type { ReasonStep } from "./expansion.ts";

export type CodeLink = { id: string; how: "exact" | "broader" | "narrower" | "candidate"; path: ReasonStep[] };

const linking = ["exact", "narrower", "broader", "candidate"] as const;

/** Codes of any system that are linked with a concept, with the way there. */
export function codesOf(knowledge: Knowledge, concept: string, before: readonly ReasonStep[]): CodeLink[] {
  return knowledge.edges(concept, { predicate: linking, direction: "in" }).map(({ subject, predicate, source }) => {
    const how = predicate as CodeLink["how"];
    return { id: subject, how, path: [...before, { from: concept, how, to: subject, source }] };
  });
}

/** Codes that another code is linked with, in both directions; "narrower" and "broader" turn round on the way back. */
export function codesBeside(knowledge: Knowledge, code: string, before: readonly ReasonStep[]): CodeLink[] {
  return knowledge.edges(code, { predicate: linking }).map(({ subject, object, predicate, source }) => {
    const isForward = subject === code;
    const stated = predicate as CodeLink["how"];
    // `A broader B`: A covers more than B. Read from A, B is narrower.
    const how =
      isForward && stated === "broader" ? "narrower" : isForward && stated === "narrower" ? "broader" : stated;
    const id = isForward ? object : subject;
    return { id, how, path: [...before, { from: code, how, to: id, source }] };
  });
}

/** Concepts that a code or a code above it stands for, nearest level first. */
export function conceptsOfCode(knowledge: Knowledge, code: string): string[] {
  for (const at of [code, ...knowledge.ancestors(code)]) {
    const found = knowledge
      .edges(at, { predicate: ["exact", "narrower", "broader", "candidate"], direction: "out" })
      .map(({ object }) => object)
      .filter((object) => knowledge.kindOf(knowledge.numberOf(object)) !== "code");
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
