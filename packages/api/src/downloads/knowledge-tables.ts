import type { ConceptEdge, Knowledge, SourceInfo } from "@qinghao/knowledge";
import { conceptRef, namesOf } from "../knowledge/concept-ref.ts";
import { expansionView } from "../knowledge/expansion-view.ts";
import { rankRelations } from "../knowledge/relations.ts";
import type { ExpandedCode } from "../schema.ts";
import { tsvRow } from "./tsv-row.ts";

const sourceColumns = ["source", "source_title", "source_version", "source_date", "licence"];
const sourceCells = ({ id, title, version, date, licence }: SourceInfo) => [id, title, version, date, licence];

/** Rows between two turns of other requests. */
const rowsPerPiece = 500;

/** Every name of a concept with its source and licence. */
export async function* namesTsv(knowledge: Knowledge, id: string): AsyncIterable<string> {
  const { kind, name } = conceptRef(knowledge, id);
  yield tsvRow(["concept", "kind", "name_en", "name_zh", "text", "language", "role", "usable", ...sourceColumns]);
  for (const { text, language, role, usable, source } of knowledge.concept(id).names) {
    yield tsvRow([id, kind, name.en, name.zh, text, language, role, usable, ...sourceCells(source)]);
  }
}

/** Every relation of a concept, both ends with their names, with its source and licence. */
export async function* relationsTsv(knowledge: Knowledge, id: string): AsyncIterable<string> {
  const edges = rankRelations(knowledge, id, knowledge.edges(id));
  const ends = ["subject", "subject_name_en", "subject_name_zh", "predicate"];
  yield tsvRow([...ends, "object", "object_name_en", "object_name_zh", "detail", ...sourceColumns]);
  const row = ({ subject, predicate, object, detail, source }: ConceptEdge) => {
    const [from, to] = [namesOf(knowledge, subject), namesOf(knowledge, object)];
    return tsvRow([subject, from.en, from.zh, predicate, object, to.en, to.zh, detail, ...sourceCells(source)]);
  };
  for (let at = 0; at < edges.length; at += rowsPerPiece) {
    yield edges
      .slice(at, at + rowsPerPiece)
      .map(row)
      .join("");
  }
}

/** The codes of a system under a concept; `part` says which of them are not in the set, and `reasons` why each is there. */
export async function* codesTsv(knowledge: Knowledge, id: string, system: string): AsyncIterable<string> {
  const { concept, codes, broader, candidates, excluded } = expansionView(knowledge, id, system);
  const titles = ["concept", "concept_name_en", "concept_name_zh", "system", "part", "code", "title_en", "title_zh"];
  yield tsvRow([...titles, "relation", "reasons", ...sourceColumns]);
  const parts: [part: string, codes: readonly ExpandedCode[]][] = [
    ["set", codes],
    ["broader", broader],
    ["candidate", candidates],
    ["excluded", excluded],
  ];
  const { en, zh } = concept.name;
  const sources = new Map(knowledge.packs.flatMap(({ header }) => header.sources.map((source) => [source.id, source])));
  for (const [part, list] of parts) {
    for (const code of list) {
      const cells = [code.code, code.title.en, code.title.zh, code.relation, code.reasons.join("; ")];
      yield tsvRow([id, en, zh, system, part, ...cells, ...sourceCells(sources.get(code.source)!)]);
    }
  }
}
