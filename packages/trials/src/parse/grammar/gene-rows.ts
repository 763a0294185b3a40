import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";

const longestReach = 3;

const isSaid = (mark: Mark | undefined): mark is MarkOf<"change"> | MarkOf<"result"> =>
  isMark(mark, "change") || isMark(mark, "result");
export const isGene = (mark: Mark | undefined) =>
  isMark(mark, "concept") && (mark.kind === "gene" || mark.kind === "family" || mark.gene !== undefined);
const isReceptor = (mark: Mark | undefined) =>
  isMark(mark, "concept") && (mark.lab?.id === "LAB:er-status" || mark.lab?.id === "LAB:pr-status");
const isNamed = (mark: Mark | undefined) => isGene(mark) || isReceptor(mark);
const isJoint = (mark: Mark | undefined) =>
  isMark(mark, "connector") || (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));
const isAbsent = (said: readonly Mark[]): boolean =>
  said.some(
    (mark) =>
      (isMark(mark, "result") && mark.is[0] === "negative") || (isMark(mark, "change") && mark.change === "wild-type"),
  );

/**
 * "EGFR/ALK wild-type", "BRCA1 or BRCA2 mutation", "ER/PR negative", "EGFR、ALK突变阴性": what is said of the last gene or receptor
 * of a row holds for all. A stroke joins what is present as "or" and what is absent as "and".
 */
export const shareChanges: Rule = (marks) => {
  const out = [...marks];
  for (let at = out.length - 1; at >= 2; at--) {
    if (!isNamed(out[at])) continue;
    let behind = at + 1;
    while (isMark(out[behind], "filler") && behind - at <= longestReach) behind++;
    let last = behind;
    while (isSaid(out[last]) || (isReceptor(out[at]) && last === behind && isMark(out[last], "filler"))) last++;
    const said = out.slice(behind, last);
    const before = nameBefore(out, at);
    if (said.length === 0 || before === null) continue;
    const { end } = out[before.name]!;
    const joint = out[before.joint]!;
    const copies = said.map((mark): Mark => ({ ...mark, start: end, end }));
    const isStroke = isMark(joint, "punct") && joint.is === "/";
    if (isStroke)
      out[before.joint] = { start: joint.start, end: joint.end, type: "connector", is: isAbsent(said) ? "and" : "or" };
    out.splice(before.name + 1, 0, ...copies);
  }
  return joinStatuses(out);
};

const statusOf = (mark: Mark | undefined): string | null => {
  if (isMark(mark, "result")) return mark.is[0]!;
  if (!isMark(mark, "leaf")) return null;
  const [one] = mark.tree.kind === "any" || mark.tree.kind === "all" ? mark.tree.of : [mark.tree];
  return one?.kind === "result" ? one.is[0]! : one?.kind === "variant" ? one.status : null;
};

/** "HR-positive/HER2-negative", "ER+/PR+/HER2-": both are asked for where one is to be there and the other not. */
function joinStatuses(marks: readonly Mark[]): Mark[] {
  const out = [...marks];
  const strokes = out.flatMap((mark, at) => {
    const sides = isMark(mark, "punct") && mark.is === "/" ? [statusOf(out[at - 1]), statusBehind(out, at)] : [null];
    return sides.includes(null) ? [] : [{ at, sides }];
  });
  if (new Set(strokes.flatMap(({ sides }) => sides)).size < 2) return out;
  for (const { at } of strokes) out[at] = { start: out[at]!.start, end: out[at]!.end, type: "connector", is: "and" };
  return out;
}

function statusBehind(marks: readonly Mark[], from: number): string | null {
  const next = marks[from + 1];
  if (!isNamed(next)) return statusOf(next);
  return statusOf(marks[from + 2]) ?? (isMark(marks[from + 2], "filler") ? statusOf(marks[from + 3]) : null);
}

/** The gene of a row before the one at `at`, and what joins both. */
function nameBefore(marks: readonly Mark[], at: number): { name: number; joint: number } | null {
  let joint = -1;
  for (let place = at - 1; place >= 0 && at - place <= longestReach + 1; place--) {
    const mark = marks[place];
    if (isNamed(mark)) return joint < 0 ? null : { name: place, joint };
    if (isJoint(mark)) joint = isMark(mark, "connector") || joint < 0 ? place : joint;
    else if (!isMark(mark, "filler")) return null;
  }
  return null;
}
