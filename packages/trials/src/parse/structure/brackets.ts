import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, wordsOf } from "../mark.ts";
import { hasNumbers, isDrugs, isGrade, measuredItem } from "./tree-kinds.ts";
import { any, mapLeaves, type Reading, type Span } from "./tree-shapes.ts";

export type ReadPart = (marks: readonly Mark[], context: RuleContext) => Reading | null;

/** Where what was not read, and what only explains, is noted. */
type Notes = { unread: Span[]; asides: Span[] };

/**
 * What stands in brackets: another threshold of the same measurement is an alternative; names and numbers behind a head
 * that names nothing take its place; the rest explains and is only noted.
 */
export function readGroup(
  group: MarkOf<"group">,
  leaves: Tree[],
  notes: Notes,
  context: RuleContext,
  read: ReadPart,
): void {
  const inner = read(group.of, context);
  if (inner === null) return;
  const { tree } = inner;
  const before = leaves[leaves.length - 1];
  const isWordless = tree.kind === "text";
  // "Substance abuse (alcohol, cocaine)": what is abused; who was given it is another matter.
  if (before?.kind === "condition" && before.concepts.of.some(({ id }) => abuses.has(id)) && !hasNumbers(tree)) {
    notes.asides.push({ start: group.start, end: group.end });
    return;
  }
  // "(patients with treated basal cell carcinoma are allowed)": whom the rule spares.
  if (!isWordless && group.of.some((mark) => isMark(mark, "ruling") && mark.is === "allowed")) {
    notes.unread.push({ start: group.start, end: group.end });
    return;
  }
  // "(may receive transfusions)" asks for nothing.
  if (/^[(（]\s?(?:may|can|could|可(?:以)?|允许)(?=\s|[接使输合])/.test(wordsOf(group, context))) {
    notes.asides.push({ start: group.start, end: group.end });
    return;
  }
  // "Nursing women (all women should use contraception)": a demand of its own.
  if (!isWordless && group.of.some((mark) => isMark(mark, "demand"))) {
    const isExplained = before?.kind === "reproduction" || /^[(（]\s?i\.?e/.test(wordsOf(group, context));
    (isExplained ? notes.asides : notes.unread).push({ start: group.start, end: group.end });
    return;
  }
  const isForSome = forSome.test(wordsOf(group, context)) && !hasNumbers(tree);
  // "Methylphenidate (if taking an MAOI)": when it counts, which is no demand of its own.
  if ((isForSome || (!isWordless && isCondition(group, context))) && !isOfPeople(tree)) {
    notes.unread.push({ start: group.start, end: group.end });
    return;
  }
  // "Within 4 weeks (6 weeks for nitrosoureas)": another time for some.
  if (otherTime.test(wordsOf(group, context))) {
    notes.unread.push({ start: group.start, end: group.end });
    return;
  }
  if (isWordless) {
    const isOtherUnit = before?.kind === "measurement" && group.of.every(isNumber);
    const isShort = isOtherUnit || (group.of.length <= longestAside && !group.of.some(isWeighty));
    const spans = [{ start: group.start, end: group.end }];
    if (isShort) notes.asides.push(...spans);
    else notes.unread.push(...spans);
    return;
  }
  if (before === undefined) {
    leaves.push(tree);
    notes.unread.push(...inner.unread);
    return;
  }
  if (tree.kind === "age" && isLasting(before) && !/age|old|[岁龄]/.test(wordsOf(group, context))) {
    const { min } = tree.range;
    if (min !== undefined && min < youngestAdult) {
      leaves[leaves.length - 1] = { ...before, when: { to: { value: -min, unit: tree.unit } } };
      return;
    }
  }
  if (before.kind === "allergy" && isDrugs(tree)) {
    leaves[leaves.length - 1] = any([before, allergyTo(tree)]);
    return;
  }
  if (isRepeated(before, tree) || (isMark(group.of[0], "example") && !hasNumbers(tree))) return;
  if (isPerformance(before) && isPerformance(tree)) {
    leaves[leaves.length - 1] = any([before, tree]);
    return;
  }
  if (tree.kind === "sex" || isGrade(tree)) {
    leaves.push(tree);
    return;
  }
  const known = measuredItem(before);
  if (known !== null && measuredItem(tree) === known) {
    leaves[leaves.length - 1] = any([before, tree]);
    return;
  }
  // "(in the absence of anticoagulation)": what must be missing limits what stands before.
  if (tree.kind === "not") {
    leaves.push(tree);
    return;
  }
  const isNamed =
    before.kind === "condition" || (before.kind === "any" && before.of.every((one) => one.kind === "condition"));
  if (isNamed && context.type === "exclusion") leaves[leaves.length - 1] = any([before, tree]);
  else if (before.kind === "drug" && isDrugs(tree)) leaves[leaves.length - 1] = any([before, tree]);
  else leaves.push(tree);
}

/** "(for patients receiving warfarin)" */
const forSome = /^[(（]\s?(?:only )?(?:for|in) (?:those |patients|subjects|participants|individuals)/;
/** Abuse of and dependence on substances. */
const abuses = new Set(["MONDO:0002491", "MONDO:0004938"]);
const otherTime = /^[(（]\s?(?:or |at least )?\d+ (?:days?|weeks?|months?) (?:for|if)\b/;

/** "Postmenopausal (≥ 1 year)" says since when; so long as this it may be an age. */
const youngestAdult = 16;
const isLasting = (tree: Tree): tree is Extract<Leaf, { kind: "reproduction" | "condition" }> =>
  (tree.kind === "reproduction" || tree.kind === "condition") && tree.when === undefined;

const isCondition = ({ of }: MarkOf<"group">, context: RuleContext): boolean =>
  isMark(of[0], "filler") && /^(?:if|when|in case of|如|若|如果)$/.test(wordsOf(of[0], context));
const isOfPeople = (tree: Tree): boolean =>
  tree.kind === "sex" ||
  tree.kind === "age" ||
  tree.kind === "reproduction" ||
  ("of" in tree && Array.isArray(tree.of) && tree.of.every(isOfPeople));

/** "ECOG ≤ 2 (Karnofsky ≥ 60 %)": the same on another scale. */
const isPerformance = (tree: Tree): boolean =>
  tree.kind === "score" && (tree.score === "ecog" || tree.score === "karnofsky");

/** "(180 mg/dL)" behind a value in mmol/L says it again. */
const isNumber = (mark: Mark) =>
  isMark(mark, "quantity") || isMark(mark, "bound") || isMark(mark, "unit") || isMark(mark, "filler");

/** Brackets with at most so many marks explain. */
const longestAside = 8;
const isWeighty = (mark: Mark) =>
  (isMark(mark, "word") && mark.limits === true) ||
  isMark(mark, "negation") ||
  isMark(mark, "exception") ||
  isMark(mark, "bound") ||
  (isMark(mark, "quantity") && mark.unit.of !== "limit") ||
  isMark(mark, "window");

/** "Allergy to ASP1941 (ipragliflozin)": another name of what somebody is allergic to. */
const allergyTo = (tree: Tree): Tree =>
  mapLeaves(tree, (leaf) => (leaf.kind === "drug" ? { kind: "allergy", concepts: leaf.concepts } : leaf));

const isRepeated = (before: Tree, tree: Tree) => JSON.stringify(before) === JSON.stringify(tree);
