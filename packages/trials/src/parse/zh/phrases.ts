import type { Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { mergeRanges } from "../grammar/bounds.ts";
import { isEvents } from "../structure/tree-shapes.ts";

/** Whether a mark ends a clause; "、" only parts the members of a list. */
export const endsClause = (mark: Mark | undefined, folded: string): boolean =>
  isMark(mark, "punct") && (mark.is === ";" || mark.is === "." || (mark.is === "," && folded[mark.start] !== "、"));

const isDrugConcept = (mark: Mark): mark is MarkOf<"concept"> =>
  isMark(mark, "concept") && (mark.kind === "drug" || mark.kind === "drug-class" || mark.kind === "herb");

/** "对顺铂、卡铂过敏": every drug of the clause before the word is what the patient is allergic to. */
export const readAllergies: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    if (!isMark(mark, "allergy")) {
      out.push(mark);
      continue;
    }
    let found = 0;
    for (let at = out.length - 1; at >= 0 && !endsClause(out[at], folded); at--) {
      const before = out[at]!;
      const concepts = isDrugConcept(before)
        ? { of: [before.ref] }
        : isMark(before, "leaf") && before.tree.kind === "drug"
          ? before.tree.concepts
          : null;
      if (concepts === null) continue;
      found++;
      const tree: Tree = { kind: "allergy", concepts };
      out[at] = { start: before.start, end: before.end, type: "leaf", tree, sharesTime: true };
    }
    out.push({ start: mark.start, end: mark.end, type: found > 0 ? "filler" : "word" });
  }
  return out;
};

/** Words that narrow a diagnosis hold for each of two that one phrase names ("严重的心脑血管疾病"). */
export const qualifyPairs: Rule = (marks, { text }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const before = out[out.length - 1];
    if (!isMark(mark, "leaf") || mark.tree.kind !== "any" || !isMark(before, "qualifier")) {
      out.push(mark);
      continue;
    }
    const word = text.slice(before.start, before.end);
    const of = mark.tree.of.map((one): Tree => (one.kind === "condition" ? { ...one, qualifiers: [word] } : one));
    out[out.length - 1] = { ...mark, start: before.start, tree: { kind: "any", of } };
  }
  return out;
};

/** A length of time that no measure took says since when something lasts: "透析3个月以上", "二甲双胍治疗≥8周". */
export const readDurations: Rule = (marks) =>
  marks.map((mark, at): Mark => {
    if (!isMark(mark, "bound") || mark.bound.unit.of !== "time") return mark;
    const hasEvent = marks.slice(Math.max(0, at - 6), at + 6).some((one) => isMark(one, "leaf") && isEvents(one.tree));
    if (!hasEvent) return mark;
    const { unit } = mark.bound.unit;
    const { min, max } = mark.bound.range;
    const from = max === undefined ? {} : { from: { value: -max, unit } };
    const to = min === undefined ? { to: { value: 0, unit: "day" as const } } : { to: { value: -min, unit } };
    return { start: mark.start, end: mark.end, type: "window", window: { ...from, ...to, part: "start" } };
  });

const joinsReasons = /^(?:和|及|以及|与|、)$/;
const isReason = (mark: Mark | undefined) =>
  isMark(mark, "leaf") && (isEvents(mark.tree) || mark.tree.kind === "reproduction");

/** Reasons to exclude that "和" joins are reasons each: "高血压、糖尿病及冠心病患者". */
export const parseReasonsApart: Rule = (marks, { type, folded }) => {
  if (type === "inclusion") return marks;
  return marks.map((mark, at): Mark => {
    if (!isMark(mark, "connector") || mark.is !== "and") return mark;
    if (!joinsReasons.test(folded.slice(mark.start, mark.end))) return mark;
    return isReason(near(marks, at, -1)) && isReason(near(marks, at, 1)) ? { ...mark, is: "or" } : mark;
  });
};

function near(marks: readonly Mark[], from: number, step: 1 | -1): Mark | undefined {
  let at = from + step;
  while (isMark(marks[at], "filler") || isMark(marks[at], "group") || isMark(marks[at], "qualifier")) at += step;
  return marks[at];
}

/** "育龄女性妊娠试验阴性": a demand on women who can bear children, though no word says "must". */
export const demandOfWomen: Rule = (marks, { type }) => {
  const isWomen = (mark: Mark) =>
    isMark(mark, "leaf") && mark.tree.kind === "reproduction" && mark.tree.state === "childbearing-potential";
  if (type !== "inclusion" || marks.some((mark) => isMark(mark, "demand"))) return marks;
  const at = marks.findIndex((mark) => isMark(mark, "leaf"));
  const first = marks[at];
  if (first === undefined || !isWomen(first)) return marks;
  const isFollowed = marks.slice(at + 1).some((mark) => isMark(mark, "leaf"));
  if (!isFollowed) return marks;
  return [...marks.slice(0, at + 1), { start: first.end, end: first.end, type: "demand" }, ...marks.slice(at + 1)];
};

/** "18岁以上，75岁以下": two ends of one range that a comma parts. */
export const joinRanges: Rule = (marks) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const at = out.findLastIndex((one) => isMark(one, "leaf"));
    const before = out[at];
    const areApart = out.slice(at + 1).some((one) => !isMark(one, "filler") && !(isMark(one, "punct") && one.is === ","));
    const tree = isMark(mark, "leaf") && isMark(before, "leaf") && !areApart ? oneRange(before.tree, mark.tree) : null;
    if (tree === null || before === undefined) {
      out.push(mark);
      continue;
    }
    out.splice(at, out.length - at, { start: before.start, end: mark.end, type: "leaf", tree });
  }
  return out;
};

function oneRange(a: Tree, b: Tree): Tree | null {
  if (a.kind === "age" && b.kind === "age" && a.unit === b.unit) {
    const range = mergeRanges(a.range, b.range);
    return range === null ? null : { ...a, range };
  }
  return null;
}

/** The same consent said twice ("自愿参加并签署知情同意书") is one; what is left of words of time tells nothing. */
export const settleWords: Rule = (marks) => {
  let hasConsent = false;
  return marks.map((mark): Mark => {
    const { start, end } = mark;
    if (isMark(mark, "leaf") && mark.tree.kind === "consent" && mark.tree.to === "participate") {
      if (hasConsent) return { start, end, type: "filler" };
      hasConsent = true;
    }
    const isSpent = isMark(mark, "unit") || isMark(mark, "range") || isMark(mark, "times") || isMark(mark, "anchor") || isMark(mark, "relation");
    return isSpent ? { start, end, type: "filler" } : mark;
  });
};
