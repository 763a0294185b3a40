import { conceptView } from "@qinghao/api/knowledge";
import type { ConceptRef, ConceptView } from "@qinghao/api/schema";
import { type Io, printJson, writeFully } from "../io.ts";
import { say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";
import type { ShowOptions } from "./concepts.command.ts";
import { openKnowledge } from "./open-knowledge.ts";

/** A list on a terminal ends here; `--json` has all. */
const most = 40;

/** `qinghao concepts show` */
export async function showConcept(io: Io, id: string, options: ShowOptions): Promise<void> {
  const view = conceptView(await openKnowledge(io, options.knowledge), id);
  if (options.json) return printJson(io, view);
  const title = [view.name.en, view.name.zh].filter((name) => name !== null).join(" · ");
  await writeFully(io.stdout, `${view.id}  ${view.kind}  ${title}\n${sectionsOf(io, view).join("")}`);
}

function sectionsOf(io: Io, view: ConceptView): string[] {
  const section = (en: string, zh: string, rows: readonly string[][], total = rows.length) => {
    if (rows.length === 0) return [];
    const [first = [], ...rest] = rows.slice(0, most);
    const left = total - Math.min(rows.length, most);
    const more = left > 0 ? say(io.language, { en: `  … and ${left} more\n`, zh: `  ……另有 ${left} 项\n` }) : "";
    return [`\n${say(io.language, { en, zh })}\n${formatTable(first, rest).replace(/^(?=.)/gm, "  ")}${more}`];
  };
  const refs = (list: readonly ConceptRef[]) => list.map(({ id, name }) => [id, name.en ?? "–", name.zh ?? "–"]);
  return [
    ...section(
      "Names",
      "名称",
      view.names.map(({ text, language, role, source, usable }) => [text, language, role, source, usable ? "" : "!"]),
    ),
    ...section(
      "Codes",
      "编码",
      view.codes.map(({ system, code, relation, title, source }) => [
        system,
        code,
        relation,
        title.zh ?? title.en ?? "–",
        source,
      ]),
    ),
    ...section(
      "Identifiers",
      "标识符",
      view.identifiers.map(({ system, value, source }) => [system, value, source]),
    ),
    ...section("Above", "上级", refs(view.ancestors)),
    ...section("Directly below", "下级", refs(view.children.rows), view.children.total),
    ...section(
      "Relations",
      "关系",
      view.relations.map(({ predicate, direction, count }) => [predicate, direction, String(count)]),
    ),
    ...section(
      "Sources",
      "来源",
      view.sources.map(({ id, title, version, licence }) => [id, title, version, licence]),
    ),
  ];
}
