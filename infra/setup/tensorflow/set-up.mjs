// Native TensorFlow in the user's cache: libraries of the Python wheel, the npm package's addon compiled against them.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureNode24 } from "../node24.mjs";
import { duration, lastLines, run, SetupError, say } from "../report.mjs";
import { compileAddon } from "./compile.mjs";
import { extraRequirements, fetchNpmPackage, fetchWheel, unpackWheel } from "./fetch.mjs";
import { buildFile, buildFolder, libraries, npmSources, tensorflowVersion, wheelOf } from "./releases.mjs";
import { assertPlatform, findTools } from "./tools.mjs";

const checkProgram = fileURLToPath(new URL("./check-addon.mjs", import.meta.url));
const addonFolder = (folder) => path.join(folder, "node_modules", "@tensorflow", "tfjs-node");

/**
 * Sets native TensorFlow up, or finds it set up.
 * @param {{ gpu?: boolean, force?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ folder: string, version: string, gpu: boolean, fresh: boolean }>} gpu: whether a GPU is used here
 * @throws {SetupError} with remedies; `impossible` is true on it where this machine cannot have it
 */
export async function setUpTensorflow({ gpu = false, force = false, env = process.env } = {}) {
  const variant = gpu ? "gpu" : "cpu";
  const folder = buildFolder(variant, env);
  assertPlatform();
  const node = (await ensureNode24(env)).path;
  if (!force && isBuilt(folder, variant)) {
    const found = await check(node, folder, env).catch(() => null);
    if (found !== null) {
      say(`${title(found)} is set up in ${folder}`);
      return { folder, ...found, fresh: false };
    }
    say(`The build in ${folder} does not work any more; building it again.`);
  }
  const started = Date.now();
  const tools = { ...findTools(env), env };
  const fresh = `${folder}.${process.pid}`;
  removeAbandoned(folder);
  try {
    await build(fresh, variant, tools);
    const made = await check(node, fresh, env);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    say(`${title(made)} is ready in ${folder} (${duration(Date.now() - started)})`);
    if (gpu && !made.gpu) say("No usable NVIDIA GPU was found here, so this build computes on the processor.");
    return { folder, ...made, fresh: true };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Folders of set-ups that were cut off: named after a process that no longer runs. */
function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${path.basename(folder).replaceAll(".", "\\.")}\\.(\\d+)$`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

const title = ({ version, gpu }) => `TensorFlow ${version} ${gpu ? "GPU" : "CPU"}`;

function isBuilt(folder, variant) {
  try {
    const found = JSON.parse(readFileSync(path.join(folder, "build.json"), "utf8"));
    return Object.entries(buildFile(variant)).every(([key, value]) => found[key] === value);
  } catch {
    return false;
  }
}

async function build(folder, variant, tools) {
  const scratch = path.join(folder, "scratch");
  const wheels = { ...tools, folder: path.join(scratch, "wheels") };
  const addon = addonFolder(folder);
  const wheel = wheelOf(variant).requirement;

  await step("Fetching the addon's sources from npm", async () => {
    await fetchNpmPackage({ ...tools, scratch }, npmSources.addon, addon);
    await fetchNpmPackage(
      { ...tools, scratch },
      npmSources.messages,
      path.join(folder, "node_modules", "google-protobuf"),
    );
    await fetchNpmPackage({ ...tools, scratch }, npmSources.headers, path.join(scratch, "node-headers"));
  });
  const file = await step(`Downloading ${wheel} (${variant === "gpu" ? "615" : "230"} MB)`, () =>
    fetchWheel(wheels, wheel),
  );
  const metadata = await step("Unpacking it", async () => {
    const wanted = `^tensorflow/(lib[^/]*\\.so\\.2$|THIRD_PARTY_NOTICES|include/(tensorflow/(c|core/platform)|tsl|xla/tsl)/.*\\.h$)`;
    const text = await unpackWheel(tools, file, scratch, wanted);
    moveLibraries(path.join(scratch, "tensorflow"), addon);
    return text;
  });
  if (variant === "gpu") await fetchCuda(wheels, metadata, addon);
  await step("Compiling the addon", () =>
    compileAddon(tools, {
      addon,
      include: path.join(scratch, "tensorflow", "include"),
      nodeInclude: path.join(scratch, "node-headers", "include"),
    }),
  );
  leaveWhatRuns(folder, addon);
  writeFileSync(path.join(folder, "build.json"), `${JSON.stringify(buildFile(variant), null, 2)}\n`);
}

async function step(name, work) {
  say(`${name} ...`);
  const started = Date.now();
  const result = await work();
  say(`  done in ${duration(Date.now() - started)}`);
  return result;
}

function moveLibraries(unpacked, addon) {
  const target = path.join(addon, "deps", "lib");
  mkdirSync(target, { recursive: true });
  for (const name of libraries) {
    const from = path.join(unpacked, name);
    if (!existsSync(from))
      throw new SetupError(`The wheel does not hold ${name}.`, ["Check which file pip downloaded for this platform."]);
    renameSync(from, path.join(target, name));
  }
  const notices = path.join(unpacked, "THIRD_PARTY_NOTICES.txt");
  if (existsSync(notices)) renameSync(notices, path.join(addon, "deps", "THIRD_PARTY_NOTICES.txt"));
}

/** CUDA 12 as NVIDIA's own wheels, in the places where the library looks: deps/nvidia/<part>/lib. */
async function fetchCuda(wheels, metadata, addon) {
  const requirements = extraRequirements(metadata, "and-cuda");
  if (requirements.length === 0) throw new SetupError("The wheel does not say which CUDA libraries it needs.");
  for (const [index, requirement] of requirements.entries())
    await step(`Downloading ${requirement} (${index + 1} of ${requirements.length})`, async () => {
      const file = await fetchWheel(wheels, requirement);
      await unpackWheel(
        wheels,
        file,
        path.join(addon, "deps"),
        "^nvidia/.*(\\.so(\\.|$)|/bin/|/nvvm/|LICENSE|License)",
      );
    });
  const nvrtc = path.join(addon, "deps", "nvidia", "nvrtc");
  if (!existsSync(nvrtc)) symlinkSync("cuda_nvrtc", nvrtc);
}

/** Removes what only the build needed, and puts bridges in the place of the two packages that its kernels ask for. */
function leaveWhatRuns(folder, addon) {
  rmSync(path.join(folder, "scratch"), { recursive: true, force: true });
  for (const name of readdirSync(addon))
    if (!["dist", "lib", "deps", "package.json", "README.md"].includes(name))
      rmSync(path.join(addon, name), { recursive: true, force: true });
  for (const name of ["@tensorflow/tfjs", "@tensorflow/tfjs-core"]) {
    const bridge = path.join(folder, "node_modules", name);
    mkdirSync(bridge, { recursive: true });
    cpSync(fileURLToPath(new URL("./tfjs-bridge.cjs", import.meta.url)), path.join(bridge, "index.js"));
    writeFileSync(path.join(bridge, "package.json"), `${JSON.stringify({ name, main: "index.js" })}\n`);
  }
}

/** Multiplies two matrices under Node 24. */
async function check(node, folder, env) {
  const addon = path.join(addonFolder(folder), "lib", "napi-v8", "tfjs_binding.node");
  const { code, output } = await run(node, [checkProgram, addon], {
    env: { ...env, TF_CPP_MIN_LOG_LEVEL: "2" },
    quiet: true,
    timeoutMs: 120_000,
  });
  const line = output.split("\n").find((text) => text.startsWith("{"));
  const found = line === undefined ? null : JSON.parse(line);
  if (code === 0 && found?.version === tensorflowVersion && String(found.product) === "19,22,43,50")
    return { version: found.version, gpu: found.gpu };
  throw new SetupError(`TensorFlow was built but does not compute:\n${lastLines(output)}`, [
    "Run the command again with --force; if it stays, remove the folder and use another backend.",
  ]);
}
