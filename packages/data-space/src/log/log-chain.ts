import { sha256OfJson } from "./canonical-json.ts";
import type { LogEntry, LogLine } from "./log-line.schema.ts";

/** What the first line follows. */
export const beginningOfLog = "0".repeat(64);

/** The line that follows `last` (null: the first one). */
export async function nextLogLine(
  last: Pick<LogLine, "seq" | "hash"> | null,
  at: string,
  entry: LogEntry,
): Promise<LogLine> {
  const line = { seq: (last?.seq ?? 0) + 1, at, previous: last?.hash ?? beginningOfLog, entry };
  return { ...line, hash: await sha256OfJson(line) };
}

export type LogCheck =
  | { ok: true; lines: number; head: string }
  | { ok: false; seq: number; why: "missing" | "altered" | "unchained" };

/**
 * Reads a log from its first line. `altered`: a line is not what its hash says; `unchained`: it does not follow the one
 * before; `missing`: a number is left out. A cut-off end shows only against a `head` that was kept elsewhere.
 */
export async function verifyLog(lines: Iterable<LogLine> | AsyncIterable<LogLine>): Promise<LogCheck> {
  let seq = 0;
  let head = beginningOfLog;
  for await (const { hash, ...line } of lines) {
    if (line.seq !== seq + 1) return { ok: false, seq: seq + 1, why: "missing" };
    if (line.previous !== head) return { ok: false, seq: line.seq, why: "unchained" };
    if ((await sha256OfJson(line)) !== hash) return { ok: false, seq: line.seq, why: "altered" };
    seq = line.seq;
    head = hash;
  }
  return { ok: true, lines: seq, head };
}
