import { Readable, Writable } from "node:stream";
import { runCommandLine } from "../src/main.ts";
import { languageOf } from "../src/terminal/language.ts";
import type { CliResult } from "./run-cli.ts";

/**
 * Runs a command line in this process, with streams of its own: what a command opens, such as the knowledge packs, stays
 * open for the next one. What only a process shows (signals, pipes, start-up) is for `runCli`.
 */
export async function runHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) =>
    new Writable({
      decodeStrings: false,
      write: (chunk, _, done) => {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await runCommandLine(args, {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stdin: Readable.from([]),
    env,
    language: languageOf(args, env),
    now: () => performance.now(),
    wallClock: () => Date.now(),
    signal: new AbortController().signal,
  });
  return { code, ...written };
}
