import { searchView } from "@qinghao/api/knowledge";
import { type Io, printJson, writeFully } from "../io.ts";
import { say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";
import type { SearchOptions } from "./concepts.command.ts";
import { openKnowledge } from "./open-knowledge.ts";

/** `qinghao concepts search` */
export async function searchConcepts(io: Io, text: string, options: SearchOptions): Promise<void> {
  const knowledge = await openKnowledge(io, options.knowledge);
  const hits = searchView(knowledge, text, { kinds: options.kind, limit: options.limit });
  if (options.json) return printJson(io, { hits });
  if (hits.length === 0) {
    io.stderr.write(`${say(io.language, { en: "Nothing was found.", zh: "没有找到。" })}\n`);
    return;
  }
  const head = say(io.language, { en: "concept,kind,English,Chinese,found by", zh: "概念,类别,英文,中文,匹配" });
  const rows = hits.map(({ id, kind, name, matched }) => [id, kind, name.en ?? "–", name.zh ?? "–", matched.text]);
  await writeFully(io.stdout, formatTable(head.split(","), rows));
}
