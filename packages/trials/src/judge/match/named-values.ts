import { type NamedBound, ofTime, writtenNumber, writtenUnit } from "../criterion/named-bounds.ts";
import type { NoteReading } from "../note/read-note.ts";
import { isSameWord, meaningfulWords } from "../words.ts";

/** How the note's values stand to the bounds: the latest value under the same name and in a unit that does not differ. */
export function judgeNamedBounds(
  note: NoteReading,
  bounds: readonly NamedBound[],
): { readonly met: number; readonly failed: number; readonly sentences: readonly number[] } {
  let [met, failed] = [0, 0];
  const sentences = new Set<number>();
  for (const { names, range, unit } of bounds) {
    const value = latestValue(note, names, unit);
    if (value === null) continue;
    sentences.add(value.sentence);
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, minExclusive, maxExclusive } = range;
    const isMet =
      (minExclusive === true ? value.value > min : value.value >= min) &&
      (maxExclusive === true ? value.value < max : value.value <= max);
    if (isMet) met++;
    else failed++;
  }
  return { met, failed, sentences: [...sentences] };
}

function latestValue(
  note: NoteReading,
  names: readonly string[],
  unit: string,
): { value: number; sentence: number } | null {
  let found: { value: number; sentence: number } | null = null;
  const pattern = new RegExp(`(?<![\\w/.-])${writtenNumber}${writtenUnit}`, "gi");
  for (const sentence of note.sentences)
    for (const match of sentence.text.matchAll(pattern)) {
      const own = (match[2] ?? "").toLowerCase();
      if (unit !== own && (unit !== "" || own === "%") && (own !== "" || unit === "%")) continue;
      if (ofTime.test(sentence.text.slice(match.index + match[0].length))) continue;
      const before = sentence.text
        .slice(Math.max(0, match.index - 60), match.index)
        .replace(/^.*(?<![A-Za-z-])\d[\d.,]*(?![\d)])/, "");
      const words = meaningfulWords(before).map(({ start, end }) => before.slice(start, end));
      const said = names.every((name) => words.some((word) => isSameWord(word.toLowerCase(), name.toLowerCase())));
      if (said) found = { value: Number(match[1]!.replaceAll(",", "")), sentence: sentence.number };
    }
  return found;
}
