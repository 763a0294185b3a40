// The programs that benches measure beside: Python packages in a virtual environment, and the C sources of chemfp, in the cache.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheRoot, onPath } from "../services/src/discovery.mjs";
import { duration, lastLines, run, say } from "./report.mjs";
import { root } from "./versions.mjs";

const requirements = path.join(root, "infra", "setup", "peers", "requirements.txt");
/** Written for Python 2: its C core is compiled by the bench, its Python is left alone. */
const chemfp = "chemfp-1.6.1";

/** Where the peers of these very requirements are kept. */
export function peersFolder(env = process.env) {
  const hash = createHash("sha256").update(readFileSync(requirements)).update(chemfp).digest("hex");
  return path.join(cacheRoot(env), "peers", hash.slice(0, 12));
}

/**
 * `QINGHAO_PYTHON` and `QINGHAO_CHEMFP` for benches, installed on first use. A Python that the environment names is taken as it is.
 * Where they cannot be had the reason is said, and benches measure what they can without them.
 * @param {NodeJS.ProcessEnv} env @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function preparePeers(env = process.env) {
  if (env.QINGHAO_PYTHON) return env;
  const folder = peersFolder(env);
  const ready = path.join(folder, "ready");
  if (!existsSync(ready)) {
    const failure = await install(folder, env);
    if (failure !== null) {
      say(`The programs to measure beside could not be installed, so there is no comparison with them:\n${failure}`);
      return env;
    }
    writeFileSync(ready, "");
  }
  return {
    ...env,
    QINGHAO_PYTHON: pythonOf(folder),
    QINGHAO_CHEMFP: env.QINGHAO_CHEMFP ?? path.join(folder, chemfp, "src"),
  };
}

const pythonOf = (folder) =>
  process.platform === "win32" ? path.join(folder, "Scripts", "python.exe") : path.join(folder, "bin", "python");

/** What went wrong, or null. @param {string} folder @param {NodeJS.ProcessEnv} env */
async function install(folder, env) {
  const python = onPath("python3", env)[0] ?? onPath("python", env)[0];
  if (python === undefined) return "    Python 3 was not found.";
  const started = Date.now();
  say("Installing the programs to measure beside (Python packages, about 1.2 GB, once) ...");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pip = [pythonOf(folder), "-m", "pip", "--disable-pip-version-check", "--quiet"];
  const steps = [
    [python, "-m", "venv", folder],
    [...pip, "install", "--requirement", requirements],
    [...pip, "download", chemfp.replace("-", "=="), "--no-deps", "--no-binary", ":all:", "--dest", folder],
    ["tar", "-xzf", `${chemfp}.tar.gz`],
  ];
  for (const [file, ...args] of steps) {
    const { code, output } = await run(file, args, { cwd: folder, env, quiet: true, timeoutMs: 1_200_000 });
    if (code !== 0) return lastLines(output);
  }
  say(`  installed in ${duration(Date.now() - started)}`);
  return null;
}
