import { resolve } from "node:path";
import { namesOf } from "@qinghao/api/knowledge";
import { readTextLines } from "@qinghao/chemistry";
import { isQinghaoError } from "@qinghao/kernel";
import { type Knowledge, link } from "@qinghao/knowledge";
import { csvLine } from "../csv-line.ts";
import { brokenOff, stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { openInput } from "../predict/read-input.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine, duration } from "../terminal/progress-line.ts";
import type { LinkOptions } from "./concepts.command.ts";
import { openKnowledge } from "./open-knowledge.ts";

type Lines = Awaited<ReturnType<ReturnType<typeof readTextLines>["next"]>>["value"] & object;
type Names = { en: string; zh: string };

const columns = ["row", "text", "start", "end", "matched", "concept", "name_en", "name_zh", "score"];

/** Links every line of a file. Throws an ExitError with the promised exit code. */
export async function linkTexts(io: Io, path: string, options: LinkOptions): Promise<void> {
  const startedAt = io.now();
  if (path !== "-" && options.output !== "-" && resolve(path) === resolve(options.output)) {
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path }));
  }
  const input = await openInput(io, path);
  const lines = readTextLines(input.bytes, { signal: io.signal });
  const first = await firstOf(lines, input.name);
  const knowledge = await openKnowledge(io, options.knowledge);
  const output = await openOutput(io, options.output);
  const progress = createProgressLine(io.stderr, io.language, io.now, { en: "texts", zh: "条文本" });
  const counts = { texts: 0, mentions: 0 };
  let failure: unknown = null;
  const linker = createLinker(knowledge, options, counts);
  try {
    await output.write(csvLine(columns));
    for (let batch: Lines | undefined = first; batch !== undefined && !io.signal.aborted; ) {
      await output.write(batch.map(linker).join(""));
      const read = input.fraction();
      const total = read === null || read === 0 || read === 1 ? null : Math.round(counts.texts / read);
      if (!options.quiet) progress.update(counts.texts, 0, total);
      const next = await lines.next().catch((error: unknown) => {
        failure = error;
        return { value: undefined };
      });
      batch = next.value ?? undefined;
    }
  } catch (error) {
    await output.leave();
    throw error;
  } finally {
    progress.clear();
    await lines.return();
  }
  if (io.signal.aborted) throw stopped(counts.texts, await output.leave());
  await output.complete();
  if (!options.quiet) io.stderr.write(`${summary(io, counts, (io.now() - startedAt) / 1000)}\n`);
  if (failure !== null) throw brokenOff(failure, counts.texts);
}

/** The first lines, or an ExitError with code 3 where there is nothing to read. */
async function firstOf(lines: AsyncGenerator<Lines, void>, name: string): Promise<Lines> {
  const first = await lines.next().catch((error: unknown) => {
    if (error instanceof ExitError || !isQinghaoError(error)) throw error;
    throw new ExitError(exitCodes.unreadable, error);
  });
  if (first.done) throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path: name }));
  return first.value;
}

/** One line of text as its rows of the output; a text that names nothing keeps a row of its own. */
function createLinker(knowledge: Knowledge, options: LinkOptions, counts: { texts: number; mentions: number }) {
  const names = new Map<string, Names>();
  const namesFor = (id: string): Names => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const { en, zh } = namesOf(knowledge, id);
    const found = { en: en ?? "", zh: zh ?? "" };
    names.set(id, found);
    return found;
  };
  return ({ number, text }: Lines[number]): string => {
    counts.texts++;
    const row = String(number);
    const mentions = link(knowledge, text, { lang: options.lang, kinds: options.kind });
    counts.mentions += mentions.length;
    if (mentions.length === 0) return csvLine([row, text, "", "", "", "", "", "", ""]);
    return mentions
      .map(({ start, end, concept, score }) => {
        const { en, zh } = concept === null ? { en: "", zh: "" } : namesFor(concept);
        const matched = text.slice(start, end);
        return csvLine([row, text, String(start), String(end), matched, concept ?? "", en, zh, String(score)]);
      })
      .join("");
  };
}

function summary(io: Io, { texts, mentions }: { texts: number; mentions: number }, seconds: number): string {
  const rate = Math.round(texts / Math.max(seconds, 0.001)).toLocaleString("en-US");
  const [all, found] = [texts, mentions].map((count) => count.toLocaleString("en-US"));
  return say(io.language, {
    en: `${all} texts in ${duration(seconds)} (${rate}/s), ${found} mentions`,
    zh: `共 ${all} 条文本，用时 ${duration(seconds)}（${rate} 条/秒），识别出 ${found} 处`,
  });
}
