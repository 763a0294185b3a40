import { annotate } from "@qinghao/trials";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { readText } from "../read-file.ts";
import type { AnnotateOptions } from "./criteria.command.ts";

/** `qinghao criteria annotate` */
export async function annotateFile(io: Io, path: string, options: AnnotateOptions): Promise<void> {
  const text = await readText(io, path);
  const knowledge = await openKnowledge(io, options.knowledge);
  const found = annotate(text, { knowledge, lang: options.lang });
  const output = await openOutput(io, options.output);
  await output.write(`${JSON.stringify(found, null, 2)}\n`);
  await output.complete();
}
