import type { Tree } from "../criteria/tree.schema.ts";
import type { Terminology } from "../terminology.ts";
import { explainLeaf } from "./explain-leaf.ts";
import { type Language, type Words, wordsOf } from "./words.ts";

/** A criterion tree as one readable sentence in a language; concepts without names of their own are looked up. */
export function explainTree(tree: Tree, terminology: Terminology, language: Language): string {
  const words = wordsOf(terminology, language);
  const text = clause(tree, words);
  return words.say(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`, `${text}。`);
}

function clause(tree: Tree, words: Words): string {
  switch (tree.kind) {
    case "all":
      return joined(tree.of, words, "and");
    case "any":
      return joined(tree.of, words, "or");
    case "at-least": {
      const parts = tree.of.map((one) => clause(one, words)).join(words.say("; ", "；"));
      return words.say(`at least ${tree.n} of: (${parts})`, `以下至少满足${tree.n}项：（${parts}）`);
    }
    case "not":
      return words.say(`not (${clause(tree.of, words)})`, `并非${nested(tree.of, words)}`);
    default:
      return explainLeaf(tree, words);
  }
}

function joined(of: readonly Tree[], words: Words, joint: "and" | "or"): string {
  if (of.length === 0) return joint === "and" ? words.say("anything", "不作要求") : words.say("nothing", "无法满足");
  const parts = of.map((one) => nested(one, words));
  return parts.join(joint === "and" ? words.say(", and ", "，且") : words.say(", or ", "，或"));
}

// A group inside a group stands in brackets, so that "and" and "or" cannot be misread.
function nested(tree: Tree, words: Words): string {
  const text = clause(tree, words);
  const isGroup = (tree.kind === "all" || tree.kind === "any") && tree.of.length > 1;
  return isGroup ? words.say(`(${text})`, `（${text}）`) : text;
}
