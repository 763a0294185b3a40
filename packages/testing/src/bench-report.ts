import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";

/**
 * Writes what a bench measured to `results.json` beside it, with date, commit and machine. `folder` is the bench's own;
 * where several benches share one, each gives its `name` and writes `<name>.results.json`.
 */
export function writeBenchReport(folder: string, measured: Record<string, unknown>, name?: string): void {
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim();
  const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version, load: loadavg() };
  const report = { date: new Date().toISOString(), commit, machine, ...measured };
  const file = name === undefined ? "results.json" : `${name}.results.json`;
  writeFileSync(path.join(folder, file), `${JSON.stringify(report, null, 2)}\n`);
}
