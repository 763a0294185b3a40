import { kindOf } from "../criteria/registry.ts";
import { explainTemporal } from "../criteria/temporal/temporal.ts";
import type { Leaf, Temporal } from "../criteria/tree.schema.ts";
import type { Words } from "./words.ts";

/** A leaf as a clause. */
export function explainLeaf(leaf: Leaf | Temporal, words: Words): string {
  if (leaf.kind !== "temporal") return kindOf(leaf).explain(leaf, words);
  return explainTemporal(leaf, explainLeaf(leaf.event, words), explainLeaf(leaf.anchor, words), words);
}

/** What a leaf asks for, as a noun phrase. */
export function explainSubject(leaf: Leaf | Temporal, words: Words): string {
  if (leaf.kind !== "temporal") return kindOf(leaf).subject(leaf, words);
  const [event, anchor] = [explainSubject(leaf.event, words), explainSubject(leaf.anchor, words)];
  return words.say(`${event} in relation to ${anchor}`, `${event}与${anchor}的时间关系`);
}

/** Concept that is missing when a leaf finds nothing. */
export const itemOfLeaf = (leaf: Leaf | Temporal): string | null =>
  leaf.kind === "temporal" ? itemOfLeaf(leaf.event) : kindOf(leaf).item(leaf);
