// The knowledge packs of this checkout: built from the committed tables into the cache, once for each state of tables and code.
import { existsSync } from "node:fs";
import path from "node:path";
import { cacheRoot } from "../services/src/discovery.mjs";
import { lastLines, run, SetupError, say } from "./report.mjs";
import { root } from "./versions.mjs";

const command = path.join(root, "packages", "knowledge", "src", "node", "build-command.ts");

/**
 * Builds the packs unless they are there, and says so before a build (about 40 s). `QINGHAO_KNOWLEDGE` names a folder of
 * packs to use instead.
 * @param {import("./prepare.mjs").Tools} tools
 * @returns {Promise<string>} the folder that holds `core.pack`. Errors: `SetupError` with the findings of the build
 */
export async function ensureKnowledge(tools) {
  const given = tools.env.QINGHAO_KNOWLEDGE;
  if (given) {
    if (existsSync(path.join(given, "core.pack"))) return given;
    throw new SetupError(`QINGHAO_KNOWLEDGE names ${given}, where there is no core.pack.`, [
      "Unset it, and the packs are built.",
    ]);
  }
  const args = ["--disable-warning=ExperimentalWarning", "--max-old-space-size=2048", command];
  const onLine = (line) => {
    if (line.startsWith("Building")) say(line);
  };
  const { code, output } = await run(tools.node, [...args, "--quiet", "--cache", cacheRoot(tools.env)], {
    cwd: root,
    env: tools.env,
    onLine,
    timeoutMs: 600_000,
  });
  const folder = output.trim().split(/\r?\n/).at(-1) ?? "";
  if (code === 0 && existsSync(path.join(folder, "core.pack"))) return folder;
  throw new SetupError(`The knowledge packs could not be built:\n${lastLines(output, 25)}`, [
    "Check that datasets/knowledge is as it was committed: git status datasets/knowledge",
  ]);
}
