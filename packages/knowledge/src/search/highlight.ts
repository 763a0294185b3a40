import { charClass, foldCharacter } from "../text/characters.ts";

/** UTF-16 places in a name, end excluded. */
export type Highlight = readonly [start: number, end: number];

/** A name folded for comparison, each folded unit with the place it was written at. */
export type FoldedName = { folded: string; places: number[]; text: string };

/** Folds a name: separators become one space. */
export function foldName(text: string): FoldedName {
  let folded = "";
  const places: number[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (isWordUnit(code)) {
      places.push(i++);
      folded += String.fromCharCode(code);
      continue;
    }
    const point = text.codePointAt(i)!;
    const char = foldCharacter(point);
    const piece = char.class === charClass.separator ? (folded.endsWith(" ") || folded === "" ? "" : " ") : char.text;
    for (let k = 0; k < piece.length; k++) places.push(i);
    folded += piece;
    i += point > 0xffff ? 2 : 1;
  }
  places.push(text.length);
  return { folded, places, text };
}

/** What was written at folded units `from` to `to`. */
export const placeOf = (name: FoldedName, from: number, to: number): Highlight => [
  name.places[from]!,
  to < name.places.length - 1 ? name.places[to]! : name.text.length,
];

/** Where a word begins a word of the name; -1 when nowhere. */
export function wordStart(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !isWordUnit(folded.charCodeAt(at - 1))) return at;
  }
  return -1;
}

const isWordUnit = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
