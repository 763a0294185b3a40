// npm start [-- --check] [--data DIR] [--port N]: sets up what is missing, then hands over to the launcher on Node 24.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureKnowledge } from "./knowledge.mjs";
import { prepare } from "./prepare.mjs";
import { reportFailure } from "./report.mjs";
import { ensureTemporal } from "./temporal.mjs";
import { root } from "./versions.mjs";

try {
  const launcher = path.join(root, "infra", "launcher", "src", "main.ts");
  const args = process.argv.slice(2);
  const tools = await prepare();
  if (!args.includes("--help")) {
    await ensureTemporal();
    tools.env.QINGHAO_KNOWLEDGE = await ensureKnowledge(tools);
  }
  const child = spawn(tools.node, ["--disable-warning=ExperimentalWarning", launcher, ...args], {
    env: tools.env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill("SIGTERM"));
  child.once("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
} catch (error) {
  reportFailure(error);
}

/** A killed `npm start` does not tell its child: notice that the parent changed. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 1_000);
}
