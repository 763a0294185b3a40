import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { packFileOf, standardFolders } from "@qinghao/knowledge/node";

/** Folder of built knowledge packs: the one that QINGHAO_KNOWLEDGE names, else the newest of the cache; null without one. */
export function knowledgeFolder(): string | null {
  const named = process.env.QINGHAO_KNOWLEDGE;
  if (named !== undefined) return existsSync(packFileOf(named, "core")) ? named : null;
  const cache = path.join(standardFolders(process.env).cacheFolder, "knowledge");
  if (!existsSync(cache)) return null;
  const built = readdirSync(cache)
    .map((name) => path.join(cache, name))
    .filter((folder) => existsSync(packFileOf(folder, "core")));
  built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  return built[0] ?? null;
}
