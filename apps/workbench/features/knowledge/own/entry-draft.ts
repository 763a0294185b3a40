import type { ProjectEntry } from "@qinghao/knowledge/project-schema";
import type { ConceptKind, Language } from "@qinghao/knowledge/schema";

/** Every field of every kind of entry, so that nothing typed is lost while one tries another kind. */
export type Draft = {
  entry: ProjectEntry["entry"];
  text: string;
  language: Language;
  concept: string;
  kind: Exclude<ConceptKind, "code">;
  parent: string;
  role: Extract<ProjectEntry, { entry: "name" }>["role"];
  system: string;
  code: string;
  relation: Extract<ProjectEntry, { entry: "code" }>["relation"];
  note: string;
};

export function draftOf(entry: ProjectEntry | null, locale: "en" | "zh"): Draft {
  const empty: Draft = {
    entry: "name",
    text: "",
    language: locale === "zh" ? "zh-Hans" : "en",
    concept: "",
    kind: "disease",
    parent: "",
    role: "synonym",
    system: "",
    code: "",
    relation: "exact",
    note: "",
  };
  if (entry === null) return empty;
  const { note, ...rest } = entry;
  return { ...empty, ...rest, parent: entry.entry === "concept" ? (entry.parent ?? "") : "", note: note ?? "" };
}

/** The fields that the chosen kind has, as the schema takes them. */
export function entryOf(draft: Draft): unknown {
  const { entry, text, language, concept } = draft;
  const note = draft.note.trim() === "" ? null : draft.note;
  const common = { entry, text, language, concept, note };
  if (entry === "concept")
    return { ...common, kind: draft.kind, parent: draft.parent.trim() === "" ? null : draft.parent };
  if (entry === "name") return { ...common, role: draft.role };
  return { ...common, system: draft.system, code: draft.code, relation: draft.relation };
}
