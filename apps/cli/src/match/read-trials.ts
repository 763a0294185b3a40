import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isQinghaoError } from "@qinghao/kernel";
import { type Knowledge, link } from "@qinghao/knowledge";
import { codeResolver, documentOf, importTrial, indexIdentifiers, type TrialForMatching } from "@qinghao/trials";
import { protocolText } from "@qinghao/trials/protocol";
import { criteriaDocumentSchema } from "@qinghao/trials/schema";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readBytes } from "../read-file.ts";
import { say } from "../terminal/language.ts";

/** Trials of a file, of every line of an NDJSON file, or of every file of a folder. A file that cannot be read is listed. */
export async function readTrials(io: Io, path: string, knowledge: Knowledge): Promise<TrialForMatching[]> {
  const resolver = codeResolver(knowledge, indexIdentifiers(knowledge));
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const files = isFolder
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path];
  const trials: TrialForMatching[] = [];
  let failed = 0;
  for (const file of files) {
    if (isFolder && statSync(file).isDirectory()) continue;
    const bytes = await readBytes(io, file);
    const isLines = /\.ndjson(\.gz)?$/i.test(file);
    const texts = isLines
      ? new TextDecoder()
          .decode(bytes)
          .split("\n")
          .map((line, place) => ({ line, name: `${basename(file)}:${place + 1}` }))
      : [{ line: (await protocolText(bytes)).text, name: basename(file) }];
    for (const { line, name } of texts) {
      if (line.trim() === "") continue;
      try {
        trials.push(trialOf(line, name, knowledge, resolver));
      } catch (error) {
        if (!isQinghaoError(error)) throw error;
        failed++;
        io.stderr.write(`${name}: ${say(io.language, error.user)}\n`);
      }
    }
  }
  if (trials.length === 0) throw new ExitError(exitCodes.unreadable, cliErrors.create("trials.none", { path, failed }));
  return trials;
}

function trialOf(
  text: string,
  name: string,
  knowledge: Knowledge,
  resolver: ReturnType<typeof codeResolver>,
): TrialForMatching {
  const document = text.trimStart().startsWith("{") ? criteriaDocumentSchema.safeParse(jsonOrNull(text)) : null;
  if (document?.success) return { id: document.data.source.id ?? name, document: document.data, conditions: [] };
  const trial = importTrial(text, "auto", { knowledge, resolver });
  const conditions = trial.conditions.flatMap((words) =>
    link(knowledge, words, { kinds: ["disease", "phenotype"] }).flatMap(({ concept }) =>
      concept === null ? [] : [{ id: concept, en: words }],
    ),
  );
  return { id: trial.id ?? name, document: documentOf(trial, { knowledge }), conditions };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
