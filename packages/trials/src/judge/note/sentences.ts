/** A sentence of a note with the number that evidence points to. */
export type NumberedSentence = { readonly number: number; readonly text: string };

const numbered = /^\s*(\d{1,4})[.)．、]\s+(.*)$/;
const abbreviation =
  /(?:\b(?:Dr|Mr|Mrs|Ms|St|vs|approx|No|Fig|e\.g|i\.e|etc|hr|hrs|min|yr|yrs|mo|wk|resp|temp|p\.o|b\.i\.d|q\.d|a\.m|p\.m|h\/o|s\/p)|\b[A-Z])\.$/;

/**
 * Sentences of a note. Lines that begin with `0.`, `1.` … in ascending order keep their numbers (a line without one
 * belongs to the sentence before it); any other text is split at sentence ends and numbered from 0.
 */
export function splitSentences(note: string): NumberedSentence[] {
  const lines = note.split(/\r?\n/).filter((line) => line.trim() !== "");
  const own = numberedLines(lines);
  if (own !== null) return own;
  return lines.flatMap(splitLine).map((text, number) => ({ number, text }));
}

function numberedLines(lines: readonly string[]): NumberedSentence[] | null {
  const found: { number: number; text: string }[] = [];
  for (const line of lines) {
    const match = numbered.exec(line);
    const last = found.at(-1);
    const number = match === null ? Number.NaN : Number(match[1]);
    if (
      match !== null &&
      number === (last === undefined ? number : last.number + 1) &&
      (last !== undefined || number <= 1)
    ) {
      found.push({ number, text: match[2]!.trim() });
    } else if (last === undefined) return null;
    else last.text += ` ${line.trim()}`;
  }
  return found.length > 0 ? found : null;
}

function splitLine(line: string): string[] {
  const out: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[.!?]+(?=\s+["'(]?[A-Z0-9])|[。！？；]+/g)) {
    const end = match.index + match[0].length;
    const piece = line.slice(start, end);
    if (match[0] === "." && abbreviation.test(piece)) continue;
    out.push(piece.trim());
    start = end;
  }
  out.push(line.slice(start).trim());
  return out.filter((piece) => piece !== "");
}
