import type { Tree } from "../../criteria/tree.schema.ts";
import { mergeRanges } from "../grammar/bounds.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
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
    // "化疗失败或不耐受" tells of a treatment's course; only "对…不耐受" names what is not borne.
    if (folded.slice(mark.start, mark.end).startsWith("不耐受") && !isTowards(out, folded)) {
      out.push({ start: mark.start, end: mark.end, type: "word" });
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

function isTowards(before: readonly Mark[], folded: string): boolean {
  for (let at = before.length - 1; at >= 0 && !endsClause(before[at], folded); at--) {
    if (folded.slice(before[at]!.start, before[at]!.end).endsWith("对")) return true;
  }
  return false;
}

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

/**
 * "育龄女性妊娠试验阴性", "有生育能力者采取避孕措施": a demand on those who can bear children, though no word says "must".
 * In an inclusion it holds for them only: either not one of them, or what is demanded.
 */
export const demandOfWomen: Rule = (marks, { type, folded }) => {
  if (type !== "inclusion" || marks.some((mark) => isMark(mark, "demand"))) return marks;
  const at = marks.findIndex(
    (mark) => isMark(mark, "leaf") && mark.tree.kind === "reproduction" && mark.tree.state === "childbearing-potential",
  );
  const women = marks[at];
  if (!isMark(women, "leaf")) return marks;
  let last = at + 1;
  while (last < marks.length && !endsClause(marks[last], folded)) last++;
  const behind = marks.slice(at + 1, last).filter((mark) => !isMark(mark, "filler"));
  const [demanded, ...rest] = behind;
  if (!isMark(demanded, "leaf") || rest.length > 0 || !demands.has(demanded.tree.kind)) return marks;
  const tree: Tree = { kind: "any", of: [{ kind: "not", of: women.tree }, demanded.tree] };
  return [...marks.slice(0, at), { start: women.start, end: demanded.end, type: "leaf", tree }, ...marks.slice(last)];
};
const demands = new Set<Tree["kind"]>(["result", "reproduction", "not", "consent"]);

const isState = (mark: Mark | undefined, states: readonly string[]) =>
  isMark(mark, "leaf") && mark.tree.kind === "reproduction" && states.includes(mark.tree.state);

/** "未采取有效避孕措施的育龄女性": the denial is of the contraception, not of the women. */
export const denyContraception: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    let place = at + 1;
    while (isMark(marks[place], "filler")) place++;
    const denied = marks[place];
    let next = place + 1;
    while (isMark(marks[next], "filler")) next++;
    const isDenial = isMark(mark, "negation") && isState(denied, ["contraception"]);
    if (!isDenial || !isMark(denied, "leaf") || !isMark(marks[next], "leaf")) {
      out.push(mark);
      continue;
    }
    out.push({ start: mark.start, end: denied.end, type: "leaf", tree: { kind: "not", of: denied.tree } });
    at = place;
  }
  return out;
};

const refusal = /^(?:不|无法|不能|不可|不宜|不适合|不适宜|不愿|不同意|不耐受)$/;

/** "无法使用顺铂", "不适合手术": what cannot be done is not what was done; the clause stays words. */
export const keepRefusals: Rule = (marks, { folded }) => {
  let isRefused = false;
  return marks.map((mark): Mark => {
    if (endsClause(mark, folded) || isMark(mark, "connector")) isRefused = false;
    else if (isMark(mark, "word") && refusal.test(folded.slice(mark.start, mark.end))) isRefused = true;
    const isEvent = isMark(mark, "leaf") && isEvents(mark.tree);
    return isRefused && isEvent ? { start: mark.start, end: mark.end, type: "word" } : mark;
  });
};

/** "签署知情同意书前28天内": the day of consent stands for the index date. */
export const readConsentDays: Rule = (marks) =>
  marks.map((mark, at): Mark => {
    const next = marks[at + 1];
    const isDay = isMark(mark, "consent") && isMark(next, "relation") && (next.is === "before" || next.is === "after");
    return isDay ? { start: mark.start, end: mark.end, type: "anchor" } : mark;
  });

/** "18岁以上，75岁以下": two ends of one range that a comma parts. */
export const joinRanges: Rule = (marks, { type }) => {
  if (type === "exclusion") return marks;
  const out: Mark[] = [];
  for (const mark of marks) {
    const at = out.findLastIndex((one) => isMark(one, "leaf"));
    const before = out[at];
    const areApart = out
      .slice(at + 1)
      .some((one) => !isMark(one, "filler") && !(isMark(one, "punct") && one.is === ","));
    const tree = isMark(mark, "leaf") && isMark(before, "leaf") && !areApart ? oneRange(before.tree, mark.tree) : null;
    if (tree === null || before === undefined) {
      out.push(mark);
      continue;
    }
    out.splice(at, out.length - at, { start: before.start, end: mark.end, type: "leaf", tree });
  }
  return out;
};

const endsOf = (tree: Tree) =>
  tree.kind === "age" || tree.kind === "score" || tree.kind === "measurement" || tree.kind === "therapy-lines"
    ? tree
    : null;

function oneRange(a: Tree, b: Tree): Tree | null {
  const [first, second] = [endsOf(a), endsOf(b)];
  if (first === null || second === null) return null;
  const range = mergeRanges(first.range, second.range);
  const isSame = JSON.stringify({ ...first, range: null }) === JSON.stringify({ ...second, range: null });
  return range !== null && isSame ? { ...first, range } : null;
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
    const isSpent =
      isMark(mark, "unit") ||
      isMark(mark, "range") ||
      isMark(mark, "times") ||
      isMark(mark, "anchor") ||
      isMark(mark, "relation");
    return isSpent ? { start, end, type: "filler" } : mark;
  });
};
