import { isQinghaoError } from "@qinghao/kernel";
import { type Knowledge, openKnowledge as openPacks } from "@qinghao/knowledge";
import { buildKnowledge, openPackFile, packFileOf, standardFolders } from "@qinghao/knowledge/node";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { say } from "../terminal/language.ts";

/**
 * The packs of `--knowledge`, else of QINGHAO_KNOWLEDGE, else those of the committed tables, built where they are not there.
 * Throws with exit code 2 where a folder was named that holds none.
 */
export async function openKnowledge(io: Pick<Io, "env" | "stderr" | "language">, given?: string): Promise<Knowledge> {
  const folder = given ?? (io.env.QINGHAO_KNOWLEDGE || undefined) ?? (await builtFolder(io));
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const knowledge = await openFolder(folder);
  opened.set(folder, knowledge);
  return knowledge;
}

/** Packs that this process has opened; what is worked out of them hangs on the object. */
const opened = new Map<string, Knowledge>();

async function openFolder(folder: string): Promise<Knowledge> {
  const core = await openPackFile(packFileOf(folder, "core")).catch((cause: unknown) => {
    if (isQinghaoError(cause)) throw cause;
    throw new ExitError(exitCodes.misuse, cliErrors.create("packs.missing", { path: folder }, cause));
  });
  const shareAlike = await openPackFile(packFileOf(folder, "share-alike")).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  });
  return openPacks(shareAlike === null ? [core] : [core, shareAlike]);
}

async function builtFolder(io: Pick<Io, "env" | "stderr" | "language">): Promise<string> {
  const onBuild = () => {
    const sentence = say(io.language, {
      en: "Building the knowledge packs from the committed tables (once, about a minute) ...",
      zh: "正在由随附数据表构建知识包（仅需一次，约一分钟）……",
    });
    io.stderr.write(`${sentence}\n`);
  };
  return (await buildKnowledge({ ...standardFolders(io.env), onBuild })).folder;
}
