import type { Offset } from "../../criteria/ranges.schema.ts";
import type { EventLeaf, Temporal, Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf, type TimeLink } from "../mark.ts";
import { all, any } from "../structure/tree-shapes.ts";
import { bareLinks, eventOf } from "./bare-links.ts";
import { joinWashouts } from "./washouts.ts";

/** Marks between an event and what relates it, at most. */
const longestReach = 4;
const mostEvents = 12;
const dayItself: Offset = { value: 0, unit: "day" };

type Events = { of: EventLeaf[]; from: number; to: number; joint: "and" | "or" };

/**
 * Makes "A within 6 months after B" one criterion of two events. Where nothing stands before a link that counts from an
 * event, the event itself is dated: "at least 4 weeks since chemotherapy" denies chemotherapy in those weeks. A link that
 * finds no two events is left to a person, with the event that it would have counted from.
 */
export const joinTemporals: Rule = (given, context) => {
  let marks: readonly Mark[] = bareLinks(given, context.folded);
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (!isMark(mark, "link")) continue;
    const joined = joinAt(marks, at, mark, context.type);
    marks = joined.marks;
    at = joined.next - 1;
  }
  return joinWashouts(marks, context).map((mark): Mark => {
    const { start, end } = mark;
    // Chinese puts "末次" and "结束" where English has a tense.
    if (isMark(mark, "endpoint"))
      return { start, end, type: han.test(context.folded.slice(start, end)) ? "filler" : "word" };
    return isMark(mark, "outcome") || isMark(mark, "link") ? { start, end, type: "word" } : mark;
  });
};

const han = /\p{Script=Han}/u;

function joinAt(marks: readonly Mark[], at: number, mark: MarkOf<"link">, type: "inclusion" | "exclusion") {
  const { link } = mark;
  const isRight = link.side === "right";
  const anchors = isRight ? eventsAfter(marks, at + 1, true) : eventsBefore(marks, at - 1);
  const events = isRight ? eventsBefore(marks, at - 1) : eventsAfter(marks, at + 1, false);
  if (anchors !== null && events !== null && mayRelate(link, anchors)) {
    const tree = treeOf(link, events, anchors);
    const from = Math.min(events.from, anchors.from);
    const to = Math.max(events.to, anchors.to);
    // "末次化疗后": what the link took from the word before the anchor.
    const opening = isRight ? from : openingBefore(marks, from);
    const kept = marks.slice(from, to + 1).filter((one) => isMark(one, "word"));
    const joined: Mark = { start: marks[opening]!.start, end: marks[to]!.end, type: "leaf", tree };
    const before = marks.slice(0, opening);
    return { marks: [...before, ...kept, joined, ...marks.slice(to + 1)], next: opening + kept.length + 1 };
  }
  const from = anchors === null || isRight ? at : openingBefore(marks, anchors.from);
  const dated = anchors === null ? null : datedAnchor(marks, from, mark, type);
  if (dated !== null) {
    const between = marks.slice(from, at);
    const parts = isRight ? dated : [...dated.slice(0, -1), ...between, ...dated.slice(-1)];
    return { marks: [...marks.slice(0, from), ...parts, ...marks.slice(at + 1)], next: from + parts.length };
  }
  const unread = marks.map((one, place): Mark => {
    const isPart = place === at || (anchors !== null && place >= anchors.from && place <= anchors.to);
    return isPart ? { start: one.start, end: one.end, type: "word" } : one;
  });
  return { marks: unread, next: at + 1 };
}

function openingBefore(marks: readonly Mark[], from: number): number {
  let at = from - 1;
  while (isMark(marks[at], "filler")) at--;
  return isMark(marks[at], "endpoint") ? at : from;
}

/** "Before surgery" mostly means the study's own: only a diagnosis is an anchor that something came before. */
const mayRelate = ({ is }: TimeLink, { of }: Events) => is !== "before" || of.every(({ kind }) => kind === "condition");

/** No event before the link: what it counts from lies in the time before the index date, or (`least`) does not. */
function datedAnchor(
  marks: readonly Mark[],
  at: number,
  { start, end, link }: MarkOf<"link">,
  type: "inclusion" | "exclusion",
): Mark[] | null {
  const isOpening = marks.slice(0, at).every((one, place, before) => {
    const isParted = before.slice(place).some((later) => isMark(later, "punct") || isMark(later, "connector"));
    return isParted || isMark(one, "filler") || isMark(one, "punct") || isMark(one, "demand") || isMark(one, "status");
  });
  if (!isOpening || link.is === "before" || link.is === "during") return null;
  const window = (most: Offset): Mark => ({
    start,
    end,
    type: "window",
    window: { from: { value: -most.value, unit: most.unit }, to: dayItself },
  });
  if (link.least === undefined) return link.most === undefined ? null : [window(link.most)];
  if (link.most !== undefined || link.is === "of" || type === "exclusion") return null;
  const opening = Math.min(start, marks[at]!.start);
  return [{ start: opening, end: opening, type: "negation" }, window(link.least)];
}

