import type { PatientRecord, Unmapped } from "@qinghao/clinical";
import { readPatientBatches } from "@qinghao/clinical/node";
import { isQinghaoError } from "@qinghao/kernel";
import type { Knowledge } from "@qinghao/knowledge";
import { codeResolver, indexIdentifiers } from "@qinghao/trials";
import { ExitError, exitCodes } from "../exit-codes.ts";

/** Patients of a path, as many at a time as a file holds; what could not be mapped adds up in `unmapped`. */
export function* patientRecords(
  path: string,
  knowledge: Knowledge,
  unmapped: Map<string, Unmapped>,
): Generator<PatientRecord> {
  const resolver = codeResolver(knowledge, indexIdentifiers(knowledge));
  try {
    for (const batch of readPatientBatches(path, resolver)) {
      for (const row of batch.unmapped) {
        const key = `${row.what}|${row.system}|${row.code}|${row.reason}`;
        const known = unmapped.get(key);
        if (known) known.count += row.count;
        else unmapped.set(key, { ...row });
      }
      yield* batch.records;
    }
  } catch (error) {
    if (isQinghaoError(error) && error.code.startsWith("clinical.patients."))
      throw new ExitError(exitCodes.unreadable, error);
    throw error;
  }
}

/** The list of what could not be mapped, most frequent first, one line each. */
export function unmappedLines(unmapped: ReadonlyMap<string, Unmapped>, most: number): string[] {
  const rows = [...unmapped.values()].sort((a, b) => b.count - a.count);
  const lines = rows
    .slice(0, most)
    .map(
      ({ what, system, code, display, reason, count }) =>
        `${count}\t${what}\t${system}\t${code}\t${display ?? ""}\t${reason}`,
    );
  return rows.length > most ? [...lines, `... ${rows.length - most} more`] : lines;
}
