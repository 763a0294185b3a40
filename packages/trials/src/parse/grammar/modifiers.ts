import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const isModifier = (mark: Mark | undefined) =>
  isMark(mark, "qualifier") || (isMark(mark, "status") && mark.is === "active");

/**
 * "Active or chronic hepatitis", "active, serious infections": words that narrow one name and are joined by "or" or a comma
 * are one word about it, not members of a list.
 */
export const joinModifiers: Rule = (given, { folded }) => {
  const marks = joinNon(given, folded);
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    let last = at;
    while (isModifier(marks[last]) && isJoint(marks[last + 1]) && isModifier(marks[last + 2])) last += 2;
    const mark = marks[at]!;
    let next = last + 1;
    while (isModifier(marks[next])) next++;
    if (last === at || !isNamed(marks[next])) {
      out.push(mark);
      continue;
    }
    const joined = marks.slice(at, last + 1).filter(isModifier);
    const { start, end } = { start: mark.start, end: marks[last]!.end };
    const areStatuses = joined.every((one) => isMark(one, "status"));
    out.push(areStatuses ? { start, end, type: "status", is: "active" } : { start, end, type: "qualifier" });
    at = last;
  }
  return shareModifiers(out, folded);
};

const adjective =
  /^(?:[a-z-]+(?:al|ac|ic|ous|ar|ary|ive)|liver|kidney|thyroid|lung|heart|skin|eye|immune|autoimmune|endocrine|gi)$/;

/** "Active viral or bacterial infection": the first name lends the second's noun, and the second the first's word. */
function shareModifiers(marks: readonly Mark[], folded: string): Mark[] {
  const out: Mark[] = [];
  let told: Mark[] = [];
  for (const [at, mark] of marks.entries()) {
    if (isNamed(mark)) {
      const before = marks[nameBefore(marks, at)];
      const isShort = before !== undefined && adjective.test(folded.slice(before.start, before.end));
      if (isShort) out.push(...told);
      else told = modifiersBefore(marks, at);
    }
    out.push(mark);
  }
  return out;
}

/** Where the name stands that a comma, a stroke or "or" joins to this one; -1 without one. */
function nameBefore(marks: readonly Mark[], at: number): number {
  let place = at - 1;
  while (place > 0 && at - place <= 2 && isListJoint(marks[place])) place--;
  return place < at - 1 && isNamed(marks[place]) ? place : -1;
}

const isListJoint = (mark: Mark | undefined) =>
  isMark(mark, "connector") || (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));

function modifiersBefore(marks: readonly Mark[], at: number): Mark[] {
  let from = at;
  while (isModifier(marks[from - 1])) from--;
  return marks.slice(from, at);
}

/** "Non-controlled hypertension": the denial is of the word that narrows, not of the diagnosis. */
function joinNon(marks: readonly Mark[], folded: string): Mark[] {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const place = isMark(marks[at + 1], "filler") && folded[marks[at + 1]!.start] === "-" ? at + 2 : at + 1;
    const next = marks[place];
    const isNon = isMark(mark, "negation") && folded.slice(mark.start, mark.end) === "non" && isMark(next, "qualifier");
    out.push(isNon ? { ...next!, start: mark.start } : mark);
    if (isNon) at = place;
  }
  return out;
}

const isJoint = (mark: Mark | undefined) =>
  (isMark(mark, "connector") && mark.is === "or") || (isMark(mark, "punct") && mark.is === ",");
const isNamed = (mark: Mark | undefined) =>
  (isMark(mark, "concept") && (mark.kind === "disease" || mark.kind === "phenotype")) ||
  (isMark(mark, "leaf") && mark.tree.kind === "condition");
