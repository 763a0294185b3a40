import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { lexiconOf, longestPhrase } from "../read/lexicon.ts";
import { measures } from "./measures.ts";

const measureNames = lexiconOf(measures);
const movement = /(?:升高|上升|增高|增加|下降|降低|减少)$/;
const upwards = /(?:升高|上升|增高|增加)$/;

/**
 * "血肌酐升高≥0.3mg/dL": a code's name that ends in a movement is, before a number, the item and how far it moved.
 */
export const splitMovements: Rule = (marks, { folded }) =>
  marks.flatMap((mark, at): Mark[] => {
    const next = marks[at + 1];
    const isBounded = isMark(next, "comparator") || isMark(next, "number");
    const found = isMark(mark, "concept") && isBounded ? movement.exec(folded.slice(mark.start, mark.end)) : null;
    if (found === null) return [mark];
    const name = longestPhrase(measureNames, folded, mark.start);
    const middle = mark.start + found.index;
    if (name === null || name.end !== middle) return [mark];
    const is = upwards.test(found[0]) ? "up" : "down";
    return [
      { start: mark.start, end: middle, ...name.value },
      { start: middle, end: mark.end, type: "difference", is },
    ];
  });

const aftermath = /^(?:术后|治疗后|放化疗后)$/;

/** "术后3个月内": a time that counts from an operation of which nothing more is said is not one from the index date. */
export const keepAftermaths: Rule = (marks, { folded }) =>
  marks.map((mark, at): Mark => {
    const next = marks[at + 1];
    const isTimed = isMark(next, "number") || isMark(next, "quantity") || isMark(next, "comparator");
    const isAfter = isMark(mark, "filler") && aftermath.test(folded.slice(mark.start, mark.end));
    return isAfter && isTimed ? { start: mark.start, end: mark.end, type: "word" } : mark;
  });
