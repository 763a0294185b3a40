// What every command needs before it can run: Node 24 first on PATH, the workspace installed.
import path from "node:path";
import { ensureInstalled } from "./install.mjs";
import { ensureKernels } from "./kernels.mjs";
import { ensureNode24 } from "./node24.mjs";
import { SetupError } from "./report.mjs";

/**
 * @typedef {{ node: string, env: NodeJS.ProcessEnv }} Tools the Node 24 program, and an environment in which it is `node`
 */

/** Node 24 and the environment to run things in. @returns {Promise<Tools>} */
export async function prepareNode(env = process.env) {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new SetupError(`This is Node ${process.version}; at least Node 20 is needed to set the project up.`, [
      "Install a current Node from https://nodejs.org",
    ]);
  }
  const node = (await ensureNode24(env)).path;
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    node,
    env: {
      ...env,
      [pathName]: `${path.dirname(node)}${path.delimiter}${env[pathName] ?? ""}`,
      NEXT_TELEMETRY_DISABLED: "1",
      TURBO_TELEMETRY_DISABLED: "1",
      DO_NOT_TRACK: "1",
    },
  };
}

/** Node 24, the installed workspace and its compiled kernels. @returns {Promise<Tools>} */
export async function prepare(env = process.env) {
  const tools = await prepareNode(env);
  await ensureInstalled(tools);
  await ensureKernels(tools);
  return tools;
}
