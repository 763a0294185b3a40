import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const han = /^\p{Script=Han}+$/u;
/** Words that the rules of exceptions look for. */
const kept = /^(?:除|除了|外|以外|之外)$/;
const romanHead = /^[ⅰⅱⅲⅳ]$/;
const romanTail = /^[abc][1-3]?$/;

/**
 * Joins Chinese characters that no table knows to one word, so that a run of them counts once, and a Roman sign with the
 * letter that touches it ("ⅢB").
 */
export const joinHanWords: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const last = out[out.length - 1];
    if (isMark(mark, "word") && isMark(last, "word") && last.end === mark.start) {
      const [a, b] = [folded.slice(last.start, last.end), folded.slice(mark.start, mark.end)];
      if ((han.test(a) && han.test(b) && !kept.test(a) && !kept.test(b)) || (romanHead.test(a) && romanTail.test(b))) {
        out[out.length - 1] = { ...last, end: mark.end };
        continue;
      }
    }
    out.push(mark);
  }
  return out;
};
