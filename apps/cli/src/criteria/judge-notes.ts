import { judgeNote } from "@qinghao/trials";
import { z } from "zod";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { readText } from "../read-file.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { JudgeOptions } from "./criteria.command.ts";

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  note: z.string(),
  criterion: z.string(),
  type: z.enum(["inclusion", "exclusion"]),
});

/** `qinghao criteria judge`. A line that cannot be read has a line `{line, error}` in the output. */
export async function judgeNotes(io: Io, path: string, options: JudgeOptions): Promise<void> {
  const text = await readText(io, path);
  const lines = text.split("\n").flatMap((line, place) => (line.trim() === "" ? [] : [{ line, number: place + 1 }]));
  if (lines.length === 0) throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path }));
  const knowledge = await openKnowledge(io, options.knowledge);
  const output = await openOutput(io, options.output);
  const progress = createProgressLine(io.stderr, io.language, io.now, { en: "lines", zh: "行" });
  let done = 0;
  let failed = 0;
  for (const { line, number } of lines) {
    if (io.signal.aborted) break;
    const read = readLine(line);
    if (typeof read === "string") {
      failed++;
      await output.write(`${JSON.stringify({ line: number, error: read })}\n`);
    } else {
      const { label, sentences, rationale } = judgeNote(read, { knowledge });
      await output.write(`${JSON.stringify({ id: read.id, label, sentences, rationale })}\n`);
      done++;
    }
    if (!options.quiet) progress.update(done, failed, lines.length);
  }
  progress.clear();
  if (io.signal.aborted) throw stopped(done, await output.leave());
  await output.complete();
  if (done === 0) throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path }));
}

/** The line's question, or the reason why it has none. */
function readLine(line: string): z.infer<typeof lineSchema> | string {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return "not valid JSON";
  }
  const parsed = lineSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join(".") || "line"}: ${issue?.message ?? "not a question"}`;
}
