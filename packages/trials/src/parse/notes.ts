import { z } from "zod";
import type { Span } from "./structure/tree-shapes.ts";

export const noteCodes = ["unread", "list-head", "nothing-read", "too-long"] as const;
export type NoteCode = (typeof noteCodes)[number];
export const noteSchema = z.object({ code: z.enum(noteCodes), start: z.number().int(), end: z.number().int() });
export type Note = z.infer<typeof noteSchema>;

/** Notes are kept as `code@start-end`, offsets into the source's text, so that each page says them in its language. */
export const writeNote = (code: NoteCode, { start, end }: Span): string => `${code}@${start}-${end}`;

/** A note as it was written, or null where a string is none. */
export function readNote(note: string): Note | null {
  const found = /^([a-z-]+)@(\d+)-(\d+)$/.exec(note);
  if (found === null) return null;
  const read = noteSchema.safeParse({ code: found[1], start: Number(found[2]), end: Number(found[3]) });
  return read.success ? read.data : null;
}

const sentences: Record<NoteCode, { en: (words: string) => string; zh: (words: string) => string }> = {
  unread: { en: (words) => `Not understood: “${words}”`, zh: (words) => `未能理解：“${words}”` },
  "list-head": { en: (words) => `Introduces a list: “${words}”`, zh: (words) => `列表的引导语：“${words}”` },
  "nothing-read": {
    en: () => "Nothing of this could be read as a criterion; a person judges it.",
    zh: () => "该条未能解析为可计算的标准，由人工判断。",
  },
  "too-long": {
    en: () => "Longer than the reader takes; left as text.",
    zh: () => "文字过长，未解析，按原文保留。",
  },
};

/** The sentence that a reviewer reads; a string that is no note is given back as it is. */
export function sentenceOfNote(note: string, sourceText: string, language: "en" | "zh"): string {
  const read = readNote(note);
  if (read === null) return note;
  return sentences[read.code][language](sourceText.slice(read.start, read.end).replace(/\s+/g, " "));
}
