// The optional native TensorFlow, set up for the tests where it can be.
import { existsSync } from "node:fs";
import path from "node:path";
import { onPath, outputOf } from "../services/src/discovery.mjs";
import { run, say } from "./report.mjs";
import { root } from "./versions.mjs";

/** Sets up the CPU form. Never fails: returns null when it is there, else why not. */
export async function tryTensorflow(tools) {
  if (tools.env.QINGHAO_SKIP_TENSORFLOW === "1") return "QINGHAO_SKIP_TENSORFLOW is set";
  const script = path.join(root, "infra", "setup", "tensorflow.mjs");
  if (!existsSync(script)) return "this copy has no set-up script for it";
  const python = onPath("python3", tools.env)[0] ?? onPath("python", tools.env)[0];
  if (!python || !outputOf(python, ["-m", "pip", "--version"], { env: tools.env })) return "it needs python3 with pip";
  const { code, output } = await run(tools.node, [script], {
    env: tools.env,
    cwd: root,
    onLine: (line) => say(`  ${line}`),
    timeoutMs: 12 * 60_000,
  });
  return code === 0 ? null : (output.trim().split("\n").at(-1) ?? `it ended with ${code}`);
}
