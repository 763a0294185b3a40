import type { Mark } from "../mark.ts";

/** A pattern whose spaces stand for any white space: registries break lines anywhere. */
export const phrasePattern = (source: string): RegExp =>
  new RegExp(source.replaceAll(" ?", "\\s*").replaceAll(" ", "\\s+"), "g");

/** The marks with one filler, or word, for each stretch that a pattern finds; a stretch that would cut a mark is left. */
export function fillWhere(
  marks: readonly Mark[],
  folded: string,
  pattern: RegExp,
  type: "filler" | "word" = "filler",
): Mark[] {
  if (marks.length === 0) return [];
  const [from, to] = [marks[0]!.start, marks[marks.length - 1]!.end];
  return [...folded.slice(from, to).matchAll(pattern)].reduce<Mark[]>(
    (kept, found) => {
      const start = from + found.index;
      const end = start + found[0].length;
      const isCut = kept.some((mark) => mark.end > start && mark.start < end && (mark.start < start || mark.end > end));
      if (isCut) return kept;
      const around = kept.filter((mark) => mark.end <= start || mark.start >= end);
      return [...around, { start, end, type }].sort((a, b) => a.start - b.start);
    },
    [...marks],
  );
}
