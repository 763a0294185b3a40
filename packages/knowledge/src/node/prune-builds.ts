import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

const kept = 3;
const quietHours = 1;

/**
 * Removes builds of former states of tables and code, and what stopped builds left: all but the three newest folders, none
 * younger than an hour, since another process may be at work in it.
 */
export async function pruneBuilds(folder: string, now: number = Date.now()): Promise<string[]> {
  const names = await readdir(folder);
  const builds = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(folder, name)).catch(() => null))?.mtimeMs ?? now })),
  );
  builds.sort((a, b) => b.at - a.at);
  const old = builds.slice(kept).filter(({ at }) => now - at > quietHours * 3_600_000);
  await Promise.all(old.map(({ name }) => rm(path.join(folder, name), { recursive: true, force: true })));
  return old.map(({ name }) => name);
}
