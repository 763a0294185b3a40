import { DefaultLogger, type LogEntry, type Logger } from "@temporalio/worker";

/** What of a log entry is written; the rest is noise, and errors could quote what a job was reading. */
const shownKeys = [
  "taskQueue",
  "workflowType",
  "workflowId",
  "activityType",
  "attempt",
  "durationMs",
  "address",
  "failures",
];

/** Warnings and worse, one JSON line each on standard error. */
export const jobLogger = (): Logger => new DefaultLogger("WARN", writeEntry);

function writeEntry({ level, timestampNanos, message, meta }: LogEntry): void {
  // Every worker whose queue carries activities only says so.
  if (message.startsWith("No workflows registered")) return;
  const shown = Object.fromEntries(shownKeys.flatMap((key) => (meta?.[key] === undefined ? [] : [[key, meta[key]]])));
  const time = new Date(Number(timestampNanos / 1_000_000n)).toISOString();
  process.stderr.write(`${JSON.stringify({ time, level, message, ...shown, ...errorOf(meta?.error) })}\n`);
}

function errorOf(error: unknown): { error?: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return {};
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "type" in cause && typeof cause.type === "string" ? { code: cause.type } : {};
  const at = /^\s+at (?!.*(?:node_modules|failure\.ts|activity\.ts|node:internal)).*$/m
    .exec(cause.stack ?? "")?.[0]
    ?.trim();
  return { error: cause.message, ...code, ...(at === undefined ? {} : { at }) };
}
