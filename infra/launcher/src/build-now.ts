// Builds the workbench when its sources changed; output goes to the terminal's log file on failure. Used by `npm test`.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "./build.ts";
import { repositoryRoot } from "./paths.ts";

const folder = mkdtempSync(path.join(tmpdir(), "qinghao-build-"));
const log = path.join(folder, "build.log");
try {
  const outcome = await ensureBuilt({ root: repositoryRoot, log, say: console.log });
  console.log(outcome === "built" ? readFileSync(log, "utf8") : "The workbench is built already.");
} catch (error) {
  console.error(readFileSync(log, "utf8"));
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
