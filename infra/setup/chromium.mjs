// A Chromium for the browser tests, from Debian's packages where this process may install them.
import { existsSync, readFileSync } from "node:fs";
import { findChromium, onPath, outputOf } from "../services/src/discovery.mjs";
import { duration, lastLines, run, say } from "./report.mjs";

/** chromium; Chinese glyphs for its pages; the Vulkan loader that WebGPU is tested through. */
export const debianPackages = ["chromium", "fonts-noto-cjk", "libvulkan1"];

/** Which of the packages are missing and whether this process may install them. */
export function missingPackages({ env = process.env, platform = process.platform } = {}) {
  if (platform !== "linux" || !existsSync("/etc/debian_version") || onPath("apt-get", env).length === 0) return [];
  const isUbuntu = existsSync("/etc/os-release") && /^ID=ubuntu/m.test(readFileSync("/etc/os-release", "utf8"));
  return debianPackages.filter((name) => {
    if (name === "chromium" && (isUbuntu || findChromium({ env }))) return false; // Ubuntu's is a snap, which containers lack.
    return !outputOf("dpkg-query", ["--status", name], { env })?.includes("ok installed");
  });
}

/**
 * Chromium's path, installing Debian's packages when root. Never fails.
 * @returns {Promise<{ path: string | null, reason: string | null }>} the reason tells why there is none
 */
export async function ensureChromium(env = process.env) {
  const missing = missingPackages({ env });
  let reason = "no Chromium was found: install one, or set CHROMIUM_PATH";
  if (missing.length > 0 && process.getuid?.() === 0) {
    const failure = await install(missing, env);
    if (failure) reason = failure;
  } else if (missing.length > 0) {
    reason = `no Chromium was found: sudo apt-get install ${missing.join(" ")}`;
  }
  const path = findChromium({ env });
  return { path, reason: path ? null : reason };
}

async function install(packages, env) {
  const started = Date.now();
  say(`Installing ${packages.join(", ")} with apt-get ...`);
  const aptEnv = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  const flags = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  for (const args of [["update", "-q"], flags]) {
    const { code, output } = await run("apt-get", args, { env: aptEnv, quiet: true, timeoutMs: 10 * 60_000 });
    if (code !== 0 && args === flags) {
      say(`  not possible:\n${lastLines(output, 4)}`);
      return `apt-get could not install ${packages.join(", ")}: ${output.trim().split("\n").at(-1)}`;
    }
  }
  say(`  installed in ${duration(Date.now() - started)}`);
  return null;
}
