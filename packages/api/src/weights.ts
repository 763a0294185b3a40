import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A loader of weight files below a folder. */
export const readWeights =
  (folder: string) =>
  async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(folder, path)));
