import type { ConceptRef, MentionView } from "@qinghao/api/schema";
import type { WireError } from "@qinghao/kernel";
import { ResponseFailure } from "../../../trpc/failure.ts";

/** A mention in one line of the text, with what the reader made of it. */
export type ReadMention = MentionView & {
  key: string;
  /** Line of the text, from 0. */
  line: number;
  /** The concept that a person chose in place of the first answer, or that it is none; undefined while nobody did. */
  chosen: ConceptRef | null | undefined;
};

/** Most lines that one question takes. */
export const mostLines = 1000;

/** Finds concepts in each line. The text travels in the body: it may be far longer than an address. */
export async function linkTexts(
  lines: readonly string[],
  lang: "en" | "zh" | "auto",
  inProject: { projectId?: string },
  signal: AbortSignal,
): Promise<ReadMention[]> {
  const response = await fetch("/api/v1/knowledge/link", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": document.documentElement.lang },
    body: JSON.stringify({ texts: lines, lang, ...inProject }),
    signal,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new ResponseFailure((answer as { error: WireError }).error);
  const { texts } = answer as { texts: { mentions: MentionView[] }[] };
  return texts.flatMap(({ mentions }, line) =>
    mentions.map((mention) => ({ ...mention, line, key: `${line}:${mention.start}`, chosen: undefined })),
  );
}

/** What a mention stands for: the person's choice, otherwise what was answered. */
export const conceptOf = (mention: ReadMention): ConceptRef | null =>
  mention.chosen === undefined ? mention.concept : mention.chosen;

export const linkCsvHeader = [
  "row",
  "text",
  "start",
  "end",
  "matched",
  "concept",
  "name_en",
  "name_zh",
  "score",
  "qualifiers",
  "decided",
];

/** Rows of the export: the columns that the command line writes, then qualifiers and who decided. */
export function linkRows(lines: readonly string[], mentions: readonly ReadMention[]): (string | number | null)[][] {
  return mentions.map((mention) => {
    const concept = conceptOf(mention);
    return [
      mention.line + 1,
      lines[mention.line] ?? "",
      mention.start,
      mention.end,
      mention.matched,
      concept?.id ?? null,
      concept?.name.en ?? null,
      concept?.name.zh ?? null,
      mention.score.toFixed(3),
      mention.qualifiers.map(({ kind, text }) => `${kind}=${text}`).join("; "),
      mention.chosen === undefined ? "matcher" : "person",
    ];
  });
}
