import type { ConceptRef } from "../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../criteria/tree.schema.ts";

/** Looks up the words of a CTML leaf. */
export type CtmlWords = {
  disease(name: string): ConceptRef | null;
  gene(symbol: string): ConceptRef | null;
};

export const joined = (kind: "all" | "any", of: Tree[]): Tree => (of.length === 1 ? of[0]! : { kind, of });

/** Text of a key that the tree cannot say. */
export function unread(key: string, value: unknown, notes: string[]): Leaf {
  notes.push(`"${key}: ${String(value)}" has no counterpart and is left to a person.`);
  return { kind: "text", text: `${key}: ${String(value)}` };
}
