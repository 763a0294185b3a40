import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where the committed tables lie and where built packs are kept: `$XDG_CACHE_HOME/qinghao` or the platform's own place, the
 * same folder as the rest of the set-up.
 */
export function standardFolders(env: Readonly<Record<string, string | undefined>>): {
  datasetsFolder: string;
  cacheFolder: string;
} {
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  return {
    datasetsFolder: path.join(root, "datasets", "knowledge"),
    cacheFolder: path.join(cacheHome(env), "qinghao"),
  };
}

function cacheHome({ XDG_CACHE_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local");
  return path.join(homedir(), ".cache");
}
