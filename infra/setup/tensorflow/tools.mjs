// The programs that set-up of TensorFlow needs, each with the remedy where it is missing.
import { onPath, outputOf } from "../../services/src/discovery.mjs";
import { SetupError } from "../report.mjs";

/** A failure that no second try mends: the machine lacks something. */
export class ImpossibleError extends SetupError {
  impossible = true;
}

/** @throws ImpossibleError on a platform for which there is no library */
export function assertPlatform(platform = process.platform, arch = process.arch) {
  if (platform === "linux" && arch === "x64") return;
  throw new ImpossibleError(`Native TensorFlow is set up on Linux x64 only; this is ${platform} ${arch}.`, [
    "Nothing is lost but speed: predictions run on WebAssembly, or on WebGPU where there is a graphics card.",
  ]);
}

/** Python with pip, a C++ compiler, tar. @returns {{ python: string, compiler: string, tar: string, strip: string | null }} */
export function findTools(env = process.env) {
  const pythons = [...onPath("python3", env), ...onPath("python", env)];
  const python = pythons.find((file) => outputOf(file, ["-m", "pip", "--version"], { env }) !== null);
  if (python === undefined)
    throw new ImpossibleError(pythons.length === 0 ? "Python was not found." : `pip was not found for ${pythons[0]}.`, [
      "Debian, Ubuntu: apt-get install python3-pip",
      "Fedora: dnf install python3-pip",
    ]);
  const compiler = [env.CXX, "g++", "c++", "clang++"]
    .filter(Boolean)
    .find((name) => outputOf(name, ["--version"], { env }));
  if (compiler === undefined)
    throw new ImpossibleError("No C++ compiler was found.", [
      "Debian, Ubuntu: apt-get install g++",
      "Fedora: dnf install gcc-c++",
      "Or name one: CXX=/path/to/g++ npm run setup:tensorflow",
    ]);
  const tar = onPath("tar", env)[0];
  if (tar === undefined) throw new ImpossibleError("tar was not found.", ["Debian, Ubuntu: apt-get install tar"]);
  return { python, compiler, tar, strip: onPath("strip", env)[0] ?? null };
}
