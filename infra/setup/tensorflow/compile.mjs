// Compiles the addon between Node and libtensorflow.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lastLines, run, SetupError } from "../report.mjs";
import { libraries } from "./releases.mjs";

/** The one variable that all threads of a process would share without a lock. */
const sharedSet = "static std::set<std::string> ATTR_NAME_SET;";

/** Gives every thread a set of its own, so that worker threads may each open the backend. */
export function makeThreadSafe(source) {
  if (!source.includes(sharedSet))
    throw new SetupError("The addon's source is not the one that this project knows.", [
      "Check which release of @tensorflow/tfjs-node npm gave.",
    ]);
  return source.replace(sharedSet, sharedSet.replace("static", "static thread_local"));
}

/**
 * @param {{ compiler: string, strip: string | null, env: NodeJS.ProcessEnv }} tools
 * @param {{ addon: string, include: string, nodeInclude: string }} folders addon: the npm package, with deps/lib in it
 */
export async function compileAddon({ compiler, strip, env }, { addon, include, nodeInclude }) {
  const backend = path.join(addon, "binding", "tfjs_backend.cc");
  writeFileSync(backend, makeThreadSafe(readFileSync(backend, "utf8")));
  const out = path.join(addon, "lib", "napi-v8", "tfjs_binding.node");
  mkdirSync(path.dirname(out), { recursive: true });
  const { code, output } = await run(
    compiler,
    [
      ...["-O2", "-std=c++17", "-fPIC", "-shared", "-w", "-DNAPI_VERSION=8", `-I${include}`, `-I${nodeInclude}`],
      ...[backend, path.join(addon, "binding", "tfjs_binding.cc"), "-o", out],
      ...[`-L${path.join(addon, "deps", "lib")}`, ...libraries.map((name) => `-l:${name}`)],
      "-Wl,-rpath,$ORIGIN/../../deps/lib",
    ],
    { env, quiet: true },
  );
  if (code !== 0)
    throw new SetupError(`The addon does not compile with ${compiler}:\n${lastLines(output, 20)}`, [
      "Another compiler can be named: CXX=/path/to/g++ npm run setup:tensorflow",
    ]);
  // Debug symbols are a quarter of the libraries; without strip they stay.
  if (strip !== null)
    for (const name of libraries)
      await run(strip, ["--strip-unneeded", path.join(addon, "deps", "lib", name)], { env, quiet: true });
}
