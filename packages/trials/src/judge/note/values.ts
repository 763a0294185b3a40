import { measureNames } from "../measures.ts";

/** A value that a note gives, in the measure's unit. */
export type NoteValue = { readonly measure: string; readonly value: number; readonly sentence: number };

const number = "(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)";
const value = new RegExp(
  `^(?:\\s*\\([A-Za-z0-9+/-]{1,8}\\))?[\\s:=,(]*(?:(?:is|was|were|of|at|rate|level|count|about|approximately|measured|being|now|remains?|shows?|on room air|in|the|by|to|up|ER|为|约)[\\s:=(]+)*${number}\\s*(?:[x×*]\\s*10\\^?\\d\\s*)?(°?[A-Za-zµμ%/^\\d.℃]*)`,
  "i",
);
const pressure = /(?:blood pressure|\bBP\b|血压)[^\d;.]{0,40}?(\d{2,3})\s*\/\s*(\d{2,3})/gi;
const bareCelsius = /(\d{2}(?:\.\d)?)\s*(?:°\s?C|℃|C\b)/g;

/** Vital signs and laboratory results of one sentence. */
export function valuesOf(text: string, sentence: number): NoteValue[] {
  const found: NoteValue[] = [];
  for (const match of text.matchAll(pressure)) {
    found.push({ measure: "systolic pressure", value: Number(match[1]), sentence });
    found.push({ measure: "diastolic pressure", value: Number(match[2]), sentence });
  }
  for (const { id, end, scale } of measureNames(text)) {
    const match = value.exec(text.slice(end, end + 60));
    if (match === null) continue;
    if (/^\s*(?:years?|months?|weeks?|days?|yo)\b/i.test(match[2]!)) continue;
    found.push({ measure: id, value: scale(Number(match[1]!.replaceAll(",", "")), match[2]!), sentence });
  }
  if (!found.some(({ measure }) => measure === "temperature"))
    for (const match of text.matchAll(bareCelsius)) {
      const degrees = Number(match[1]);
      if (degrees >= 34 && degrees <= 43) found.push({ measure: "temperature", value: degrees, sentence });
    }
  return found;
}
