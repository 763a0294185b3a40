import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** What `infra/setup/tensorflow.mjs` leaves beside a finished build. */
const buildFileSchema = z.object({
  format: z.literal(1),
  tensorflow: z.string(),
  variant: z.enum(["cpu", "gpu"]),
  platform: z.string(),
  arch: z.string(),
});

/** A native TensorFlow that was set up on this machine. */
export type TensorflowBuild = {
  readonly dir: string;
  /** Such as "2.18.1". */
  readonly version: string;
  readonly variant: "cpu" | "gpu";
};

/** The release that the set-up builds. */
const release = "2.18.1";

/** `$XDG_CACHE_HOME` or `~/.cache`, then `qinghao/tensorflow`. */
export const tensorflowCacheDir = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "qinghao", "tensorflow");

/** The finished build of that kind, or null where there is none for this machine. */
export function findTensorflowBuild(variant: "cpu" | "gpu", cacheDir = tensorflowCacheDir()): TensorflowBuild | null {
  const dir = join(cacheDir, `${release}-${variant}`);
  try {
    const build = buildFileSchema.parse(JSON.parse(readFileSync(join(dir, "build.json"), "utf8")));
    const fits = build.variant === variant && build.platform === process.platform && build.arch === process.arch;
    return fits ? { dir, version: build.tensorflow, variant } : null;
  } catch {
    return null;
  }
}
