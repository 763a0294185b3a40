import { addNote, candidateStatusSchema, getCandidate, moveCandidate, setJudgement } from "@qinghao/db/site";
import { verdictNames } from "@qinghao/trials/schema";
import { z } from "zod";
import { nodeErrors } from "../errors.ts";
import type { Answer } from "./answer.ts";
import { documentOf, trialOf } from "./trial-of.ts";
import type { Visit } from "./visit.ts";

const verdictSchema = z.enum(verdictNames);

/** Stores what a reader decided, and shows the candidate again. Throws `node.form.invalid`, `db.candidate.*`. */
export async function candidateForm(visit: Visit, trialId: string, patient: number, form: string): Promise<Answer> {
  const { node, form: fields } = visit;
  const trial = await trialOf(visit, trialId);
  const person = readerOf(visit);
  const of = { trial: trial.id, patient };
  await getCandidate(node.db, trial.id, patient);
  const text = (fields.get("text") ?? "").trim().slice(0, 2000);
  if (form === "status") {
    const to = candidateStatusSchema.safeParse(fields.get("to"));
    if (!to.success) throw nodeErrors.create("form.invalid", { field: "to" });
    await moveCandidate(node.db, of, { to: to.data, person, text });
  } else if (form === "note") {
    if (text === "") throw nodeErrors.create("form.invalid", { field: "text" });
    await addNote(node.db, of, { person, text });
  } else {
    const verdict = verdictSchema.safeParse(fields.get("verdict"));
    const criterion = fields.get("criterion") ?? "";
    const isKnown = documentOf(trial).criteria.some((each) => each.id === criterion);
    if (!verdict.success || !isKnown) throw nodeErrors.create("form.invalid", { field: "verdict" });
    await setJudgement(node.db, { ...of, criterion, reader: person, verdict: verdict.data });
  }
  return { kind: "redirect", to: `/trials/${trial.id}/patients/${patient}` };
}

/** Whoever decides must have said who they are. Throws `node.reader.unknown`. */
export function readerOf({ reader }: Visit): string {
  if (reader === "") throw nodeErrors.create("reader.unknown");
  return reader;
}
