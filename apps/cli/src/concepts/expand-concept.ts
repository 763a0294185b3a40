import { expansionView } from "@qinghao/api/knowledge";
import type { ExpandedCode } from "@qinghao/api/schema";
import { isQinghaoError } from "@qinghao/kernel";
import { csvLine } from "../csv-line.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import { type Io, printJson, writeFully } from "../io.ts";
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
}

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
