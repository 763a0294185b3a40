import { expansionView } from "@qinghao/api/knowledge";
import type { ExpandedCode } from "@qinghao/api/schema";
import { isQinghaoError } from "@qinghao/kernel";
import { csvLine } from "../csv-line.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { say } from "../terminal/language.ts";
import type { ExpandOptions } from "./concepts.command.ts";
import { openKnowledge } from "./open-knowledge.ts";

/** `qinghao concepts expand` */
export async function expandConcept(io: Io, id: string, options: ExpandOptions): Promise<void> {
  const knowledge = await openKnowledge(io, options.knowledge);
  const expansion = expanded(() => expansionView(knowledge, id, options.system));
  if (options.json) return printJson(io, expansion);
  const codes: ExpandedCode[] = [...expansion.codes, ...options.with.flatMap((part) => expansion[part])];
  const lines = codes.map(({ code, title, relation, reasons }) =>
    csvLine([code, title.en ?? "", title.zh ?? "", relation, reasons.join("; ")]),
  );
  await writeFully(io.stdout, csvLine(["code", "title_en", "title_zh", "relation", "reason"]) + lines.join(""));
  if (codes.length === 0) io.stderr.write(`${say(io.language, whyNone(expansion))}\n`);
}

/** A set without codes is no mistake: the system may have but codes that cover more than the concept. */
function whyNone(expansion: Expansion) {
  const list = (part: "broader" | "candidates") => expansion[part].map(({ code }) => code).join(", ") || "–";
  return {
    en: `No code stands for this concept or a part of it. Broader codes: ${list("broader")}; undecided: ${list("candidates")} (--with broader,candidates lists them).`,
    zh: `没有代码表示该概念或其下位概念。更宽的代码：${list("broader")}；未定的代码：${list("candidates")}（用 --with broader,candidates 列出）。`,
  };
}

type Expansion = ReturnType<typeof expansionView>;

/** A code system that is none is a wrong use of the command. */
function expanded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isQinghaoError(error) && error.code === "knowledge.system.unknown")
      throw new ExitError(exitCodes.misuse, error);
    throw error;
  }
}
