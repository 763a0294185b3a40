import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

/** "糖皮质激素（泼尼松＞10 mg/日）": the drug in brackets says how the amount of the group before them is counted. */
export const liftDoses: Rule = (marks) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const before = out[out.length - 1];
    const dose = isMark(mark, "group") ? doseInside(mark.of) : null;
    if (dose === null || !isMark(before, "leaf") || before.tree.kind !== "drug" || before.tree.dose !== undefined) {
      out.push(mark);
      continue;
    }
    out[out.length - 1] = { ...before, end: mark.end, tree: { ...before.tree, dose } };
  }
  return out;
};

function doseInside(marks: readonly Mark[]) {
  const rest = marks.filter((mark) => !isMark(mark, "filler") && !isMark(mark, "punct"));
  const leaves = rest.flatMap((mark) => (isMark(mark, "leaf") ? [mark.tree] : []));
  const [first] = leaves;
  const isOneDrug = leaves.every((leaf) => leaf.kind === "drug" && leaf.when === undefined);
  if (first?.kind !== "drug" || first.dose === undefined || !isOneDrug) return null;
  const isWordless = rest.every((mark) => isMark(mark, "leaf") || isMark(mark, "connector") || isMark(mark, "word"));
  return isWordless ? first.dose : null;
}
