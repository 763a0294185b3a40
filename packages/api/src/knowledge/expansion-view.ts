import {
  type ExcludedCode,
  type ExpandedCode as ExpandedByKnowledge,
  expand,
  type Knowledge,
  type ReasonStep,
  type SourceInfo,
} from "@qinghao/knowledge";
import type { ExpandedCode, ExpansionView } from "../schema.ts";
import { codeOf } from "./code-links.ts";
import { conceptRef, namesOf } from "./concept-ref.ts";

/**
 * The codes of a system that fall under a concept, and apart from them those that cover more, wait for a decision, or are
 * kept out by a note. Errors: `knowledge.concept.unknown`, `knowledge.system.unknown`.
 */
export function expansionView(knowledge: Knowledge, id: string, system: string): ExpansionView {
  const concept = conceptRef(knowledge, id);
  const { included, broader, candidates, excluded } = expand(knowledge, id, system);
  const view = (code: ExpandedByKnowledge) => codeView(knowledge, code);
  return {
    concept,
    system,
    codes: included.map(view),
    broader: broader.map(view),
    candidates: candidates.map(view),
    excluded: excluded.map((code) => excludedView(knowledge, code)),
  };
}

function codeView(knowledge: Knowledge, { id, code, relation, path }: ExpandedByKnowledge): ExpandedCode {
  // A bare identifier (LOINC) is no concept of its own: it carries the name of what it identifies.
  const named = knowledge.has(id) ? id : (path.at(-1)?.from ?? id);
  const source = path.at(-1)?.source ?? definingSource(knowledge, id);
  return { code, id, title: namesOf(knowledge, named), relation, reasons: path.map(reasonText), source: source.id };
}

/** Read "code relation concept", as the relations of the packs are. */
const reasonText = ({ from, how, to, source }: ReasonStep): string => `${to} ${how} ${from} (${source.id})`;

function excludedView(knowledge: Knowledge, { id, excludedBy, note }: ExcludedCode): ExpandedCode {
  const reason = note === null ? `${excludedBy} excludes ${id}` : `${excludedBy} excludes ${id}: ${note}`;
  const source = definingSource(knowledge, id).id;
  return { code: codeOf(id).code, id, title: namesOf(knowledge, id), relation: "excluded", reasons: [reason], source };
}

const definingSource = (knowledge: Knowledge, id: string): SourceInfo => knowledge.concept(id).sources[0]!;
