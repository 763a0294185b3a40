// npm and npx as they came with the Node that started us; run by whichever Node comes first on PATH.
import { existsSync } from "node:fs";
import path from "node:path";
import { onPath } from "../services/src/discovery.mjs";
import { SetupError } from "./report.mjs";
import { pnpmVersion } from "./versions.mjs";

/**
 * How to call npm's programs: `npm` and `npx` are the scripts beside the npm that started us, else those on PATH.
 * @returns {{ file: string, args: string[] }}
 */
export function npmProgram(name, env = process.env, nodePath = process.execPath) {
  const started = env.npm_execpath;
  if (started && /npm-cli\.js$/.test(started)) {
    const script = path.join(path.dirname(started), `${name}-cli.js`);
    if (existsSync(script)) return { file: nodePath, args: [script] };
  }
  const found = onPath(name, env)[0];
  if (found) return { file: found, args: [] };
  throw new SetupError(`${name} was not found.`, ["Install Node with npm (https://nodejs.org), or put npm on PATH."]);
}

/** How to call the pinned pnpm: fetched by npx, kept in npm's own cache. */
export function pnpmProgram(env, nodePath) {
  const npx = npmProgram("npx", env, nodePath);
  return { file: npx.file, args: [...npx.args, "--yes", `pnpm@${pnpmVersion}`] };
}
