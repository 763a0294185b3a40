// The WASM kernels: every `packages/*/assembly/kernels.json` names AssemblyScript entries, compiled to `packages/*/kernels/`
// once for each state of their sources.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lastLines, run, SetupError, say } from "./report.mjs";
import { root } from "./versions.mjs";

/** Files below a folder, sorted. @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** What a package's kernels are made from, as one hash: sources, flags and the compiler's release. @param {string} assembly */
function fingerprint(assembly) {
  const hash = createHash("sha256");
  hash.update(readFileSync(path.join(assembly, "..", "node_modules", "assemblyscript", "package.json")));
  for (const file of filesBelow(assembly)) {
    hash.update(path.relative(assembly, file));
    hash.update("\0");
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * Compiles the kernels whose sources changed.
 * `kernels.json` maps a kernel's name to `{ entry, flags }`, the entry relative to `assembly/`.
 * @param {import("./prepare.mjs").Tools} tools
 * Errors: `SetupError` with the compiler's findings
 */
export async function ensureKernels(tools) {
  const packages = path.join(root, "packages");
  for (const name of readdirSync(packages).sort()) {
    const assembly = path.join(packages, name, "assembly");
    const list = path.join(assembly, "kernels.json");
    if (existsSync(list)) await buildPackage(tools, path.join(packages, name), list);
  }
}

/** @param {import("./prepare.mjs").Tools} tools @param {string} home @param {string} list */
async function buildPackage(tools, home, list) {
  /** @type {Record<string, { entry: string, flags?: string[] }>} */
  const kernels = JSON.parse(readFileSync(list, "utf8"));
  const out = path.join(home, "kernels");
  const stamp = path.join(out, "built-from.txt");
  const wanted = fingerprint(path.dirname(list));
  const files = Object.keys(kernels).map((name) => path.join(out, `${name}.wasm`));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && files.every((file) => existsSync(file))) return;
  say(`Compiling the WASM kernels of ${path.basename(home)}`);
  mkdirSync(out, { recursive: true });
  const compiler = path.join(home, "node_modules", "assemblyscript", "bin", "asc.js");
  for (const [name, { entry, flags = [] }] of Object.entries(kernels)) {
    const partial = path.join(out, `${name}.${process.pid}.wasm`);
    const args = [compiler, path.join("assembly", entry), "--outFile", partial, ...flags];
    const { code, output } = await run(tools.node, args, { cwd: home, env: tools.env, timeoutMs: 300_000 });
    if (code !== 0) {
      throw new SetupError(`The kernel ${name} of ${path.basename(home)} does not compile:\n${lastLines(output, 25)}`, [
        `Mend ${path.relative(root, path.join(home, "assembly", entry))} and run the command again.`,
      ]);
    }
    renameSync(partial, path.join(out, `${name}.wasm`));
  }
  writeFileSync(stamp, wanted);
}
