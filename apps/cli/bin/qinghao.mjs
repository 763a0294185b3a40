#!/usr/bin/env node
// Runs the command line on Node 24, which reads TypeScript as it is; an older Node hands over to the one in the cache.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const needed = 24;
const majorOf = (version) => Number(version.split(".")[0]);

function cachedNode() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "qinghao", "node");
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder).filter((name) => majorOf(name) === needed);
  versions.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const program = process.platform === "win32" ? "node.exe" : "node";
  const places = versions.flatMap((name) => [join(folder, name, "bin", program), join(folder, name, program)]);
  return places.find((place) => existsSync(place)) ?? null;
}

if (majorOf(process.versions.node) >= needed) {
  // Before native TensorFlow loads: without it, start-up notices of its own mix with the progress on stderr.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = cachedNode();
  if (node === null) {
    process.stderr.write(
      `qinghao: this needs Node ${needed} or newer, and here is ${process.version}. Run \`npm start -- --check\` once in the project, which fetches it.\n`,
    );
    process.exitCode = 1;
  } else {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
    });
  }
}
