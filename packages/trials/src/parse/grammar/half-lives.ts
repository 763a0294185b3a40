import type { Rule } from "../language.ts";
import { isMark, type Mark, spanOfMarks } from "../mark.ts";

/** Marks between the two times ("or", "within"), and from them to the words that choose. */
const longestReach = 6;

/**
 * "Within 4 weeks or 5 half-lives, whichever is longer": no record holds a drug's half-life. The time that is given stays,
 * and the other becomes a mark of its own that says whether it widens or narrows what the time says.
 */
export const readHalfLives: Rule = (given) => {
  if (!hasHalfLives(given)) return given;
  const marks = openGroups(given);
  const at = marks.findIndex((mark) => isMark(mark, "half-lives"));
  const choice = choiceBehind(marks, at);
  const from = firstOf(marks, at);
  const times = [timeFrom(marks, from, -1), timeFrom(marks, at, 1)].filter((place) => place !== null);
  const [time] = times;
  if (time === undefined) return marks.map(withoutMeaning);
  const isBefore = time < from;
  const said = marks[choice ?? -1];
  const gone = new Set<number>();
  for (let place = isBefore ? time + 1 : from; place <= (isBefore ? at : time - 1); place++) gone.add(place);
  if (choice !== null)
    for (let place = choice; place > Math.max(time, at); place--) if (isSaid(marks, place)) gone.add(place);
  const kept = marks.filter((_, place) => !gone.has(place));
  const removed = marks.filter((_, place) => gone.has(place));
  const is = isMark(said, "choice") ? said.is : "wider";
  // It stands behind the whole expression of time.
  let behind = kept.indexOf(marks[time]!) + 1;
  while (isTimeWord(kept[behind])) behind++;
  const alternative: Mark = { ...spanOfMarks(removed), type: "alternative", is };
  return [...kept.slice(0, behind), alternative, ...kept.slice(behind)].map(withoutMeaning);
};

const hasHalfLives = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => isMark(mark, "half-lives") || (isMark(mark, "group") && hasHalfLives(mark.of)));

const withoutMeaning = (mark: Mark): Mark =>
  isMark(mark, "half-lives") || isMark(mark, "choice") ? { start: mark.start, end: mark.end, type: "word" } : mark;

/** "(or 5 half-lives, whichever is longer)" is read as if it stood without brackets. */
const openGroups = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) =>
    isMark(mark, "group") && mark.of.some((one) => isMark(one, "half-lives") || isMark(one, "choice"))
      ? mark.of
      : [mark],
  );

const isTimeWord = (mark: Mark | undefined) =>
  isMark(mark, "relation") || isMark(mark, "anchor") || isMark(mark, "filler") || isMark(mark, "endpoint");

/** Where the half-lives' own number begins. */
function firstOf(marks: readonly Mark[], at: number): number {
  let from = at;
  while (isMark(marks[from - 1], "filler")) from--;
  return isMark(marks[from - 1], "quantity") || isMark(marks[from - 1], "bound") ? from - 1 : at;
}

const isTime = (mark: Mark | undefined) =>
  (isMark(mark, "quantity") && mark.unit.of === "time") || (isMark(mark, "bound") && mark.bound.unit.of === "time");

/** The time that the half-lives are an alternative of, joined by "or" or a comma. */
function timeFrom(marks: readonly Mark[], from: number, step: 1 | -1): number | null {
  let isJoined = false;
  for (let at = from + step; marks[at] !== undefined && Math.abs(at - from) <= longestReach; at += step) {
    const mark = marks[at]!;
    if (isTime(mark)) return isJoined ? at : null;
    if (isMark(mark, "connector") || (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"))) isJoined = true;
    else if (!isMark(mark, "filler") && !isMark(mark, "relation")) return null;
  }
  return null;
}

function choiceBehind(marks: readonly Mark[], from: number): number | null {
  for (let at = from + 1; marks[at] !== undefined && at - from <= longestReach + 3; at++) {
    if (isMark(marks[at], "choice")) return at;
    if (isMark(marks[at], "concept") || isMark(marks[at], "leaf")) return null;
  }
  return null;
}

/** The words that choose, with the comma before them. */
const isSaid = (marks: readonly Mark[], at: number) =>
  isMark(marks[at], "choice") || (isMark(marks[at], "punct") && isMark(marks[at + 1], "choice"));
