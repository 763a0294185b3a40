// What a person sees while set-up runs, and how other programs are run. Built-in modules only.
import { spawn } from "node:child_process";

/** A failure that says what to do about it. */
export class SetupError extends Error {
  /** @param {string} message @param {string[]} [remedies] */
  constructor(message, remedies = []) {
    super(message);
    this.name = "SetupError";
    this.remedies = remedies;
  }
}

export const say = (line = "") => console.log(line);

/** `42 s`, `5 min 41 s` */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Prints a failure with its remedies and sets the exit code. Errors without remedies keep their stack: they are faults of ours. */
export function reportFailure(error) {
  if (error instanceof SetupError) {
    console.error(`\n${error.message}`);
    for (const remedy of error.remedies) console.error(`  - ${remedy}`);
  } else {
    console.error(error);
  }
  process.exitCode = 1;
}

/**
 * Runs a program to its end.
 * @param {string} file @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, onLine?: (line: string) => void, timeoutMs?: number }} [options]
 *   quiet keeps the output back (it is returned); onLine receives each line instead of the terminal
 * @returns {Promise<{ code: number, output: string }>} code 127 when it cannot be started, 124 after the time limit
 */
export function run(file, args, { cwd, env = process.env, quiet = false, onLine, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const captured = quiet || onLine !== undefined;
    const shell = process.platform === "win32" && !file.endsWith(".exe");
    const child = spawn(file, [...args], {
      cwd,
      env,
      shell,
      stdio: ["ignore", captured ? "pipe" : "inherit", captured ? "pipe" : "inherit"],
    });
    let output = "";
    let rest = "";
    let timedOut = false;
    const collect = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (!onLine) return;
      const lines = (rest + chunk).split(/\r?\n/);
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    const stopWith = (signal) => child.kill(signal);
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          stopWith("SIGTERM");
          setTimeout(stopWith, 10_000, "SIGKILL").unref();
        }, timeoutMs)
      : undefined;
    const finish = (code, message = "") => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : code, output: output + message });
    };
    child.once("error", (error) => finish(127, error.message));
    child.once("close", (code, signal) => finish(code ?? (signal ? 130 : 1)));
  });
}

/** The last `count` lines of a text, indented, for an error message. */
export const lastLines = (text, count = 12) =>
  text
    .trimEnd()
    .split("\n")
    .slice(-count)
    .map((line) => `    ${line}`)
    .join("\n");
