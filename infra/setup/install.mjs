// Installs the workspace's packages, unless they are installed already for this very lock file.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pnpmProgram } from "./npm.mjs";
import { duration, lastLines, run, SetupError, say } from "./report.mjs";
import { nodeMajor, pnpmVersion, root } from "./versions.mjs";

const stampFile = (folder) => path.join(folder, "node_modules", ".qinghao-install");

/** What an installation depends on, as one hash. */
export function installHash(folder = root) {
  const hash = createHash("sha256").update(`node ${nodeMajor} pnpm ${pnpmVersion} ${process.platform}-${process.arch}`);
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"]) {
    const file = path.join(folder, name);
    hash.update(`\0${name}\0`).update(existsSync(file) ? readFileSync(file) : "");
  }
  return hash.digest("hex");
}

/** True when `node_modules` was installed from the present lock file. */
export function isInstalled(folder = root) {
  const stamp = stampFile(folder);
  return existsSync(stamp) && readFileSync(stamp, "utf8").trim() === installHash(folder);
}

/** Installs when the lock file changed since the last time. Errors: `SetupError` with the end of pnpm's output. */
export async function ensureInstalled(tools, folder = root) {
  if (isInstalled(folder)) return;
  const started = Date.now();
  say(`Installing the packages with pnpm ${pnpmVersion} ...`);
  const pnpm = pnpmProgram(tools.env, tools.node);
  const args = [...pnpm.args, "install", "--frozen-lockfile", "--reporter=append-only"];
  let shown = Date.now();
  const onLine = (line) => {
    if (!line.startsWith("Progress:") || Date.now() - shown < 5_000) return;
    shown = Date.now();
    say(`  ${line}`);
  };
  const { code, output } = await run(pnpm.file, [...args], { cwd: folder, env: tools.env, onLine });
  if (code !== 0) {
    throw new SetupError(`The packages could not be installed (pnpm ended with ${code}):\n${lastLines(output, 25)}`, [
      "Check that npm reaches its registry: npm ping",
      "After a change of a package.json, refresh the lock file first: npx pnpm install",
    ]);
  }
  writeFileSync(stampFile(folder), `${installHash(folder)}\n`);
  say(`  installed in ${duration(Date.now() - started)}`);
}
