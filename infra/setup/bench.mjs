// npm run bench [-- NAME]: runs the benches one after the other; each writes bench/results.json beside itself.
import { readdirSync } from "node:fs";
import path from "node:path";
import { prepare } from "./prepare.mjs";
import { duration, reportFailure, run, SetupError, say } from "./report.mjs";
import { root } from "./versions.mjs";

/** Files `<group>/<package>/bench/*.bench.ts` whose path contains `name`, in the order of the floors. */
export function findBenches(name, folder = root) {
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
  return name ? found.filter((file) => file.includes(name)) : found;
}

try {
  const name = process.argv[2];
  const benches = findBenches(name);
  if (benches.length === 0) throw new SetupError(name ? `No bench has "${name}" in its path.` : "There is no bench.");
  const tools = await prepare();
  const failed = [];
  for (const bench of benches) {
    say(`\n=== ${bench}`);
    const started = Date.now();
    const args = ["--expose-gc", "--disable-warning=ExperimentalWarning", path.join(root, bench)];
    const { code } = await run(tools.node, args, { cwd: path.join(root, bench, "..", ".."), env: tools.env });
    say(`=== ${bench}: ${code === 0 ? "done" : `failed (${code})`} in ${duration(Date.now() - started)}`);
    if (code !== 0) failed.push(bench);
  }
  if (failed.length > 0)
    throw new SetupError(`${failed.length} of ${benches.length} benches failed: ${failed.join(", ")}`);
} catch (error) {
  reportFailure(error);
}
