import type { Knowledge } from "@qinghao/knowledge";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { LanguageChoice } from "../parse/languages.ts";
import { parseCriteria } from "../parse/parse-criteria.ts";
import type { ImportedTrial, UnreadPart } from "./imported-trial.ts";

const headings = {
  en: { inclusion: "Inclusion Criteria:\n", exclusion: "Exclusion Criteria:\n" },
  zh: { inclusion: "入选标准：\n", exclusion: "排除标准：\n" },
} as const;

/**
 * An imported trial as a criteria document: its structured criteria as they are, its free text read, in the order of the
 * text. Every criterion's offsets point into `source.text`, the trial's whole text.
 */
export function documentOf(
  trial: ImportedTrial,
  { knowledge, lang = "auto" }: { knowledge: Knowledge; lang?: LanguageChoice },
): CriteriaDocument {
  const languages = new Set<CriteriaDocument["source"]["language"]>();
  const criteria: Criterion[] = [...trial.criteria];
  for (const part of trial.unread) {
    const { language, found } = readPart(trial.text, part, knowledge, lang);
    languages.add(language);
    criteria.push(...found);
  }
  const inOrder = numbered(criteria.sort((a, b) => a.start - b.start));
  const [only = "en"] = languages;
  return {
    version: 1,
    source: {
      format: trial.format,
      ...(trial.id === null ? {} : { id: trial.id }),
      ...(trial.title === null ? {} : { title: trial.title }),
      language: languages.size > 1 ? "mixed" : only,
      text: trial.text,
    },
    criteria: inOrder,
  };
}

/** A part whose list the source names is read below that list's heading, so that a stray heading inside it still counts. */
function readPart(text: string, { start, end, type }: UnreadPart, knowledge: Knowledge, lang: LanguageChoice) {
  const part = text.slice(start, end);
  const heading = type === undefined ? "" : headings[/\p{Script=Han}/u.test(part) ? "zh" : "en"][type];
  const { source, criteria } = parseCriteria(heading + part, { knowledge, lang });
  const shift = start - heading.length;
  return {
    language: source.language,
    found: criteria
      .filter((one) => one.end > heading.length)
      .map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
  };
}

function numbered(criteria: readonly Criterion[]): Criterion[] {
  const counts = { inclusion: 0, exclusion: 0 };
  return criteria.map((one) => ({ ...one, id: `${one.type === "inclusion" ? "I" : "E"}${++counts[one.type]}` }));
}
