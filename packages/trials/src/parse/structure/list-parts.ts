import { isMark, type Mark } from "../mark.ts";

export type Joint = "and" | "or" | "comma";
/** `isExample`: begins what "such as" and "including" introduce. */
export type Part = { marks: Mark[]; joint: Joint | null; isExample?: boolean };

export function splitParts(marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let current: Part = { marks: [], joint: null };
  for (const mark of marks) {
    const joint = jointOf(mark, current.marks);
    if (joint === null) {
      current.marks.push(mark);
      continue;
    }
    if (current.marks.some((one) => !isMark(one, "filler"))) {
      parts.push(current);
      current = { marks: [], joint, ...(isMark(mark, "example") ? { isExample: true } : {}) };
    } else if (joint !== "comma") {
      current.joint = joint;
      if (isMark(mark, "example")) current.isExample = true;
    }
  }
  if (current.marks.length > 0) parts.push(current);
  return parts;
}

/** "A such as B": B is one more way to be A. A stroke between numbers joins like a comma, between names like "or". */
function jointOf(mark: Mark, before: readonly Mark[]): Joint | null {
  if (isMark(mark, "connector")) return mark.is;
  if (isMark(mark, "example")) return "or";
  if (!isMark(mark, "punct")) return null;
  if (mark.is === ",") return "comma";
  if (mark.is !== "/") return null;
  return before.some((one) => isMark(one, "leaf") && one.tree.kind === "measurement") ? "comma" : "or";
}

/** A few words in the middle of a list of reasons are one of them, read or not ("statins, bile acid resins, or niacin"). */
export const isName = (marks: readonly Mark[]): boolean =>
  isMark(marks[0], "word") && marks.length <= longestName && marks.every((mark) => isMark(mark, "word"));
const longestName = 4;
