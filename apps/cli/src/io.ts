import type { Language } from "./terminal/language.ts";

/** The world as the commands see it. */
export type Io = {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  stdin: NodeJS.ReadableStream;
  env: Readonly<Record<string, string | undefined>>;
  language: Language;
  /** Milliseconds since some moment, for durations: it never goes back. */
  now(): number;
  /** Milliseconds since 1970, for dates. */
  wallClock(): number;
  /** Fires on Ctrl-C; the first time a command may still tidy up. */
  signal: AbortSignal;
};

/** Writes and waits while the reader is slow; rejects when it has gone (EPIPE). */
export async function writeFully(out: NodeJS.WritableStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => out.write(text, (error) => (error ? reject(error) : resolve())));
}

export const printJson = (io: Io, value: unknown): Promise<void> =>
  writeFully(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
