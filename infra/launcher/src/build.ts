import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { logTail, sleep, startProgram } from "@qinghao/services";
import { launcherErrors } from "./errors.ts";
import { takeLock } from "./lock.ts";

/** What the built pages depend on, relative to the repository. */
const sources = ["apps/workbench", "packages", "workflows", "datasets/weights", "pnpm-lock.yaml"];
const notSources = new Set([
  "node_modules",
  ".next",
  ".cache",
  ".turbo",
  "vendor",
  "test",
  "bench",
  "e2e",
  "coverage",
  "testing",
]);
const notSourceFiles = /(\.md|\.tsbuildinfo|next-env\.d\.ts)$/;

/** Files under `folders` that a build depends on, sorted, relative to `root`. */
export function sourceFiles(root: string, folders: readonly string[] = sources): string[] {
  const found: string[] = [];
  const visit = (relative: string) => {
    const full = path.join(root, relative);
    for (const entry of readdirSync(full, { withFileTypes: true })) {
      const child = path.join(relative, entry.name);
      if (entry.isDirectory()) {
        if (!notSources.has(entry.name)) visit(child);
      } else if (entry.isFile() && !notSourceFiles.test(entry.name)) found.push(child);
    }
  };
  for (const folder of folders) {
    if (!existsSync(path.join(root, folder))) continue;
    if (path.extname(folder) === "") visit(folder);
    else found.push(folder);
  }
  return found.sort();
}

/** One hash over the names and contents of the sources. */
export function sourceHash(root: string, folders?: readonly string[]): string {
  const hash = createHash("sha256").update(`node ${process.versions.modules}`);
  for (const file of sourceFiles(root, folders)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

export type BuildOptions = { root: string; log: string; say(line: string): void; signal?: AbortSignal };

/** Builds the workbench when its sources changed since the last build. Two launches do not build at the same time. */
export async function ensureBuilt({ root, log, say, signal }: BuildOptions): Promise<"built" | "up-to-date"> {
  const workbench = path.join(root, "apps", "workbench");
  const stamp = path.join(workbench, ".next", "qinghao-build");
  const isCurrent = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8").trim() === hash;
  if (isCurrent(sourceHash(root))) return "up-to-date";

  mkdirSync(path.join(workbench, ".cache"), { recursive: true });
  let taken = takeLock(path.join(workbench, ".cache", "build.lock"));
  if (!taken.ok) say(`Another launch (process ${taken.holder.pid}) builds the workbench; waiting for it ...`);
  while (!taken.ok) {
    await sleep(500);
    signal?.throwIfAborted();
    taken = takeLock(path.join(workbench, ".cache", "build.lock"));
  }
  try {
    const hash = sourceHash(root);
    if (isCurrent(hash)) return "up-to-date";
    say("Building the workbench (about a minute; again only after its sources change) ...");
    rmSync(stamp, { force: true });
    await runBuild(workbench, log, signal);
    writeFileSync(stamp, `${hash}\n`);
    return "built";
  } finally {
    taken.lock.release();
  }
}

async function runBuild(workbench: string, log: string, signal?: AbortSignal): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const build = startProgram(process.execPath, ["--run", "build"], log, { cwd: workbench, env });
  const abort = () => process.kill(-build.pid, "SIGKILL");
  signal?.addEventListener("abort", abort, { once: true });
  const exit = await build.exited;
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  if (exit.code !== 0)
    throw launcherErrors.create("build.failed", { log, reason: logTail(log, 15).replaceAll(" | ", "\n") });
}
