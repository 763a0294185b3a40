import { availableParallelism } from "node:os";
import { loadChemKit } from "@qinghao/chemistry/node";
import { isQinghaoError } from "@qinghao/kernel";
import { LibraryFile, openSubstructureSearch } from "@qinghao/screening/node";
import { csvLine } from "../csv-line.ts";
import { stopped } from "../ended-early.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { say } from "../terminal/language.ts";
import type { SubstructureOptions } from "./search.command.ts";

/** Writes the molecules that hold a substructure, as they are found. */
export async function searchSubstructure(io: Io, options: SubstructureOptions): Promise<void> {
  using library = LibraryFile.open(options.library);
  const threads = options.cpu ?? availableParallelism();
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const kit = await loadChemKit();
  await using substructure = await openSubstructureSearch(library, kit, { threads });
  const output = await openOutput(io, options.output);
  let found = 0;
  try {
    await output.write(csvLine(["row", "id", "smiles"]));
    for await (const rows of substructure.search(options.smarts, io.signal)) {
      const wanted = rows.subarray(0, limit - found);
      await output.write(
        [...wanted].map((row) => csvLine([String(row + 1), library.id(row), library.smiles(row)])).join(""),
      );
      found += wanted.length;
      if (found >= limit) break;
    }
  } catch (error) {
    const part = await output.leave();
    if (io.signal.aborted) throw stopped(found, part);
    const isMisuse = isQinghaoError(error) && error.code.startsWith("chemistry.");
    throw isMisuse ? new ExitError(exitCodes.misuse, error) : error;
  }
  await output.complete();
  const count = found.toLocaleString("en-US");
  io.stderr.write(`${say(io.language, { en: `${count} molecules match`, zh: `${count} 个分子匹配` })}\n`);
}
