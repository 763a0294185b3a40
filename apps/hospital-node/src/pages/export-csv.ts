import { listCandidates } from "@qinghao/db/site";
import type { Answer } from "./answer.ts";
import { documentOf, trialOf } from "./trial-of.ts";
import type { Visit } from "./visit.ts";

const rowsAtOnce = 1000;

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole list of a trial, a row per candidate and a column per criterion. Unknown is `?`. */
export async function exportCsv(visit: Visit, trialId: string): Promise<Answer> {
  const { node, language } = visit;
  const trial = await trialOf(visit, trialId);
  const ids = documentOf(trial).criteria.map((criterion) => criterion.id);
  const lines = [["patient", "status", "eligible", "score", ...ids, "ask_next", "updated"]];
  for (let offset = 0; ; offset += rowsAtOnce) {
    const { rows } = await listCandidates(node.db, trial.id, { status: null, offset, limit: rowsAtOnce });
    for (const row of rows) {
      const verdicts = new Map(row.verdicts.map((each) => [each.criterion, each.verdict]));
      const marks = ids.map((id) => (verdicts.get(id) === "unknown" ? "?" : (verdicts.get(id) ?? "–")));
      const ask = row.verdicts.find((each) => each.missing !== null)?.missing?.ask[language] ?? "";
      const { key, status, eligible, score, updatedAt } = row;
      lines.push([key, status, eligible, score.toFixed(3), ...marks, ask, updatedAt.toISOString()]);
    }
    if (rows.length < rowsAtOnce) break;
  }
  const body = `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
  return { kind: "file", type: "text/csv; charset=utf-8", name: `${trial.id}-candidates.csv`, body };
}
