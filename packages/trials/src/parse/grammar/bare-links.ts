import type { EventLeaf, Tree } from "../../criteria/tree.schema.ts";
import { isMark, type Mark, type TimeLink } from "../mark.ts";

const han = /\p{Script=Han}/u;
const onTreatment = /^(?:on|receiving|taking|while on|treated with)$/;
/** Words that add nothing between an event and what relates it. */
const longestReach = 3;

const eventKinds = new Set<Tree["kind"]>(["condition", "procedure", "drug", "visit", "result", "variant", "stage"]);
const isEventLeaf = (tree: Tree): tree is EventLeaf => eventKinds.has(tree.kind);

/** The event of a mark, where it is one. What a disease does counts as a diagnosis of its own here. */
export function eventOf(mark: Mark | undefined): EventLeaf | null {
  if (isMark(mark, "outcome")) return { kind: "condition", concepts: { of: [mark.ref] } };
  return isMark(mark, "leaf") && isEventLeaf(mark.tree) ? mark.tree : null;
}

/**
 * "Progression after chemotherapy", "pneumonia during hospitalisation", "化疗后复发": relations of two events without a
 * length of time become links; "during or" before a link is taken into it.
 */
export function bareLinks(marks: readonly Mark[], folded: string): Mark[] {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const found = linkAt(marks, at, out, folded);
    if (found === null) {
      out.push(mark);
      continue;
    }
    out.push({ start: mark.start, end: marks[found.last]!.end, type: "link", link: found.link });
    at = found.last;
  }
  return out;
}

type Found = { link: TimeLink; last: number };

function linkAt(marks: readonly Mark[], at: number, before: readonly Mark[], folded: string): Found | null {
  const mark = marks[at]!;
  const event = eventOf(nearest(before, before.length - 1, -1));
  if (event?.kind !== "condition" && event?.kind !== "procedure" && event?.kind !== "drug") return null;
  const isDuring = isMark(mark, "relation") && mark.is === "during";
  const isOn = isMark(mark, "status") && onTreatment.test(folded.slice(mark.start, mark.end));
  const isAfter = isMark(mark, "relation") && mark.is === "after";
  if (isDuring || isOn) {
    const or = marks[at + 1];
    const next = marks[at + 2];
    const isAlso = isMark(or, "connector") && or.is === "or";
    if (isAlso && isMark(next, "link") && next.link.side === "right")
      return { link: { ...next.link, isAlsoDuring: true }, last: at + 2 };
    if (isAlso && isMark(next, "relation") && next.is === "after") return bare(marks, at + 2, event, folded);
  }
  if (isDuring) return bare(marks, at, event, folded);
  if (isOn && isMark(before[before.length - 1], "outcome")) return bare(marks, at, event, folded);
  return isAfter ? bare(marks, at, event, folded) : null;
}

/** A relation alone, where what stands on its other side is an event too. */
function bare(marks: readonly Mark[], at: number, event: EventLeaf, folded: string): Found | null {
  const mark = marks[at]!;
  const other = eventOf(nearest(marks, at + 1, 1));
  if (other === null) return null;
  const isAfter = isMark(mark, "relation") && mark.is === "after";
  const side = han.test(folded.slice(mark.start, mark.end)) ? "left" : "right";
  const [later, earlier] = side === "right" ? [event, other] : [other, event];
  const isCourse = earlier.kind === "drug" || earlier.kind === "procedure" || earlier.kind === "visit";
  if (later.kind !== "condition" || (!isAfter && !isCourse)) return null;
  return { link: { is: isAfter ? "after" : "during", side }, last: at };
}

/** The first mark from a place on that is more than an introduction of what is named. */
function nearest(marks: readonly Mark[], from: number, step: 1 | -1): Mark | undefined {
  let at = from;
  const isPassed = (mark: Mark | undefined) =>
    isMark(mark, "filler") || (step === 1 && (isMark(mark, "status") || isMark(mark, "endpoint")));
  while (Math.abs(at - from) < longestReach && isPassed(marks[at])) at += step;
  return marks[at];
}
