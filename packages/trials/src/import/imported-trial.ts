import type { CriteriaSource, Criterion } from "../criteria/document.schema.ts";

/** A stretch of the eligibility text that is still to be read; `type` where the source says which list it belongs to. */
export type UnreadPart = { start: number; end: number; type?: Criterion["type"] };

/** What a trial's record says of it, whatever format it came in. */
export type ImportedTrial = {
  format: CriteriaSource["format"];
  id: string | null;
  title: string | null;
  conditions: string[];
  interventions: string[];
  phases: string[];
  sponsor: string | null;
  /** The eligibility text, with structured fields (age, sex) as lines of their own, so that every criterion has a place in it. */
  text: string;
  /** Criteria that the source states in structured form. */
  criteria: Criterion[];
  /** Parts that are free text, in order. */
  unread: UnreadPart[];
  /** What the source holds that was not understood, for the reviewer. */
  notes: string[];
};

export const emptyTrial = (format: ImportedTrial["format"]): ImportedTrial => ({
  format,
  id: null,
  title: null,
  conditions: [],
  interventions: [],
  phases: [],
  sponsor: null,
  text: "",
  criteria: [],
  unread: [],
  notes: [],
});

/** Appends a line to the trial's text and answers where it stands. */
export function addLine(trial: ImportedTrial, line: string): { start: number; end: number } {
  if (trial.text !== "" && !trial.text.endsWith("\n")) trial.text += "\n";
  const start = trial.text.length;
  trial.text += `${line}\n`;
  return { start, end: start + line.length };
}

/** Appends free text that is to be read. */
export function addUnread(trial: ImportedTrial, text: string, type?: Criterion["type"]): void {
  if (text.trim() === "") return;
  const place = addLine(trial, text);
  trial.unread.push(type === undefined ? place : { ...place, type });
}

/** Appends a structured criterion with the line that a person reads for it. */
export function addCriterion(
  trial: ImportedTrial,
  type: Criterion["type"],
  line: string,
  tree: Criterion["tree"],
  notes: string[] = [],
): void {
  const place = addLine(trial, line);
  trial.criteria.push({
    id: `s${trial.criteria.length + 1}`,
    type,
    text: line,
    ...place,
    computable: computabilityOf(tree),
    tree,
    notes,
  });
}

/** `none` when every leaf is text, `partial` when some is. */
export function computabilityOf(tree: Criterion["tree"]): Criterion["computable"] {
  const kinds = leafKinds(tree);
  const texts = kinds.filter((kind) => kind === "text").length;
  return texts === 0 ? "full" : texts === kinds.length ? "none" : "partial";
}

function leafKinds(tree: Criterion["tree"]): string[] {
  if (tree.kind === "not") return leafKinds(tree.of);
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.flatMap(leafKinds);
  return [tree.kind];
}
