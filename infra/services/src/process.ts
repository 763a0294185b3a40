import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

/** How a process ended. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; error?: Error };

/** A program that was started here, in its own process group, writing to a log file. */
export type Program = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  isRunning(): boolean;
  /** Lets this process end while the program runs on. */
  unref(): void;
  /** Asks with `signal`, insists with SIGKILL after `graceMs`; resolves when the process is gone. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<void>;
};

export type ProgramOptions = Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> & {
  /** Opens a channel to a Node program and receives what it sends. */
  readonly onMessage?: (message: unknown) => void;
};

/** Starts `file args` with output appended to `log`. A terminal's Ctrl-C does not reach it: it leads its own process group. */
export function startProgram(
  file: string,
  args: readonly string[],
  log: string,
  { onMessage, ...options }: ProgramOptions = {},
): Program {
  mkdirSync(path.dirname(log), { recursive: true });
  const out = openSync(log, "a");
  let child: ChildProcess;
  try {
    child = spawn(file, [...args], {
      ...options,
      stdio: onMessage ? ["ignore", out, out, "ipc"] : ["ignore", out, out],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } finally {
    closeSync(out);
  }
  if (onMessage) child.on("message", onMessage);
  let running = true;
  const exited = new Promise<Exit>((resolve) => {
    const finish = (exit: Exit) => {
      running = false;
      resolve(exit);
    };
    child.once("error", (error) => finish({ code: null, signal: null, error }));
    child.once("exit", (code, signal) => finish({ code, signal }));
  });
  return {
    pid: child.pid ?? -1,
    exited,
    isRunning: () => running,
    unref: () => child.unref(),
    stop: async (signal, graceMs) => {
      if (!running) return;
      child.ref();
      child.kill(signal);
      const insist = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await exited;
      clearTimeout(insist);
    },
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a running process; null when it is gone or the platform does not tell. */
export function commandLineOf(pid: number): string | null {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

/**
 * A mark that tells a process from a later one with the same number: its start time.
 * Null when it is gone or the platform does not tell.
 */
export function startMarkOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
    }
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** The last lines of a log, for an error message. */
export function logTail(log: string, lines = 4): string {
  try {
    return readFileSync(log, "utf8").trimEnd().split("\n").slice(-lines).join(" | ");
  } catch {
    return "";
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
