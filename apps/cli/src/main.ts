import { CommanderError } from "commander";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";
import { failureFromServer } from "./server/failures.ts";
import { languageOf } from "./terminal/language.ts";

/** Runs one command line and returns the exit code. Never throws, never prints a stack unless QINGHAO_DEBUG is set. */
export async function main(argv: readonly string[]): Promise<number> {
  // Native TensorFlow greets on stderr, where progress and messages belong.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
  const stop = new AbortController();
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    language: languageOf(argv, process.env),
    now: () => performance.now(),
    wallClock: () => Date.now(),
    signal: stop.signal,
  };
  const interrupt = () => (stop.signal.aborted ? process.exit(exitCodes.interrupted) : stop.abort());
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  // A reader such as `head` that has seen enough closes the pipe: that is an end, not a failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.done);
  });
  try {
    return await runCommandLine(argv, io);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** Runs one command line in a given world, such as the streams of a test, and returns the exit code. Never throws. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  try {
    await buildProgram(io).parseAsync([...argv], { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  // Commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misuse;
  if (io.signal.aborted && !(error instanceof ExitError)) return exitCodes.interrupted;
  if (io.env.QINGHAO_DEBUG) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const cause = error instanceof ExitError ? error.cause : error;
  const failure = failureFromServer(cause, io.language);
  if (failure !== null) {
    io.stderr.write(`qinghao: ${failure}\n`);
  } else {
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0]! : String(cause);
    io.stderr.write(`qinghao: ${cliErrors.create("unexpected", { reason }).user[io.language]}\n`);
  }
  return error instanceof ExitError ? error.exitCode : exitCodes.failed;
}
