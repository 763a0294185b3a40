// npm test [-- STEP ...]: sets up what is missing, then runs every check. The last line is `N passed, N failed`.
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { tryTensorflow } from "./accelerator.mjs";
import { ensureChromium } from "./chromium.mjs";
import { addCounts, countReport, lastLine, noCounts, oneTest, readOrNull } from "./counts.mjs";
import { ensureKnowledge } from "./knowledge.mjs";
import { pnpmProgram } from "./npm.mjs";
import { prepare } from "./prepare.mjs";
import { duration, reportFailure, run, say } from "./report.mjs";
import { ensureTemporal } from "./temporal.mjs";
import { root } from "./versions.mjs";

const reports = path.join(root, "test-output");
const cores = availableParallelism();
const minutes = 60_000;

/** Runs vitest and counts what its report says. */
async function vitest(tools, name, args, { timeoutMs, env = {} } = {}) {
  const report = path.join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const program = path.join(root, "node_modules", "vitest", "vitest.mjs");
  const flags = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args];
  const result = await run(tools.node, [program, ...flags], { cwd: root, env: { ...tools.env, ...env }, timeoutMs });
  return countReport(readOrNull(report), result.code, `vitest (${name})`);
}

/** The program of a package of the workspace's root. */
const rootProgram = (name) =>
  path.join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** In the order in which they run. Each returns its counts. */
const steps = {
  lint: async (tools) => {
    const { code } = await run(rootProgram("biome"), ["check", "--error-on-warnings", "."], {
      cwd: root,
      env: tools.env,
    });
    return oneTest("lint", code === 0);
  },
  types: async (tools) => {
    const pnpm = pnpmProgram(tools.env, tools.node);
    const args = ["exec", "turbo", "run", "types", "--concurrency=2", "--output-logs=errors-only", "--no-daemon"];
    const { code } = await run(pnpm.file, [...pnpm.args, ...args], {
      cwd: root,
      env: tools.env,
      timeoutMs: 15 * minutes,
    });
    return oneTest("types", code === 0);
  },
  unit: (tools) => {
    const args = ["--exclude=**/*.int.test.*", `--maxWorkers=${Math.max(1, Math.min(cores, 8))}`];
    return vitest(tools, "unit", args, { timeoutMs: 15 * minutes });
  },
  integration: (tools) => {
    // Each of these starts servers of its own: half of the cores, or they wait for each other.
    const workers = Math.max(1, Math.min(Math.floor(cores / 2), 4));
    return vitest(tools, "integration", [".int.test", `--maxWorkers=${workers}`], { timeoutMs: 20 * minutes });
  },
  build: async (tools) => {
    const script = path.join(root, "infra", "launcher", "src", "build-now.ts");
    const { code } = await run(tools.node, [script], { cwd: root, env: tools.env, timeoutMs: 15 * minutes });
    return oneTest("the workbench builds", code === 0);
  },
  browser: async (tools, { chromium }) => {
    if (!hasBrowserTests()) return noCounts();
    if (!chromium.path) {
      say(`skipped: ${chromium.reason}`);
      return { ...noCounts(), skipped: 1, skippedNames: [`browser tests: ${chromium.reason}`] };
    }
    const config = `--config=${path.join(root, "vitest.browser.config.ts")}`;
    return vitest(tools, "browser", [config], { timeoutMs: 15 * minutes, env: { CHROMIUM_PATH: chromium.path } });
  },
};

function hasBrowserTests() {
  const folder = path.join(root, "apps", "workbench", "e2e");
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => `${name}`.endsWith(".e2e.ts"));
}

/** Runs the named steps, all of them when none is named. */
async function test(names) {
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length > 0)
    throw new Error(`no such step: ${unknown.join(", ")} (there are: ${Object.keys(steps).join(", ")})`);
  const chosen = names.length > 0 ? names : Object.keys(steps);
  const tools = await prepare();
  const needsServices = chosen.some((name) => name === "integration" || name === "browser");
  if (needsServices) await ensureTemporal(tools.env);
  if (chosen.some((name) => name !== "lint" && name !== "types")) {
    tools.env.QINGHAO_KNOWLEDGE = await ensureKnowledge(tools);
  }
  const chromium = await ensureChromium(tools.env);
  if (!chromium.path) say(`Browser tests cannot run: ${chromium.reason}`);
  const noTensorflow = await tryTensorflow(tools);
  if (noTensorflow) say(`Native TensorFlow is not set up, its tests are skipped: ${noTensorflow}`);
  mkdirSync(reports, { recursive: true });

  let total = noCounts();
  const lines = [];
  for (const name of chosen) {
    say(`\n=== ${name}`);
    const started = Date.now();
    const counts = await steps[name](tools, { chromium });
    total = addCounts(total, counts);
    const line = `${name.padEnd(12)} ${duration(Date.now() - started).padStart(12)}   ${lastLine(counts)}`;
    lines.push(line);
    say(`=== ${line}`);
  }
  summarise(total, lines);
  return total.failed === 0 && total.passed > 0;
}

function summarise(total, lines) {
  say(`\n${lines.join("\n")}`);
  if (total.skippedNames.length > 0) say(`\nSkipped (the reason stands in the name or in the step's output):`);
  for (const name of total.skippedNames) say(`  ${name}`);
  if (total.failedNames.length > 0) say("\nFailed:");
  for (const name of total.failedNames) say(`  ${name}`);
  say(`\n${lastLine(total)}`);
}

try {
  if (!(await test(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
  say(lastLine({ ...noCounts(), failed: 1 }));
}
