// Where programs and caches are. Plain JavaScript on built-in modules only: the set-up scripts run it before anything is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The release of Temporal's command line (with its server) that this project is tested on. */
export const temporalVersion = "1.5.1";

/** The folder for things that are fetched or built once per user: `$XDG_CACHE_HOME/qinghao`, or the platform's own place. */
export function cacheRoot(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, "qinghao");
  const home = env.HOME || env.USERPROFILE || homedir();
  if (platform === "darwin") return path.join(home, "Library", "Caches", "qinghao");
  if (platform === "win32") return path.join(env.LOCALAPPDATA || path.join(home, "AppData", "Local"), "qinghao");
  return path.join(home, ".cache", "qinghao");
}

export const exeName = (name, platform = process.platform) => (platform === "win32" ? `${name}.exe` : name);

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Every executable called `name` on PATH, in PATH's order. */
export function onPath(name, env = process.env, platform = process.platform) {
  const extensions = platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const folders = (env.PATH || env.Path || "").split(platform === "win32" ? ";" : ":").filter(Boolean);
  return folders.flatMap((folder) => extensions.map((ext) => path.join(folder, name + ext))).filter(isExecutable);
}

/** What `file args` prints, or null when it cannot run, fails, or takes longer than `timeoutMs`. */
export function outputOf(file, args, { env = process.env, timeoutMs = 15_000 } = {}) {
  const result = spawnSync(file, args, { env, timeout: timeoutMs, encoding: "utf8", windowsHide: true });
  return result.status === 0 ? `${result.stdout}${result.stderr}`.trim() : null;
}

/** `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)` of a program that really is Temporal's command line, else null. */
export function temporalVersionOf(file) {
  const text = outputOf(file, ["--version"]);
  return text?.startsWith("temporal version") ? (text.split("\n")[0] ?? null) : null;
}

export const cachedTemporal = (env = process.env) =>
  path.join(cacheRoot(env), "temporal", temporalVersion, exeName("temporal"));

/**
 * The Temporal server to use: an address that is given, else a program that runs on PATH, else the one in the user's cache.
 * A program on PATH that does not run is passed over and named in `rejected`.
 */
export function findTemporal({
  env = process.env,
  candidates = onPath("temporal", env),
  probe = temporalVersionOf,
} = {}) {
  if (env.TEMPORAL_ADDRESS) return { kind: "address", address: env.TEMPORAL_ADDRESS };
  const rejected = [];
  for (const [file, source] of [...candidates.map((file) => [file, "path"]), [cachedTemporal(env), "cache"]]) {
    if (source === "cache" && !existsSync(file)) continue;
    const version = probe(file);
    if (version) return { kind: "binary", path: file, version, source };
    rejected.push(file);
  }
  return { kind: "missing", rejected };
}

const chromiumPlaces = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** A Chromium-like browser for the browser tests: `CHROMIUM_PATH`, then PATH, then the platform's usual places; null when none. */
export function findChromium({ env = process.env, platform = process.platform } = {}) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
  for (const name of names) for (const file of onPath(name, env, platform)) return file;
  return (chromiumPlaces[platform] ?? []).find(isExecutable) ?? null;
}
