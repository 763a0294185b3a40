import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../io.ts";

/** The weights folder: `--weights`, else QINGHAO_WEIGHTS, else the one that comes along with the project. */
export const weightsFolder = (io: Pick<Io, "env">, given: string | undefined): string =>
  given ?? io.env.QINGHAO_WEIGHTS ?? fileURLToPath(new URL("../../../../datasets/weights", import.meta.url));

/** A loader of weight files below a folder. */
export const readWeights =
  (folder: string) =>
  async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(folder, path)));
