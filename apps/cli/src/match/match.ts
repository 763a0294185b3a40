import type { Unmapped } from "@qinghao/clinical";
import {
  evaluatePatient,
  type PatientVerdicts,
  type Ranked,
  rankPatients,
  rankTrials,
  terminologyOf,
} from "@qinghao/trials";
import { asOfDate } from "../as-of-date.ts";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { patientRecords, reportPatients } from "../criteria/patient-records.ts";
import { csvLine } from "../csv-line.ts";
import { stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { readText } from "../read-file.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { MatchOptions } from "./match.command.ts";
import { isNote, rankForNote } from "./match-note.ts";
import { readTrials } from "./read-trials.ts";

/** `qinghao match --trial X --patients PATH` */
export async function matchTrial(io: Io, options: MatchOptions): Promise<void> {
  const asOf = asOfDate(options.asOf, io.wallClock());
  const knowledge = await openKnowledge(io, options.knowledge);
  const [trial] = await readTrials(io, options.trial!, knowledge);
  const terminology = terminologyOf(knowledge);
  const progress = createProgressLine(io.stderr, io.language, io.now, { en: "patients", zh: "位患者" });
  const evaluated: PatientVerdicts[] = [];
  const unmapped = new Map<string, Unmapped>();
  for (const record of patientRecords(options.patients!, knowledge, unmapped)) {
    if (io.signal.aborted) throw stopped(evaluated.length, null);
    const verdicts = evaluatePatient(trial!.document, record, terminology, { asOf });
    // A ranking shows no evidence; without it a million patients fit into memory.
    evaluated.push({ ...verdicts, verdicts: verdicts.verdicts.map((one) => ({ ...one, evidence: [] })) });
    if (!options.quiet) progress.update(evaluated.length, 0, null);
  }
  progress.clear();
  await writeRanking(io, options.output, rankPatients(evaluated), []);
  if (!options.quiet) reportPatients(io, evaluated.length, asOf, unmapped);
}

/** `qinghao match --patient X --trials PATH` */
export async function matchPatient(io: Io, options: MatchOptions): Promise<void> {
  const asOf = asOfDate(options.asOf, io.wallClock());
  const knowledge = await openKnowledge(io, options.knowledge);
  if (isNote(options.patient!)) {
    const trials = await readTrials(io, options.trials!, knowledge);
    await writeRanking(io, options.output, rankForNote(await readText(io, options.patient!), trials, knowledge), []);
    return;
  }
  const unmapped = new Map<string, Unmapped>();
  const records = [...patientRecords(options.patient!, knowledge, unmapped)];
  if (records.length !== 1) {
    throw new ExitError(
      exitCodes.unreadable,
      cliErrors.create("patient.not_one", { path: options.patient!, count: records.length }),
    );
  }
  const trials = await readTrials(io, options.trials!, knowledge);
  const { ranked, otherConditions } = rankTrials(records[0]!, trials, terminologyOf(knowledge), { asOf });
  await writeRanking(io, options.output, ranked, otherConditions);
  if (!options.quiet) reportPatients(io, records.length, asOf, unmapped);
}

/** Every id has a line: what the conditions rule out comes last, with score 0. */
async function writeRanking(
  io: Io,
  path: string,
  ranked: readonly Ranked[],
  ruledOut: readonly string[],
): Promise<void> {
  const output = await openOutput(io, path);
  await output.write(csvLine(["rank", "id", "score", "reason"]));
  for (const { rank, id, score, reason } of ranked)
    await output.write(csvLine([String(rank), id, score.toFixed(4), say(io.language, reason)]));
  const other = say(io.language, {
    en: "The record shows none of the trial's conditions.",
    zh: "病历中没有该试验的目标疾病。",
  });
  for (const [place, id] of ruledOut.entries())
    await output.write(csvLine([String(ranked.length + place + 1), id, "0.0000", other]));
  await output.complete();
}
