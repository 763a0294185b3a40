import { isQinghaoError } from "@qinghao/kernel";
import { codeResolver, documentOf, importTrial, indexIdentifiers } from "@qinghao/trials";
import { protocolText } from "@qinghao/trials/protocol";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { readBytes } from "../read-file.ts";
import type { ParseOptions } from "./criteria.command.ts";

/** `qinghao criteria parse` */
export async function parseFile(io: Io, path: string, options: ParseOptions): Promise<void> {
  const bytes = await readBytes(io, path);
  const knowledge = await openKnowledge(io, options.knowledge);
  const document = await readable(async () => {
    const { format, text } = await protocolText(bytes);
    const resolver = codeResolver(knowledge, indexIdentifiers(knowledge));
    const trial = importTrial(text, options.format, { knowledge, resolver });
    if (format !== "text") trial.format = format;
    return documentOf(trial, { knowledge, lang: options.lang });
  });
  const output = await openOutput(io, options.output);
  await output.write(`${JSON.stringify(document, null, 2)}\n`);
  await output.complete();
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isQinghaoError(error) && error.code.startsWith("trials.")) throw new ExitError(exitCodes.unreadable, error);
    throw error;
  }
}
