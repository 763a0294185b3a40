import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { onPath } from "./discovery.mjs";
import { servicesErrors } from "./errors.ts";

/** The account that PostgreSQL runs as when this process is root. */
export type Account = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses root: the account `postgres`, made when absent. Null when this process is an ordinary user. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  try {
    return lookUp();
  } catch {
    try {
      execFileSync(
        "useradd",
        ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
        {
          stdio: "pipe",
        },
      );
      return lookUp();
    } catch (error) {
      throw servicesErrors.create("postgres.account", { reason: firstLine(error) }, error);
    }
  }
}

const lookUp = (): Account => ({ uid: idOf("-u"), gid: idOf("-g") });
const idOf = (flag: string): number =>
  Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";

/** The first folder on the way to `target` that `account` may not enter, or null when it can go all the way. */
export function firstClosedFolder(target: string, account: Account): string | null {
  const steps: string[] = [];
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    steps.unshift(folder);
    if (folder === path.dirname(folder)) break;
  }
  return steps.find((folder) => !mayEnter(folder, account)) ?? null;
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const stat = statSync(folder);
  const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}

export type Invocation = { file: string; args: string[]; options: { uid?: number; gid?: number } };

/**
 * How to run a PostgreSQL program as `account`. Where a folder on the way is closed to it (a home of root, a private temporary
 * folder), the program keeps the one capability to pass closed doors (`setpriv`, part of every Debian and Fedora).
 */
export function asAccount(
  account: Account | null,
  file: string,
  args: string[],
  folders: readonly string[],
): Invocation {
  if (account === null) return { file, args, options: {} };
  const closed = [path.dirname(file), ...folders].map((folder) => firstClosedFolder(folder, account)).find(Boolean);
  if (!closed) return { file, args, options: account };
  const setpriv = onPath("setpriv")[0];
  if (setpriv === undefined) throw servicesErrors.create("postgres.unreachable", { folder: closed });
  const keep = ["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override", "--securebits=+no_setuid_fixup"];
  const become = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  return { file: setpriv, args: [...become, ...keep, file, ...args], options: {} };
}
