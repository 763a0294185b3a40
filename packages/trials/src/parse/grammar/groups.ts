import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const deepest = 6;

/** Puts what stands between brackets into groups. A bracket that is not closed, or nested too deep, is a filler. */
export const joinGroups: Rule = (marks) => {
  const stack: { mark: Mark; of: Mark[] }[] = [];
  let current: Mark[] = [];
  for (const mark of marks) {
    if (isMark(mark, "punct") && mark.is === "(") {
      if (stack.length >= deepest) continue;
      stack.push({ mark, of: current });
      current = [];
    } else if (isMark(mark, "punct") && mark.is === ")") {
      const open = stack.pop();
      if (open === undefined) continue;
      const group: Mark = { start: open.mark.start, end: mark.end, type: "group", of: current };
      current = open.of;
      current.push(group);
    } else current.push(mark);
  }
  while (stack.length > 0) current = [...stack.pop()!.of, ...current];
  return current;
};

/** Applies a rule inside groups too. */
export const inGroups =
  (rule: Rule): Rule =>
  (marks, context) =>
    rule(
      marks.map((mark): Mark => (isMark(mark, "group") ? { ...mark, of: inGroups(rule)(mark.of, context) } : mark)),
      context,
    );

/** Applies a rule first to what stands around groups, so that it may take up what they say, then inside them. */
export const aroundGroups =
  (rule: Rule): Rule =>
  (marks, context) =>
    rule(marks, context).map(
      (mark): Mark => (isMark(mark, "group") ? { ...mark, of: aroundGroups(rule)(mark.of, context) } : mark),
    );
