import { type InputRecord, readRecords } from "@qinghao/chemistry";
import { isQinghaoError } from "@qinghao/kernel";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Input } from "./predict/read-input.ts";

/** The records of an input, once it is known that there is at least one; otherwise an ExitError with code 3. */
export async function openRecords(
  io: Io,
  input: Input,
  column: string | undefined,
): Promise<AsyncIterable<InputRecord>> {
  const mapping = column === undefined ? undefined : { structure: /^\d+$/.test(column) ? Number(column) : column };
  const records = readRecords(input.bytes, { fileName: input.name, mapping, signal: io.signal });
  const first = await records.next().catch((error: unknown) => {
    if (error instanceof ExitError || !isQinghaoError(error)) throw error;
    throw new ExitError(exitCodes.unreadable, error);
  });
  if (first.done) throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path: input.name }));
  if (endsFile(first.value)) throw new ExitError(exitCodes.unreadable, first.value.error);
  return (async function* () {
    yield first.value;
    for await (const record of records) {
      // The reader's last record may say why the file ended early; it is no row of the file.
      if (endsFile(record)) throw record.error;
      yield record;
    }
  })();
}

const endsFile = (record: InputRecord): record is Extract<InputRecord, { ok: false }> =>
  !record.ok && record.error.code.startsWith("chemistry.file.");
