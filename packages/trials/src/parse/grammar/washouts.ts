import type { Offset, Window } from "../../criteria/ranges.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { eventOf } from "./bare-links.ts";

const dayItself: Offset = { value: 0, unit: "day" };
/** Marks between the last treatment's name and the time that must lie behind it. */
const longestReach = 4;

/**
 * "Last dose of rituximab at least 6 months before enrolment", "末次化疗距首次给药至少4周", "距末次化疗≥4周": the last
 * treatment that long ago means none in that time. "Less than 4 weeks before" already says so with its own window.
 */
export function joinWashouts(given: readonly Mark[], context: RuleContext): readonly Mark[] {
  const { type } = context;
  const marks = settleStopped(given, context);
  const at = marks.findIndex((mark) => isMark(mark, "endpoint") && mark.point === "end");
  const opening = marks[at];
  if (opening === undefined || marks.slice(0, at).some((mark) => eventOf(mark) !== null)) return marks;
  let last = at;
  while (eventOf(marks[last + 1]) !== null || isBetween(marks[last + 1])) last++;
  if (!marks.slice(at + 1, last + 1).some((mark) => eventOf(mark) !== null)) return marks;
  const place = timeBehind(marks, last);
  const time = place === null ? undefined : marks[place];
  if (place === null || time === undefined) return marks;
  const { start, end } = opening;
  const window = isMark(time, "window") ? time.window : null;
  if (window !== null && window.to?.value === 0) {
    return marks.map((mark, where): Mark => (where === at ? { start, end, type: "filler" } : mark));
  }
  const least = window === null ? leastOf(marks, at, time) : leastOfWindow(window);
  if (least === null || type === "exclusion") return marks;
  return marks.map((mark, where): Mark => {
    if (where === at) return { start, end, type: "negation" };
    if (where === at - 1 && isMark(mark, "relation")) return { start: mark.start, end: mark.end, type: "filler" };
    return where === place ? { start: mark.start, end: mark.end, type: "window", window: noneIn(least) } : mark;
  });
}

const stop = /停[药用]|停止|^(?:off|discontinu(?:e|es|ed|ing|ation)|stop(?:s|ped|ping)?|ceas(?:e|ed|ing)|withdrawn)$/;

/**
 * "Off steroids for at least 2 weeks", "停用糖皮质激素至少4周", "华法林停药至少5天": what was stopped that long ago was not had in that time; what was stopped less
 * long ago ("不足4周"), a reason to exclude, was.
 */
function settleStopped(given: readonly Mark[], { folded, type }: RuleContext): Mark[] {
  const marks = [...given];
  const says = (mark: Mark | undefined) => mark !== undefined && stop.test(folded.slice(mark.start, mark.end));
  for (let at = marks.length - 1; at > 0; at--) {
    const time = marks[at]!;
    const isDenied = type === "inclusion";
    const least = isDenied
      ? isMark(time, "window")
        ? leastOfWindow(time.window)
        : leastOfBound(time)
      : mostOfBound(time);
    if (least === null) continue;
    let named = at - 1;
    while (named > 0 && isBetween(marks[named])) named--;
    if (eventOf(marks[named]) === null) continue;
    const isBehind = stop.test(folded.slice(time.start, time.end).slice(0, 2));
    let before = named - 1;
    while (isMark(marks[before], "filler")) before--;
    if (!isBehind && !says(marks[before])) continue;
    marks[at] = { start: time.start, end: time.end, type: "window", window: noneIn(least) };
    const { start, end } = marks[isBehind ? named : before]!;
    if (!isDenied) continue;
    marks.splice(isBehind ? named : before, isBehind ? 0 : 1, { start, end: isBehind ? start : end, type: "negation" });
  }
  return marks;
}

const noneIn = ({ value, unit }: Offset): Window => ({ from: { value: -value, unit }, to: dayItself });

const isBetween = (mark: Mark | undefined) =>
  isMark(mark, "filler") || isMark(mark, "connector") || isMark(mark, "status");

function timeBehind(marks: readonly Mark[], from: number): number | null {
  for (let at = from + 1; at < marks.length && at - from <= longestReach; at++) {
    const mark = marks[at]!;
    if (isMark(mark, "window") || (isMark(mark, "bound") && mark.bound.unit.of === "time")) return at;
    const isPassed = isMark(mark, "filler") || isMark(mark, "demand") || isMark(mark, "endpoint");
    if (!isPassed) return null;
  }
  return null;
}

const leastOfWindow = ({ from, to, part }: Window): Offset | null =>
  from === undefined && to !== undefined && to.value < 0 && (part === undefined || part === "start")
    ? { value: -to.value, unit: to.unit }
    : null;

/** "距末次化疗≥4周": a bound that the word before the treatment makes a distance. */
function leastOf(marks: readonly Mark[], at: number, time: Mark): Offset | null {
  const before = marks[at - 1];
  const isDistance = isMark(before, "relation") && before.is === "before";
  if (!isDistance) return null;
  return leastOfBound(time);
}

function mostOfBound(time: Mark): Offset | null {
  if (!isMark(time, "bound") || time.bound.unit.of !== "time") return null;
  const { range, unit } = time.bound;
  return range.max === undefined || range.min !== undefined ? null : { value: range.max, unit: unit.unit };
}

function leastOfBound(time: Mark): Offset | null {
  if (!isMark(time, "bound") || time.bound.unit.of !== "time") return null;
  const { range, unit } = time.bound;
  return range.min === undefined || range.max !== undefined ? null : { value: range.min, unit: unit.unit };
}
