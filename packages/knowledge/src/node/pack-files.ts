import { readFile } from "node:fs/promises";
import path from "node:path";
import { KnowledgePack } from "../pack/knowledge-pack.ts";

/** The packs of a build and their files. */
export const packFileNames = { core: "core.pack", "share-alike": "share-alike.pack", browser: "browser.pack" } as const;
export type PackName = keyof typeof packFileNames;

/** Reads a pack. Errors: of the file system; `knowledge.pack.unreadable` when the file is no whole pack. */
export async function openPackFile(file: string): Promise<KnowledgePack> {
  return new KnowledgePack(await readFile(file));
}

/** The file of a pack in the folder of a build. */
export const packFileOf = (folder: string, name: PackName): string => path.join(folder, packFileNames[name]);
