import { knowledgeErrors } from "../errors.ts";
import type { PackRows } from "./rows.ts";

const curie = /^[A-Z][A-Za-z0-9]*:[^\s]+$/;

/** Refuses rows that would make a pack contradict itself: unknown or double ids, sources without a line, two preferred names. */
export function checkRows(rows: PackRows): void {
  const sources = new Set(rows.sources.map((source) => source.id));
  const known = new Set<string>();
  const refuse = (what: string, id: string, source: string, reason: string) => {
    throw knowledgeErrors.create("row.invalid", { what, id, source, reason });
  };
  for (const { id, source } of rows.concepts) {
    if (!curie.test(id)) refuse("concept", id, source, "the id is not of the form PREFIX:VALUE");
    if (known.has(id)) refuse("concept", id, source, "the id is there twice");
    if (!sources.has(source)) refuse("concept", id, source, "the source has no line in the licence manifest");
    known.add(id);
  }
  const preferred = new Set<string>();
  for (const { concept, text, language, role, source } of rows.terms) {
    if (!known.has(concept)) refuse("name", concept, source, "the concept is not in the pack");
    if (!sources.has(source)) refuse("name", concept, source, "the source has no line in the licence manifest");
    if (text.trim() === "" || text !== text.trim()) refuse("name", concept, source, "it is empty or has outer spaces");
    if (role !== "preferred") continue;
    const key = `${concept} ${language}`;
    if (preferred.has(key)) refuse("name", concept, source, `a second preferred name in ${language}`);
    preferred.add(key);
  }
  for (const { subject, object, predicate, source } of rows.edges) {
    if (!sources.has(source)) refuse("relation", subject, source, "the source has no line in the licence manifest");
    for (const end of [subject, object]) {
      if (!known.has(end)) refuse("relation", `${subject} ${predicate} ${object}`, source, `${end} is not in the pack`);
    }
  }
  for (const { concept, source } of rows.xrefs) {
    if (!known.has(concept)) refuse("identifier", concept, source, "the concept is not in the pack");
    if (!sources.has(source)) refuse("identifier", concept, source, "the source has no line in the licence manifest");
  }
}
