import type { PatientRecord, Unmapped } from "@qinghao/clinical";
import { readPatientBatches } from "@qinghao/clinical/node";
import { isQinghaoError } from "@qinghao/kernel";
import type { Knowledge } from "@qinghao/knowledge";
import { codeResolver, indexIdentifiers } from "@qinghao/trials";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { say } from "../terminal/language.ts";

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

/** Rows of the list of unmapped codes that standard error shows. */
const mostUnmapped = 20;

/** Tells how many patients were read and what of theirs could not be mapped, most frequent first. */
export function reportPatients(io: Io, patients: number, asOf: string, unmapped: ReadonlyMap<string, Unmapped>): void {
  const head = say(io.language, {
    en: `${patients} patients as of ${asOf}; codes and units that could not be mapped: ${unmapped.size}`,
    zh: `${patients} 位患者，截至 ${asOf}；无法映射的代码和单位：${unmapped.size}`,
  });
  const rows = [...unmapped.values()].sort((a, b) => b.count - a.count);
  const lines = rows
    .slice(0, mostUnmapped)
    .map(
      ({ what, system, code, display, reason, count }) =>
        `${count}\t${what}\t${system}\t${code}\t${display ?? ""}\t${reason}`,
    );
  const left = rows.length - lines.length;
  if (left > 0) lines.push(say(io.language, { en: `... ${left} more`, zh: `……另有 ${left} 项` }));
  io.stderr.write(`${[head, ...lines].join("\n")}\n`);
}
