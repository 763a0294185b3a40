import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAlive, startMarkOf } from "@qinghao/services";

/** Who holds a folder: a process number and its start time, which a later process of the same number does not share. */
export type Holder = { readonly pid: number; readonly mark: string | null; readonly url: string | null };

export type Lock = { describe(url: string): void; release(): void };

/** Takes the lock file, or returns the living process that holds it. A lock of a dead process is taken over. */
export function takeLock(file: string): { ok: true; lock: Lock } | { ok: false; holder: Holder } {
  const mine = (url: string | null): Holder => ({ pid: process.pid, mark: startMarkOf(process.pid), url });
  const draft = `${file}.${process.pid}`;
  const write = (to: string, url: string | null) => writeFileSync(to, `${JSON.stringify(mine(url))}\n`);
  for (;;) {
    write(draft, null);
    try {
      linkSync(draft, file); // Fails when the file is there: two launches cannot both succeed.
      const lock = { describe: (url: string) => write(file, url), release: () => rmSync(file, { force: true }) };
      return { ok: true, lock };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = readHolder(file);
    if (holder !== null && isSameProcess(holder)) return { ok: false, holder };
    setAside(file);
  }
}

/** Removes a dead process's lock; puts it back when a living one took it in between. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    const holder = readHolder(aside);
    if (holder !== null && isSameProcess(holder)) linkSync(aside, file);
  } catch {
    // Another launch was quicker; the next round looks again.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** True while the process that wrote the mark still runs. */
export function isSameProcess(process_: { pid: number; mark: string | null }): boolean {
  if (!isAlive(process_.pid)) return false;
  const mark = startMarkOf(process_.pid);
  return mark === null || process_.mark === null || mark === process_.mark;
}

function readHolder(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value !== "object" || value === null || !("pid" in value) || typeof value.pid !== "number") return null;
    const { mark, url } = value as Record<string, unknown>;
    return {
      pid: value.pid,
      mark: typeof mark === "string" ? mark : null,
      url: typeof url === "string" ? url : null,
    };
  } catch {
    return null;
  }
}
