import type { Operator } from "../../mark.ts";
import { type Ladder, type Rung, rungName, rungsBetween, rungsBeyond } from "./ladder.ts";

/** Stage groups of tumours: 0 to IV with sub-stages A to C, of melanoma IIID too; digits as in gynaecology ("IIIA1"). */
const groupLadder: Ladder = {
  numbers: ["0", "I", "II", "III", "IV"],
  letters: (number) => (number === "0" ? "" : number === "III" ? "ABCD" : "ABC"),
  digits: 3,
};
const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, ⅰ: 1, ⅱ: 2, ⅲ: 3, ⅳ: 4 };
const pattern = /^(0|i{1,3}|iv|ⅰ|ⅱ|ⅲ|ⅳ|[1-4])(?:([a-d])([1-3])?)?$/;

/** A stage group as it is written, folded ("iiib", "Ⅲb", "3b"), or null. */
export function stageGroup(written: string): Rung | null {
  const found = pattern.exec(written);
  if (found === null) return null;
  const number = romans[found[1]!] ?? Number(found[1]);
  if (found[2] === undefined) return { number };
  const letter = groupLadder.letters(groupLadder.numbers[number]!).indexOf(found[2].toUpperCase());
  if (letter < 0) return null;
  return found[3] === undefined ? { number, letter } : { number, letter, digit: Number(found[3]) };
}

export const groupName = (group: Rung): string => rungName(groupLadder, group);

export const groupsBetween = (from: Rung, to: Rung): Rung[] => rungsBetween(groupLadder, from, to);

/** The groups that "≥ stage III" and the like leave. */
export function groupsBeyond(group: Rung, op: Operator): Rung[] {
  if (op === "=") return [group];
  return rungsBeyond(groupLadder, group, op.startsWith(">") ? "up" : "down", !op.endsWith("="));
}
