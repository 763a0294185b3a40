// npm run bench [-- NAME ...]: runs the benches one after the other; each writes bench/results.json beside itself.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { preparePeers } from "./peers.mjs";
import { prepare } from "./prepare.mjs";
import { duration, reportFailure, run, SetupError, say } from "./report.mjs";
import { root } from "./versions.mjs";

/** Files `<group>/<package>/bench/*.bench.ts`, in the order of the floors. */
function allBenches(folder = root) {
  const found = [];
  for (const group of ["packages", "workflows", "apps", "infra"]) {
    for (const owner of readdirSync(path.join(folder, group)).sort()) {
      let files = [];
      try {
        files = readdirSync(path.join(folder, group, owner, "bench")).sort();
      } catch {
        continue; // This package measures nothing.
      }
      found.push(
        ...files.filter((file) => file.endsWith(".bench.ts")).map((file) => [group, owner, "bench", file].join("/")),
      );
    }
  }
  return found;
}

/** The benches whose path contains one of the names, or all. Errors: `SetupError` naming what no bench is called. */
function chooseBenches(names) {
  const benches = allBenches();
  const unknown = names.find((name) => !benches.some((file) => file.includes(name)));
  if (unknown !== undefined) throw new SetupError(`No bench has "${unknown}" in its path.`, benches);
  return names.length === 0 ? benches : benches.filter((file) => names.some((name) => file.includes(name)));
}

/** A bench that measures beside Python programs says how they are named to it. */
const asksPeers = (bench) => readFileSync(path.join(root, bench), "utf8").includes("QINGHAO_PYTHON");

try {
  const benches = chooseBenches(process.argv.slice(2));
  const tools = await prepare();
  const env = benches.some(asksPeers) ? await preparePeers(tools.env) : tools.env;
  const failed = [];
  for (const bench of benches) {
    say(`\n=== ${bench}`);
    const started = Date.now();
    const args = ["--expose-gc", "--disable-warning=ExperimentalWarning", path.join(root, bench)];
    const { code } = await run(tools.node, args, { cwd: path.join(root, bench, "..", ".."), env });
    say(`=== ${bench}: ${code === 0 ? "done" : `failed (${code})`} in ${duration(Date.now() - started)}`);
    if (code !== 0) failed.push(bench);
  }
  if (failed.length > 0)
    throw new SetupError(`${failed.length} of ${benches.length} benches failed: ${failed.join(", ")}`);
} catch (error) {
  reportFailure(error);
}