function treeOf(link: TimeLink, events: Events, anchors: Events): Tree {
  const trees = anchors.of.map((anchor): Tree => {
    const related = events.of.map((event) => relate(link, event, anchor));
    return events.joint === "or" ? any(related) : all(related);
  });
  return anchors.joint === "or" ? any(trees) : all(trees);
}

function relate(link: TimeLink, event: EventLeaf, anchor: EventLeaf): Tree {
  const isTreatment = anchor.kind === "drug" || anchor.kind === "procedure";
  // What comes within a time after a treatment counts from its end.
  const point = link.point ?? (isTreatment && link.is !== "before" && hasLength(link) ? "end" : undefined);
  const temporal: Temporal = {
    kind: "temporal",
    event,
    anchor,
    ...(point === "end" ? { anchorPoint: "end" } : {}),
    ...(link.pick === undefined ? {} : { anchorPick: link.pick }),
    relation: { type: "between", ...rangeOf(link) },
  };
  const during: Tree = { kind: "temporal", event, anchor, relation: { type: "during" } };
  if (link.is === "during") return during;
  return link.isAlsoDuring ? any([during, temporal]) : temporal;
}

const hasLength = ({ least, most }: TimeLink) => least !== undefined || most !== undefined;
const turned = ({ value, unit }: Offset): Offset => ({ value: value === 0 ? 0 : -value, unit });

function rangeOf({ is, least, most, point }: TimeLink): { from?: Offset; to?: Offset } {
  if (is === "before") {
    return {
      ...(most === undefined ? {} : { from: turned(most) }),
      to: least === undefined ? dayItself : turned(least),
    };
  }
  const isEitherSide = is === "of" && point === undefined && least === undefined;
  const from = isEitherSide ? turned(most!) : (least ?? dayItself);
  return { from, ...(most === undefined ? {} : { to: most }) };
}

const isPassed = (mark: Mark | undefined) =>
  isMark(mark, "filler") || isMark(mark, "status") || isMark(mark, "endpoint");

/** Events from a place on; `isRow`: alternatives of one kind behind it belong to it ("chemotherapy or radiotherapy"). */
function eventsAfter(marks: readonly Mark[], from: number, isRow: boolean): Events | null {
  let at = from;
  while (at - from < longestReach && (isPassed(marks[at]) || (isMark(marks[at], "word") && at - from < 2))) at++;
  const first = eventOf(marks[at]);
  if (first === null) return null;
  const found: Events = { of: [first], from, to: at, joint: "or" };
  return isRow ? withRow(marks, found) : found;
}

const isTreatmentKind = ({ kind }: EventLeaf) => kind === "drug" || kind === "procedure";

function withRow(marks: readonly Mark[], found: Events): Events {
  let joint: "and" | "or" | null = null;
  while (found.of.length < mostEvents) {
    const connector = marks[found.to + 1];
    let place = found.to + 2;
    while (isPassed(marks[place]) && place - found.to < longestReach) place++;
    const next = eventOf(marks[place]);
    const isJoined = isMark(connector, "connector") && next !== null;
    if (!isJoined || !isTreatmentKind(next) || !isTreatmentKind(found.of[0]!)) break;
    if (joint !== null && connector.is !== joint) break;
    joint = connector.is;
    found.of.push(next);
    found.to = place;
  }
  return { ...found, joint: joint ?? "or" };
}

/** Events that end at a place, with the members of a list before them. */
function eventsBefore(marks: readonly Mark[], from: number): Events | null {
  let at = from;
  while (from - at < longestReach && isPassed(marks[at])) at--;
  const last = eventOf(marks[at]);
  if (last === null) return null;
  const found: Events = { of: [last], from: at, to: from, joint: "or" };
  while (found.of.length < mostEvents) {
    let place = found.from - 1;
    let isJoined = false;
    while (found.from - place < longestReach && (isJoint(marks[place]) || isMark(marks[place], "filler"))) {
      if (isJoint(marks[place])) isJoined = true;
      if (isAnd(marks[place])) return found;
      place--;
    }
    const event = eventOf(marks[place]);
    if (!isJoined || event === null || event.kind !== found.of[0]!.kind) break;
    found.of.unshift(event);
    found.from = place;
  }
  return found;
}

const isAnd = (mark: Mark | undefined) => isMark(mark, "connector") && mark.is === "and";
const isJoint = (mark: Mark | undefined) => isMark(mark, "connector") || (isMark(mark, "punct") && mark.is === ",");
