import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const isModifier = (mark: Mark | undefined) =>
  isMark(mark, "qualifier") || (isMark(mark, "status") && mark.is === "active");

/**
 * "Active or chronic hepatitis", "active, serious infections": words that narrow one name and are joined by "or" or a comma
 * are one word about it, not members of a list.
 */
export const joinModifiers: Rule = (given, { folded }) => {
  const marks = joinNon(given, folded);
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    let last = at;
    while (isModifier(marks[last]) && isJoint(marks[last + 1]) && isModifier(marks[last + 2])) last += 2;
    const mark = marks[at]!;
    if (last === at || !isNamed(marks[last + 1])) {
      out.push(mark);
      continue;
    }
    const joined = marks.slice(at, last + 1).filter(isModifier);
    const { start, end } = { start: mark.start, end: marks[last]!.end };
    const areStatuses = joined.every((one) => isMark(one, "status"));
    out.push(areStatuses ? { start, end, type: "status", is: "active" } : { start, end, type: "qualifier" });
    at = last;
  }
  return out;
};

/** "Non-controlled hypertension": the denial is of the word that narrows, not of the diagnosis. */
function joinNon(marks: readonly Mark[], folded: string): Mark[] {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const place = isMark(marks[at + 1], "filler") && folded[marks[at + 1]!.start] === "-" ? at + 2 : at + 1;
    const next = marks[place];
    const isNon = isMark(mark, "negation") && folded.slice(mark.start, mark.end) === "non" && isMark(next, "qualifier");
    out.push(isNon ? { ...next!, start: mark.start } : mark);
    if (isNon) at = place;
  }
  return out;
}

const isJoint = (mark: Mark | undefined) =>
  (isMark(mark, "connector") && mark.is === "or") || (isMark(mark, "punct") && mark.is === ",");
const isNamed = (mark: Mark | undefined) =>
  (isMark(mark, "concept") && (mark.kind === "disease" || mark.kind === "phenotype")) ||
  (isMark(mark, "leaf") && mark.tree.kind === "condition");
