import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const han = /^\p{Script=Han}+$/u;
/** Words that the rules of exceptions and refusals look for. */
const kept = /^(?:除|除了|外|以外|之外|不|无法|不能|不可|不宜|不适合|不适宜|不愿|不同意)$/;
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
    // "非肌层浸润性": "非" before a word of no table is a part of that word.
    if (
      isMark(mark, "word") &&
      isMark(last, "negation") &&
      last.end === mark.start &&
      folded.slice(last.start, last.end) === "非"
    ) {
      out[out.length - 1] = { start: last.start, end: mark.end, type: "word" };
      continue;
    }
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

const otherFluid = /(?:尿|尿液|胸水|腹水|胸腔积液|脑脊液|积液)$/;

/** "尿肌酐", "腹水白蛋白": what is measured in another fluid is another item than the tables' own, which are of blood. */
export const keepFluidsApart: Rule = (marks, { folded }) =>
  marks.map((mark, at): Mark => {
    const before = marks[at - 1];
    const isLab = isMark(mark, "measure") && mark.measure.of === "lab";
    if (!isLab || before === undefined || before.end !== mark.start) return mark;
    if (!otherFluid.test(folded.slice(before.start, before.end))) return mark;
    return { ...mark, measure: { of: "other", name: folded.slice(before.start, mark.end) } };
  });
