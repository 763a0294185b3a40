import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { isEvents } from "../structure/tree-shapes.ts";
import { endsClause } from "./phrases.ts";

/**
 * A Chinese comma parts clauses and binds looser than "或" and "且" inside them ("WBC≥3，Cr≤1.5×ULN或CrCl≥50"); only "、"
 * parts the members of a list. Between two clauses that name things of one kind it may stand for "、" and stays. In an
 * exclusion, whose clauses are reasons each, it matters only before an "且".
 */
export const partClauses: Rule = (marks, { type, folded }) => {
  if (marks.some((mark) => isMark(mark, "exception") || isMark(mark, "demand"))) return marks;
  return marks.map((mark, at): Mark => {
    if (!isMark(mark, "punct") || mark.is !== "," || !endsClause(mark, folded)) return mark;
    const before = clause(marks, at, -1, folded);
    const behind = clause(marks, at, 1, folded);
    const [last, first] = [before.find(isLeaf), behind.find(isLeaf)];
    const opener = behind.find((one) => !isMark(one, "filler"));
    const areBySex = before.some(isSex) && behind.some(isSex);
    if (areBySex || last === undefined || first === undefined || isMark(opener, "connector")) return mark;
    if (last.tree.kind === first.tree.kind && isEvents(first.tree)) return mark;
    if (type === "exclusion" && !behind.some((one) => isMark(one, "connector") && one.is === "and")) return mark;
    return { ...mark, is: "." };
  });
};

const isSex = (mark: Mark) => isMark(mark, "leaf") && mark.tree.kind === "sex";
const isLeaf = (mark: Mark): mark is MarkOf<"leaf"> => isMark(mark, "leaf");

/** The marks of the clause on one side of a comma, nearest first. */
function clause(marks: readonly Mark[], from: number, step: 1 | -1, folded: string): Mark[] {
  const out: Mark[] = [];
  for (let at = from + step; marks[at] !== undefined && !endsClause(marks[at], folded); at += step)
    out.push(marks[at]!);
  return out;
}

/**
 * "、" parts the members of a list, known or not, and joins them as the connector behind it does; without one, members of
 * a demand must all hold. Each reason to exclude is one, also where "和" or "及" joins the last of a list.
 */
export const joinEnumerations: Rule = (marks, { type, folded }) =>
  marks.map((mark, at): Mark => {
    const isComma = isMark(mark, "punct") && folded[mark.start] === "、";
    if (type === "exclusion" && isMark(mark, "connector") && mark.is === "and" && mark.isStrict !== true) {
      const before = clause(marks, at, -1, folded);
      return before.some((one) => isMark(one, "punct") && folded[one.start] === "、") ? { ...mark, is: "or" } : mark;
    }
    if (!isComma) return mark;
    const next = clause(marks, at, 1, folded).find((one) => isMark(one, "connector"));
    const isLike = type === "inclusion" && isMark(next, "connector") && next.isStrict !== true;
    const is = isLike ? next.is : type === "inclusion" ? "and" : "or";
    return { start: mark.start, end: mark.end, type: "connector", is };
  });
