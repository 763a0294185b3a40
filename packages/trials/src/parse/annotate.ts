import type { Knowledge } from "@qinghao/knowledge";
import { joinValues } from "./grammar/grammar.ts";
import { type LanguageChoice, languageOf } from "./languages.ts";
import type { Mark } from "./mark.ts";
import { foldText } from "./read/fold.ts";
import { readMarks } from "./read/read-marks.ts";
import { flattenItems, splitCriteria } from "./split/items.ts";

export const annotationTypes = [
  "condition",
  "drug",
  "procedure",
  "measurement",
  "gene",
  "age",
  "sex",
  "life-stage",
  "value",
  "time",
  "negation",
  "exception",
  "status",
  "qualifier",
  "state",
  "consent",
  "result",
  "visit",
  "stage",
  "allergy",
] as const;
export type AnnotationType = (typeof annotationTypes)[number];
export type Annotation = { start: number; end: number; type: AnnotationType; text: string; code?: string };

type Options = { knowledge: Knowledge; lang?: LanguageChoice };

/**
 * What the reader sees in a text before it makes trees of it: names with their concept ids, numbers with comparator and
 * unit, times, denials and exceptions. Left to right, offsets in UTF-16 units, never overlapping.
 */
export function annotate(text: string, { knowledge, lang = "auto" }: Options): Annotation[] {
  const language = languageOf(lang, text);
  const folded = foldText(text);
  const out: Annotation[] = [];
  for (const { type, items } of splitCriteria(language, text, folded)) {
    for (const item of flattenItems(items)) {
      const marks = readMarks(language, knowledge, text, folded, item.from, item.to);
      const joined = joinValues(language, marks, { text, folded, type });
      out.push(...annotationsOf(marks, joined, text));
    }
  }
  return out;
}

/** Names come from the marks as they were read; values and times from what the grammar made of them. */
function annotationsOf(marks: readonly Mark[], joined: readonly Mark[], text: string): Annotation[] {
  const out: Annotation[] = [];
  const push = (mark: Mark, type: AnnotationType, code?: string) =>
    out.push({
      start: mark.start,
      end: mark.end,
      type,
      text: text.slice(mark.start, mark.end),
      ...(code === undefined ? {} : { code }),
    });
  for (const mark of marks) {
    const found = namedType(mark);
    if (found !== null) push(mark, found.type, found.code);
  }
  const visit = (all: readonly Mark[]) => {
    for (const mark of all) {
      if (mark.type === "group") visit(mark.of);
      else if (mark.type === "window") push(mark, "time");
      else if (mark.type === "relation" && mark.is === "before") push(mark, "status");
      else if (mark.type === "leaf" && mark.tree.kind === "stage") push(mark, "stage");
      else if (mark.type === "bound" || mark.type === "quantity") push(mark, "value");
    }
  };
  visit(joined);
  return withoutOverlap(out);
}

function namedType(mark: Mark): { type: AnnotationType; code?: string } | null {
  switch (mark.type) {
    case "concept":
      // "Chemotherapy" is drugs in a tree and a treatment in the text.
      return { type: mark.isTherapy === true ? "procedure" : conceptType(mark.kind), code: mark.ref.id };
    case "measure":
      if (mark.measure.of === "age") return { type: "age" };
      return mark.measure.of === "lab" ? { type: "measurement", code: mark.measure.item.id } : { type: "measurement" };
    case "leaf":
      return mark.tree.kind === "age" ? { type: "life-stage" } : null;
    case "intent":
      // "Adjuvant therapy" is a treatment, though the words name no more of it.
      return mark.isTreatment === true ? { type: "procedure" } : null;
    case "negation":
    case "exception":
    case "status":
    case "qualifier":
    case "sex":
    case "state":
    case "consent":
    case "result":
    case "visit":
    case "allergy":
      return { type: mark.type };
    default:
      return null;
  }
}

function conceptType(kind: Extract<Mark, { type: "concept" }>["kind"]): AnnotationType {
  if (kind === "drug" || kind === "drug-class" || kind === "herb") return "drug";
  if (kind === "gene" || kind === "family" || kind === "variant" || kind === "pathway") return "gene";
  if (kind === "procedure") return "procedure";
  return kind === "lab" ? "measurement" : "condition";
}

function withoutOverlap(found: Annotation[]): Annotation[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Annotation[] = [];
  for (const one of found) {
    const last = out[out.length - 1];
    if (last === undefined || one.start >= last.end) out.push(one);
  }
  return out;
}
