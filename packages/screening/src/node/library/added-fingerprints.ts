import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FingerprintKind, InputRecord } from "@qinghao/chemistry";
import { screeningErrors } from "../../errors.ts";
import type { ColumnSource } from "../../similarity/column-cache.ts";
import { type BuildOptions, buildLibrary } from "./build-library.ts";
import { LibraryFile } from "./library-file.ts";

/** Fingerprints of every row of a library, in its order; disposing of them frees what was computed for them. */
export type AddedFingerprints = AsyncDisposable & { readonly source: ColumnSource };

/**
 * Fingerprints of a kind that a library was not built with, computed from its structures into a temporary file. Costs what
 * building costs, some thousand rows a second and thread; a library that is searched often is better built with them.
 * @throws what `buildLibrary` throws, `compute.cancelled` among it
 */
export async function addFingerprints(
  library: LibraryFile,
  kind: FingerprintKind,
  options: Pick<BuildOptions, "threads" | "signal" | "onProgress"> = {},
): Promise<AddedFingerprints> {
  const folder = await mkdtemp(join(tmpdir(), "qinghao-fingerprints-"));
  const path = join(folder, "added.qlib");
  try {
    await buildLibrary(recordsOf(library), path, { ...options, kinds: [kind] });
    const added = LibraryFile.open(path);
    return {
      source: added.fingerprints(kind),
      async [Symbol.asyncDispose]() {
        added.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The library's structures; a row that could not be read when it was built has none, and keeps its place. */
async function* recordsOf(library: LibraryFile): AsyncGenerator<InputRecord> {
  for (let at = 0; at < library.rows; at++) {
    const text = library.smiles(at);
    const row = at + 1;
    yield text === ""
      ? { ok: false, row, line: row, text, error: screeningErrors.create("row.unread", { row }) }
      : { ok: true, row, line: row, text, name: null, fields: {} };
  }
}
