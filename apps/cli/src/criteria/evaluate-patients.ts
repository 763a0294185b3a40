import type { Unmapped } from "@qinghao/clinical";
import { evaluatePatient, terminologyOf } from "@qinghao/trials";
import { asOfDate } from "../as-of-date.ts";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { stopped } from "../ended-early.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { EvaluateOptions } from "./criteria.command.ts";
import { patientRecords, reportPatients } from "./patient-records.ts";
import { readCriteria } from "./read-criteria.ts";

/** `qinghao criteria evaluate` */
export async function evaluatePatients(io: Io, path: string, options: EvaluateOptions): Promise<void> {
  const document = await readCriteria(io, path);
  const asOf = asOfDate(options.asOf, io.wallClock());
  const knowledge = await openKnowledge(io, options.knowledge);
  const terminology = terminologyOf(knowledge);
  const unmapped = new Map<string, Unmapped>();
  const output = await openOutput(io, options.output);
  const progress = createProgressLine(io.stderr, io.language, io.now, { en: "patients", zh: "位患者" });
  let patients = 0;
  try {
    for (const record of patientRecords(options.patients, knowledge, unmapped)) {
      if (io.signal.aborted) break;
      const { patient, verdicts, eligible } = evaluatePatient(document, record, terminology, {
        asOf,
        language: io.language,
      });
      const lines = verdicts.map(({ criterion, verdict, evidence, missing, distance, rule }) =>
        JSON.stringify({
          patient,
          criterion,
          verdict,
          evidence,
          ...(missing === null ? {} : { missing }),
          ...(distance === null ? {} : { distance }),
          rule,
        }),
      );
      await output.write(`${[...lines, JSON.stringify({ patient, eligible })].join("\n")}\n`);
      patients++;
      if (!options.quiet) progress.update(patients, 0, null);
    }
  } catch (error) {
    await output.leave();
    throw error;
  } finally {
    progress.clear();
  }
  if (io.signal.aborted) throw stopped(patients, await output.leave());
  await output.complete();
  if (!options.quiet) reportPatients(io, patients, asOf, unmapped);
}
